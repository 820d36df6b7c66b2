/** Pagefind and the directory of names, each loaded when it is first needed. */
import { fragmentKey } from '../search/directory.ts';
import type { Directory, NamedPage } from '../search/directory.ts';
import { Lookup } from '../search/lookup.ts';
import { Names } from '../search/names.ts';
import { paths } from '../urls.ts';
import { loadScript } from './load-script.ts';

declare global {
  interface Window {
    __directory?: Directory;
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
  /** The page that a text found in the index is of, where it has a name. */
  pageOf: (id: string) => NamedPage | undefined;
  /** The key of the text of a page. */
  fragmentOf: (url: string) => string;
}

export const loadNames = once(async (): Promise<Known> => {
  await loadScript(root + paths.asset('names.js'));
  const directory = window.__directory!;
  const keys = directory.fragments?.split(' ') ?? [];
  const byKey = new Map(keys.map((key, i) => [key, directory.pages[i]!]));
  const byUrl = new Map(keys.map((key, i) => [directory.pages[i]![0], key]));
  return { directory, names: new Names(directory), pageOf: (id) => byKey.get(fragmentKey(id)), fragmentOf: (url) => byUrl.get(url) ?? url };
});

export const loadLookup = once(async () => {
  await loadScript(`${root}pagefind/engine.js`);
  return new Lookup(await window.__pagefind!());
});
