/** What the indexed copy of a page says beyond the page. */
import type { Claim } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { speakerName } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import type { Facet } from '../search/directory.ts';
import { claimElement } from '../search/passages.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';

/**
 * HTML for the end of a page, by address: what its results can be narrowed by and, of an account, its claims, which have
 * no words of their own there.
 */
export function additionsTo({ corpus, claimsIn, mentionsOf }: Edition): Map<SitePath, string> {
  const about = new Map<string, Set<string>>();
  for (const { article, where, who, about: events } of corpus.claims.values())
    for (const entity of [...where, ...who, ...events]) {
      const accounts = about.get(entity);
      if (accounts === undefined) about.set(entity, new Set([article]));
      else accounts.add(article);
    }
  const say = ({ id, says, when, kind, voice }: Claim) => {
    const facts = [speakerName(voice[0]!, corpus.entities), kind, ...(when === undefined ? [] : [dateInWords(when)])];
    return `<${claimElement} id="${id}">${escapeText(`${says} – ${facts.join(', ')}`)}</${claimElement}>`;
  };
  return new Map([
    ...[...corpus.articles.values()].map(({ id, source }) => {
      const own = claimsIn.get(id) ?? [];
      const facets = filters({ kind: ['account'], account: [id], year: years(own.map(({ when }) => when)) });
      return [paths.article(id), dated(corpus.sources.get(source)!.record.published.when) + facets + own.map(say).join('')] as const;
    }),
    ...[...corpus.entities.values()].map(({ id, type, when }) => {
      const account = [...(mentionsOf.get(id) ?? []).map(({ article }) => article), ...(about.get(id) ?? [])];
      return [paths.entity(id), filters({ kind: ['name'], type: [type], account, year: years([when]) }) + dated(when)] as const;
    }),
    ...[...corpus.questions.values()].map(({ id, answers }) => {
      const own = answers.map(({ claim }) => corpus.claims.get(claim)!);
      const account = own.map(({ article }) => article);
      return [paths.question(id), filters({ kind: ['question'], account, year: years(own.map(({ when }) => when)) })] as const;
    }),
    ...[...corpus.sources.keys()].map((id) => [paths.source(id), filters({ kind: ['source'] })] as const),
  ]);
}

/** The addition to a page of the frame. */
export const frameAddition = filters({ kind: ['page'] });

function years(dates: readonly (string | undefined)[]): string[] {
  return dates.flatMap((date) => date?.match(/\d{4}/g) ?? []);
}

function filters(values: Partial<Record<Facet, string[]>>): string {
  return Object.entries(values)
    .flatMap(([facet, list]) => [...new Set(list)].sort().map((value) => `<i data-pagefind-filter="${facet}:${value}"></i>`))
    .join('');
}

/** When an account was published or an event took place: shown with results, and searched, as tables of facts are not. */
function dated(when: string | undefined): string {
  return when === undefined ? '' : `<i data-pagefind-meta="date">${escapeText(dateInWords(when))}</i>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
