/** What the accounts say of places, in order of the dates that they give. */
import type { Claim, Corpus, Source } from '../../corpus/corpus.ts';
import { sourceOf } from '../../corpus/corpus.ts';
import { compareDates } from '../../corpus/dates.ts';

/** A claim about a place. */
export interface Statement {
  claim: Claim;
  source: Source;
}

/** The statements of one date. */
export interface Step {
  /** EDTF level 1; the last step may be without one. */
  when: string | undefined;
  statements: readonly Statement[];
}

/** Claims that name a place and have a date, and those about who holds ground even without one; by date, then by account. */
export function stepsOf(corpus: Corpus): Step[] {
  const claims = [...corpus.claims.values()].filter(
    ({ where, when, kind }) => where.length > 0 && (when !== undefined || kind === 'control'),
  );
  return [...Map.groupBy(claims, ({ when }) => when)]
    .toSorted(([a], [b]) => compareDates(a, b))
    .map(([when, list]) => ({ when, statements: list.map((claim) => ({ claim, source: sourceOf(corpus, claim.article) })) }));
}
