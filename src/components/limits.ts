/**
 * How much a page holds. A reader cannot use more, and every step of a build reads it again; what is left out is said, with
 * a way to it. No corpus below these figures notices them.
 */
export const limits = {
  /** Claims of the ledger, entries of the timeline, statements of the maps: as many as their filters answer at once. */
  whole: 12_000,
  /** Claims of one date, where the list of all dates is longer than that. */
  ofDate: 100,
  /** Accounts on the home page; accounts that name an entity, each with what it says. */
  accounts: 60,
  /** Mentions of an entity, and claims about it. */
  ofEntity: 300,
  /** Claims about a place, on the page of the maps. */
  ofPlace: 200,
  /** Sigla in a row. */
  sigla: 24,
};

/** The first of a list, as many as there is room for, and the others. */
export function firstOf<Value>(list: readonly Value[], most: number): { first: readonly Value[]; rest: readonly Value[] } {
  return list.length <= most ? { first: list, rest: [] } : { first: list.slice(0, most), rest: list.slice(most) };
}
