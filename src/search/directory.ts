/** What the browser knows of the site’s pages before the engine is there: written by the build into `assets/names.js`. */

export interface Directory {
  pages: readonly NamedPage[];
  /** Words and phrases that readers may use for each other, a list for each idea. */
  synonyms: readonly (readonly string[])[];
  /** Accounts by id: the siglum and the title. */
  accounts: Readonly<Record<string, readonly [siglum: string, title: string]>>;
}

/** Address of a page from the site’s root, its kind, how often the accounts name it, its title, and its other names. */
export type NamedPage = readonly [url: string, kind: string, weight: number, title: string, ...names: string[]];

/** What results can be narrowed to, in the order in which they are offered. */
export const facets = ['kind', 'account', 'type', 'year'] as const;
export type Facet = (typeof facets)[number];
