/** What the browser knows of the site’s pages before the engine is there: written by the build into `assets/names.js`. */

export interface Directory {
  pages: readonly NamedPage[];
  /** Words and phrases that readers may use for each other, a list for each idea. */
  synonyms: readonly (readonly string[])[];
  /** Accounts by id: the siglum and the title. */
  accounts: Readonly<Record<string, readonly [siglum: string, title: string]>>;
  /** The index that was made of the site, and the pages in it that have no name here. */
  index?: { name: string; others: readonly string[] };
}

/** Address of a page from the site’s root, its kind, how often the accounts name it, its title, and its other names. */
export type NamedPage = readonly [url: string, kind: string, weight: number, title: string, ...names: string[]];

/** Addresses of the pages of the index, in the order in which it has them. */
export const inIndex = (named: readonly string[], others: readonly string[]) => [...named, ...others].sort();

/** Ids of the pages of an index in its order, others after them: CBOR, where a text is its bytes and none of an id can follow it. */
export function idsOf(meta: Uint8Array, name: string): string[] {
  const language = name.slice(0, name.lastIndexOf('_'));
  const texts = new TextDecoder('latin1').decode(meta).matchAll(new RegExp(`${language}_[0-9a-f]+`, 'g'));
  return Array.from(texts, ([id]) => id);
}
