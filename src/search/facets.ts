/** What results can be narrowed to: written by the build as a file of the index, of all pages at once. */

/** In the order in which they are offered. */
export const facets = ['kind', 'account', 'type', 'year'] as const;
export type Facet = (typeof facets)[number];

/** The values that a page has. */
export type FacetValues = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** For every value of a facet the pages that have it, each as the distance of its number from the one before, the first from 0. */
export type FacetFile = Readonly<Record<Facet, Readonly<Record<string, readonly number[]>>>>;

/** The values of pages, in the order of the index, as they are written. */
export function writeFacets(pages: readonly FacetValues[]): FacetFile {
  const own = (facet: Facet) => {
    const lists = new Map<string, { last: number; gaps: number[] }>();
    for (const [i, values] of pages.entries())
      for (const value of values[facet] ?? []) {
        const list = lists.get(value) ?? { last: 0, gaps: [] };
        list.gaps.push(i - list.last);
        list.last = i;
        lists.set(value, list);
      }
    return Object.fromEntries([...lists].map(([value, { gaps }]) => [value, gaps]));
  };
  return { kind: own('kind'), account: own('account'), type: own('type'), year: own('year') };
}

/** The values of pages by id. */
export function readFacets(file: FacetFile, ids: readonly string[]): Map<string, FacetValues> {
  const pages = new Map<string, Partial<Record<Facet, string[]>>>();
  for (const facet of facets)
    for (const [value, gaps] of Object.entries(file[facet])) {
      let at = 0;
      for (const gap of gaps) {
        at += gap;
        const id = ids[at]!;
        const page = pages.get(id) ?? {};
        (page[facet] ??= []).push(value);
        pages.set(id, page);
      }
    }
  return pages;
}
