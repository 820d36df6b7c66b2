/** What the indexed copy of a page says beyond the page. */
import type { Claim } from '../corpus/corpus.ts';
import { dateInWords, yearsIn, yearsTouched } from '../corpus/dates.ts';
import { speakerName } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import type { FacetValues } from '../search/facets.ts';
import { claimElement } from '../search/passages.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';

export interface Addition {
  /** What it can be narrowed by. */
  facets: FacetValues;
  /** HTML for its end: its date and, of an account, its claims, which have no words of their own there. */
  html: string;
}

/** What is added to pages, by address. */
export function additionsTo({ corpus, claimsIn, mentionsOf }: Edition): Map<SitePath, Addition> {
  const about = new Map<string, Set<string>>();
  for (const { article, where, who, about: events } of corpus.claims.values())
    for (const entity of [...where, ...who, ...events]) {
      const accounts = about.get(entity);
      if (accounts === undefined) about.set(entity, new Set([article]));
      else accounts.add(article);
    }
  const allYears = yearsIn([...corpus.claims.values(), ...corpus.entities.values()].flatMap(({ when }) => when ?? []));
  const years = (records: readonly { when?: string | undefined }[]) =>
    valuesOf(records.flatMap(({ when }) => (when === undefined ? [] : yearsTouched(when, allYears).map(String))));
  const say = ({ id, says, when, kind, voice }: Claim) => {
    const facts = [speakerName(voice[0]!, corpus.entities), kind, ...(when === undefined ? [] : [dateInWords(when)])];
    return `<${claimElement} id="${id}">${escapeText(`${says} – ${facts.join(', ')}`)}</${claimElement}>`;
  };
  return new Map<SitePath, Addition>([
    ...[...corpus.articles.values()].map(({ id, source }) => {
      const own = claimsIn.get(id) ?? [];
      const facets = { kind: ['account'], account: [id], year: years(own) };
      return [
        paths.article(id),
        { facets, html: dated(corpus.sources.get(source)!.record.published.when) + own.map(say).join('') },
      ] as const;
    }),
    ...[...corpus.entities.values()].map((entity) => {
      const account = valuesOf([...(mentionsOf.get(entity.id) ?? []).map(({ article }) => article), ...(about.get(entity.id) ?? [])]);
      const facets = { kind: ['name'], type: [entity.type], account, year: years([entity]) };
      return [paths.entity(entity.id), { facets, html: dated(entity.when) }] as const;
    }),
    ...[...corpus.questions.values()].map(({ id, answers }) => {
      const own = answers.map(({ claim }) => corpus.claims.get(claim)!);
      const account = valuesOf(own.map(({ article }) => article));
      return [paths.question(id), { facets: { kind: ['question'], account, year: years(own) }, html: '' }] as const;
    }),
    ...[...corpus.sources.keys()].map((id) => [paths.source(id), { facets: { kind: ['source'] }, html: '' }] as const),
  ]);
}

/** The addition to a page of the frame. */
export const frameAddition: Addition = { facets: { kind: ['page'] }, html: '' };

const valuesOf = (list: readonly string[]) => [...new Set(list)].sort();

/** When an account was published or an event took place: shown with results, and searched, as tables of facts are not. */
function dated(when: string | undefined): string {
  return when === undefined ? '' : `<i data-pagefind-meta="date">${escapeText(dateInWords(when))}</i>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
