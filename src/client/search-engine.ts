/** Pagefind and the directory of names, each loaded when it is first needed. */
import { idsOf, inIndex, unpackDirectory } from '../search/directory.ts';
import type { Directory, DirectoryFile, NamedPage } from '../search/directory.ts';
import { readFacets } from '../search/facets.ts';
import type { FacetValues } from '../search/facets.ts';
import { Lookup } from '../search/lookup.ts';
import { Names } from '../search/names.ts';
import { paths } from '../urls.ts';
import { loadScript } from './load-script.ts';

declare global {
  interface Window {
    __directory?: DirectoryFile;
  }
}

const script = document.currentScript as HTMLScriptElement;
/** Address of the site’s folder, with a slash at its end. */
export const root = new URL('..', script.src).href;

/** Keeps what was loaded; a load that failed is tried again with the next call. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

export interface Known {
  directory: Directory;
  names: Names;
}

export const loadNames = once(async (): Promise<Known> => {
  await loadScript(root + paths.asset('names.js'));
  const directory = unpackDirectory(window.__directory!);
  return { directory, names: new Names(directory) };
});

export interface Indexed {
  lookup: Lookup;
  /** The page that a text found in the index is of, where it has a name. */
  pageOf: (id: string) => NamedPage | undefined;
  /** The id of a page in the index. */
  idOf: (url: string) => string | undefined;
  /** What the pages of the index can be narrowed by, by their ids. */
  loadFacets: () => Promise<ReadonlyMap<string, FacetValues>>;
}

export const loadIndex = once(async (): Promise<Indexed> => {
  await loadScript(`${root}pagefind/engine.js`);
  const [{ directory }, { engine, name, meta, facets }] = await Promise.all([loadNames(), window.__pagefind!()]);
  // A directory of another build does not say whose the texts of this index are: they do.
  const all = directory.index?.name === name ? [...directory.pages, ...directory.index.others] : [];
  const urls = inIndex(all);
  const ids = idsOf(meta, name);
  const named = new Map(all.map((page) => [page[0], page]));
  const pages = new Map(urls.map((url, i) => [ids[i]!, named.get(url)]));
  const byUrl = new Map(urls.map((url, i) => [url, ids[i]]));
  return {
    lookup: new Lookup(engine),
    pageOf: (id) => pages.get(id),
    idOf: (url) => byUrl.get(url),
    loadFacets: once(async () => readFacets(await facets(), ids)),
  };
});
