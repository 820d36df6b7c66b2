/** What the browser knows of the site’s pages before the engine is there: written by the build into `assets/names.js`. */
import { paths } from '../urls.ts';
import type { PageText } from './lookup.ts';

export interface Directory {
  pages: readonly NamedPage[];
  /** Words and phrases that readers may use for each other, a list for each idea; `unusedMark` stands before those that no text has. */
  synonyms: readonly (readonly string[])[];
  /** Accounts by id: the siglum and the title. */
  accounts: Readonly<Record<string, readonly [siglum: string, title: string]>>;
  /** The index that was made of the site, and the pages in it that are not found by a name. */
  index?: { name: string; others: readonly NamedPage[] };
}

/** What is before a synonym that is typed and never read. */
export const unusedMark = '-';

/** Address of a page from the site’s root, its kind, how often the accounts name it, its title, and its other names. */
export type NamedPage = readonly [url: string, kind: string, weight: number, title: string, ...names: string[]];

/** The kinds of pages that are not of an entity, and where these are. */
const folders: Readonly<Record<string, (id: string) => string>> = { account: paths.article, question: paths.question };
const addressOf = (kind: string, id: string) => (folders[kind] ?? paths.entity)(id);

/** The id that a name makes, as most do. */
const idFrom = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** A page in the file: which of its names makes its id, or the id; how often it is named; its names. */
type PackedPage = readonly [id: number | string, weight: number, ...names: string[]];

/** The directory in its file, which every reader loads: pages by kind. */
export interface DirectoryFile extends Omit<Directory, 'pages'> {
  pages: Readonly<Record<string, readonly PackedPage[]>>;
}

export function packDirectory({ pages, ...rest }: Directory): DirectoryFile {
  const packed = pages.map(([url, kind, weight, ...names]) => {
    const maker = names.findIndex((name) => addressOf(kind, idFrom(name)) === url);
    return { kind, page: [maker < 0 ? /([^/]*)\.html$/.exec(url)![1]! : maker, weight, ...names] as const };
  });
  const kinds = Map.groupBy(packed, ({ kind }) => kind);
  return { pages: Object.fromEntries(Array.from(kinds, ([kind, list]) => [kind, list.map(({ page }) => page)])), ...rest };
}

export function unpackDirectory({ pages, ...rest }: DirectoryFile): Directory {
  const unpack = (kind: string, [id, weight, ...names]: PackedPage) =>
    [addressOf(kind, typeof id === 'string' ? id : idFrom(names[id]!)), kind, weight, ...(names as [string])] as const;
  return { pages: Object.entries(pages).flatMap(([kind, list]) => list.map((page) => unpack(kind, page))), ...rest };
}

/** Addresses of the pages of the index, in the order in which it has them. */
export const inIndex = (pages: readonly NamedPage[]) => pages.map(([url]) => url).sort();

/** A page that is not found by a name, such as the one on data, as its text says what it is. */
export const describe = (url: string, { meta }: Pick<PageText, 'meta'>): NamedPage => [url, meta.kind ?? '', 0, meta.title ?? url];

/** Ids of the pages of an index in its order, others after them: CBOR, where a text is its bytes and none of an id can follow it. */
export function idsOf(meta: Uint8Array, name: string): string[] {
  const language = name.slice(0, name.lastIndexOf('_'));
  const texts = new TextDecoder('latin1').decode(meta).matchAll(new RegExp(`${language}_[0-9a-f]+`, 'g'));
  return Array.from(texts, ([id]) => id);
}
