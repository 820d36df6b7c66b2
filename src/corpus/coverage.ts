/** What of the documents no claim covers, and figures of the accounts that no claim measures. */
import type { Corpus } from './corpus.ts';
import { locatorText } from './locators.ts';
import type { Locator } from './locators.ts';
import { informative } from './manifest.ts';

export interface Coverage {
  source: string;
  /** File of the account. */
  file: string;
  /** Sentences in information-bearing blocks. */
  sentences: number;
  /** Those that a claim cites. */
  cited: number;
  /** Those listed as carrying no claim. */
  listed: number;
  /** The rest. */
  missing: Locator[];
}

/** Coverage of every source that has an article, in order of publication. */
export function coverage({ sources, articles, claims }: Corpus): Coverage[] {
  return [...articles.values()].map((article) => {
    const source = sources.get(article.source)!;
    const covered = new Set<string>();
    for (const { article: id, locators } of claims.values()) {
      if (id === article.id) for (const at of locators) covered.add(locatorText(at));
    }
    const sentences = source.blocks
      .filter(({ role }) => informative.has(role))
      .flatMap(({ block, sentences }) => sentences.map((_, i): Locator => ({ block, sentence: i + 1 })));
    const isCited = (at: Locator) => covered.has(locatorText(at)) || covered.has(String(at.block));
    const isListed = (at: Locator) => locatorText(at) in article.uncited || String(at.block) in article.uncited;
    return {
      source: source.id,
      file: article.prose.path,
      sentences: sentences.length,
      cited: sentences.filter(isCited).length,
      listed: sentences.filter((at) => !isCited(at) && isListed(at)).length,
      missing: sentences.filter((at) => !isCited(at) && !isListed(at)),
    };
  });
}

/** A figure in an account that no claim cited in its block measures. */
export interface StrayFigure {
  file: string;
  line: number;
  figure: string;
}

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const dates = new RegExp(`(?:${day}(?:–| and | or | to ))*(?:${day} )?${month}(?: \\d{4})?|\\bthe ${day}\\b|\\b(?:19|20)\\d{2}\\b`, 'g');
const figures = /(?<![\p{L}\d])(\d[\d,]*(?:\.\d+)?)( million)?/gu;

/** Figures in digits in the accounts, outside dates, names, quotations and editorial notes, that no cited claim holds. */
export function strayFigures({ articles, claims, names }: Corpus): StrayFigure[] {
  return [...articles.values()].flatMap(({ prose }) => {
    const strays: StrayFigure[] = [];
    let line = prose.lineOffset + 1;
    for (const block of prose.text.replace(/^:::note[\s\S]*?^:::$/gm, (note) => note.replace(/\S/g, ' ')).split('\n\n')) {
      const cited = [...block.matchAll(/\[\^([^\]\s]+)\]/g)].flatMap(([, claim]) => claims.get(claim!)?.measures ?? []);
      const measured = new Set(cited.flatMap(({ value, min, max }) => [value, min, max]));
      let own = block.replace(/\[\^[^\]]*\]|“[^”]*”/g, ' ');
      for (const { start, end } of names.find(own)) own = own.slice(0, start) + ' '.repeat(end - start) + own.slice(end);
      for (const [figure, digits = '', million] of own.replace(dates, ' ').matchAll(figures)) {
        const value = Number(digits.replaceAll(',', '')) * (million === undefined ? 1 : 1_000_000);
        if (!measured.has(value)) strays.push({ file: prose.path, line, figure });
      }
      line += block.split('\n').length + 1;
    }
    return strays;
  });
}
