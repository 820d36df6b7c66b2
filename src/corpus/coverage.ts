/** What of the documents no claim covers, and what of the records nothing uses. */
import type { Corpus } from './corpus.ts';
import type { Locator } from './locators.ts';
import { informative } from './manifest.ts';

export interface Coverage {
  source: string;
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
      if (id === article.id) for (const at of locators) covered.add(key(at));
    }
    const sentences = source.blocks
      .filter(({ role }) => informative.has(role))
      .flatMap(({ block, sentences }) => sentences.map((_, i): Locator => ({ block, sentence: i + 1 })));
    const isCited = (at: Locator) => covered.has(key(at)) || covered.has(key({ block: at.block }));
    const isListed = (at: Locator) => key(at) in article.uncited || String(at.block) in article.uncited;
    return {
      source: source.id,
      sentences: sentences.length,
      cited: sentences.filter(isCited).length,
      listed: sentences.filter((at) => !isCited(at) && isListed(at)).length,
      missing: sentences.filter((at) => !isCited(at) && !isListed(at)),
    };
  });
}

function key({ block, sentence }: Locator): string {
  return sentence === undefined ? `${block}` : `${block}.${sentence}`;
}
