/** The ledger: every claim as a row, and what the rows can be filtered by. */
import { sourceOf } from '../corpus/corpus.ts';
import type { Article, Claim, Entity, Source } from '../corpus/corpus.ts';
import { compareDates, yearsIn, yearsTouched } from '../corpus/dates.ts';
import { typeLabel } from '../corpus/labels.ts';
import { compare } from '../corpus/problems.ts';
import { voiceKind, voiceKindLabel, voiceKinds } from '../corpus/voices.ts';
import type { VoiceKind } from '../corpus/voices.ts';
import { inAlphabet } from '../edition.ts';
import type { Edition } from '../edition.ts';

export interface LedgerRow {
  claim: Claim;
  source: Source;
  voice: VoiceKind;
  /** Ids of the entities that the claim is about, that speak in it, and of the events that it tells. */
  entities: readonly string[];
  /** Years of the year facet that its date touches; `undated` without a date. */
  years: readonly string[];
  /** Place of its date among the dates of all claims, from 0; claims of one date share it. */
  dateRank: number | undefined;
}

interface Option {
  value: string;
  label: string;
}

/** One way to filter: `name` in the address, groups of options on screen. */
export interface Facet {
  name: 'account' | 'kind' | 'voice' | 'stance' | 'entity' | 'year';
  label: string;
  groups: readonly { label?: string; options: readonly Option[] }[];
}

export interface Ledger {
  accounts: readonly { article: Article; source: Source; rows: readonly LedgerRow[] }[];
  /** Those with a choice to make. */
  facets: readonly Facet[];
}

/** The ledger of a whole corpus, accounts in order of publication, claims in order of the document. */
export function ledgerOf({ corpus, claimsIn, claimsOf }: Edition): Ledger {
  const claims = [...corpus.claims.values()];
  const entitiesOf = new Map<string, string[]>();
  for (const [entity, own] of claimsOf) for (const { id } of own) entitiesOf.set(id, [...(entitiesOf.get(id) ?? []), entity]);
  const dates = [...new Set(claims.flatMap(({ when }) => when ?? []))].sort((a, b) => compareDates(a, b) || compare(a, b));
  const rank = new Map(dates.map((date, i) => [date, i]));
  const allYears = yearsIn(dates);

  const row = (claim: Claim): LedgerRow => {
    const own = claim.when === undefined ? [] : yearsTouched(claim.when, allYears);
    return {
      claim,
      source: sourceOf(corpus, claim.article),
      voice: voiceKind(claim.voice),
      entities: entitiesOf.get(claim.id) ?? [],
      years: own.length > 0 ? own.map(String) : ['undated'],
      dateRank: claim.when === undefined ? undefined : rank.get(claim.when),
    };
  };
  const accounts = [...corpus.articles.values()].map((article) => ({
    article,
    source: sourceOf(corpus, article.id),
    rows: (claimsIn.get(article.id) ?? []).map(row),
  }));
  return {
    accounts,
    facets: facets(
      accounts,
      [...corpus.entities.values()].filter(({ id }) => claimsOf.has(id)),
      allYears,
    ),
  };
}

function facets(accounts: Ledger['accounts'], entities: readonly Entity[], allYears: readonly number[]): Facet[] {
  const rows = accounts.flatMap(({ rows }) => rows);
  const words = (values: Iterable<string>) => [...new Set(values)].sort(compare).map((value) => ({ value, label: value }));
  const byType = Map.groupBy(inAlphabet(entities), ({ type }) => type);
  const undated = rows.some(({ years }) => years[0] === 'undated') ? [{ value: 'undated', label: 'no date' }] : [];
  const one = (name: Facet['name'], label: string, options: Option[]): Facet => ({ name, label, groups: [{ options }] });
  const all: Facet[] = [
    one(
      'account',
      'Account',
      accounts.map(({ article, source }) => ({ value: article.id, label: `${source.record.siglum} · ${source.record.title}` })),
    ),
    one('kind', 'Kind', words(rows.map(({ claim }) => claim.kind))),
    one(
      'voice',
      'Voice',
      voiceKinds.filter((kind) => rows.some(({ voice }) => voice === kind)).map((value) => ({ value, label: voiceKindLabel[value] })),
    ),
    one('stance', 'Stance', words(rows.map(({ claim }) => claim.stance))),
    {
      name: 'entity',
      label: 'Name',
      groups: Object.entries(typeLabel).flatMap(([type, { many }]) => {
        const own = byType.get(type as keyof typeof typeLabel);
        return own === undefined ? [] : [{ label: many, options: own.map(({ id, name }) => ({ value: id, label: name })) }];
      }),
    },
    one('year', 'Year', [...allYears.map((year) => ({ value: String(year), label: String(year) })), ...undated]),
  ];
  return all.filter(({ groups }) => groups.flatMap(({ options }) => options).length > 1);
}
