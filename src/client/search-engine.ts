/** Pagefind and the directory of names, each loaded when it is first needed. */
import type { Directory } from '../search/directory.ts';
import { Lookup } from '../search/lookup.ts';
import type { Engine } from '../search/lookup.ts';
import { Names } from '../search/names.ts';
import { paths } from '../urls.ts';
import { loadScript } from './load-script.ts';

interface Pagefind extends Engine {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
}

declare global {
  interface Window {
    __pagefind?: Pagefind;
    __directory?: Directory;
    __searchIncomplete?: boolean;
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
  const directory = window.__directory!;
  return { directory, names: new Names(directory) };
});

/** From disk, and on a page that forbids connections, the engine’s files come as classic scripts. */
const byScripts = () =>
  location.protocol === 'file:' || document.querySelector<HTMLMetaElement>('meta[http-equiv]')!.content.includes("connect-src 'none'");

export const loadLookup = once(async () => {
  const pagefind = byScripts()
    ? await loadScript(`${root}pagefind/offline/engine.js`).then(() => window.__pagefind!)
    : ((await import(`${root}pagefind/pagefind.js`)) as Pagefind);
  await pagefind.options({
    basePath: `${root}pagefind/`,
    baseUrl: '/',
    noWorker: true,
    // Accounts are long, and what is asked for stands in them as well as in shorter pages.
    ranking: { pageLength: 0.2, metaWeights: { title: 8, aliases: 6 } },
  });
  await pagefind.init();
  return new Lookup(pagefind);
});

/** Did a part of the index fail to load? From disk the loader notes it; on http the browser does. */
export function isIncomplete(): boolean {
  const failed = (entry: PerformanceEntry) =>
    entry.name.includes('/pagefind/') && (entry as PerformanceResourceTiming).responseStatus >= 400;
  return window.__searchIncomplete === true || performance.getEntriesByType('resource').some(failed);
}
