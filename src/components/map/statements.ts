/** What the accounts say of places, in order of the dates that they give. */
import type { Claim, Corpus, Source } from '../../corpus/corpus.ts';
import { sourceOf } from '../../corpus/corpus.ts';
import { compareDates } from '../../corpus/dates.ts';
import { firstOf, limits } from '../limits.ts';

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
  /** How many more there are, where all dates together have too many for one page. */
  more: number;
}

/**
 * Claims that name a place and have a date, and those about who holds ground even without one; by date, then by account. Of
 * more than `whole`, each date gives its first, those about who holds ground before the others.
 */
export function stepsOf(corpus: Corpus, { whole, ofDate } = limits): Step[] {
  const claims = [...corpus.claims.values()].filter(
    ({ where, when, kind }) => where.length > 0 && (when !== undefined || kind === 'control'),
  );
  return [...Map.groupBy(claims, ({ when }) => when)]
    .toSorted(([a], [b]) => compareDates(a, b))
    .map(([when, list]) => {
      const { first, rest } = claims.length <= whole ? { first: list, rest: [] } : firstOf(list.toSorted(holdingFirst), ofDate);
      return { when, statements: first.map((claim) => ({ claim, source: sourceOf(corpus, claim.article) })), more: rest.length };
    });
}

function holdingFirst(a: Claim, b: Claim): number {
  return Number(b.kind === 'control') - Number(a.kind === 'control');
}
