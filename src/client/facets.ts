/** Filtering by facets: pure, so that ten thousand rows are gone through once for the rows and all the counts. */

/** What a row can be found by: its values by facet. */
export type Values = Readonly<Record<string, readonly string[] | undefined>>;

export interface Narrowed {
  /** For every row, whether it has all the wanted values. */
  shown: boolean[];
  /** For every facet, how many rows each of its values would leave, the other facets kept as they are. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Narrows the rows to the wanted value of each facet; a facet without one lets every row pass. */
export function narrow(rows: readonly Values[], facets: readonly string[], wanted: ReadonlyMap<string, string>): Narrowed {
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const count = (facet: string, row: Values) => {
    const own = counts.get(facet)!;
    for (const value of row[facet] ?? []) own.set(value, (own.get(value) ?? 0) + 1);
  };
  const fails = (row: Values, facet: string) => wanted.has(facet) && row[facet]?.includes(wanted.get(facet)!) !== true;
  const shown = rows.map((row) => {
    const failed = facets.filter((facet) => fails(row, facet));
    if (failed.length === 0) for (const facet of facets) count(facet, row);
    // With another value of the one facet that it fails, the row would be shown.
    if (failed.length === 1) count(failed[0]!, row);
    return failed.length === 0;
  });
  return { shown, counts };
}

/** The place of each value in their order, equal values sharing one; values by code units, so alike in every locale. */
export function ranks(values: readonly string[]): number[] {
  const place = new Map([...new Set(values)].sort().map((value, i) => [value, i]));
  return values.map((value) => place.get(value)!);
}
