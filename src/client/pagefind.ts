/** Pagefind’s engine as a classic script: of all that Pagefind ships, one index read on the page’s own thread. */
import { PagefindInstance } from 'pagefind-instance';
import type { Engine } from '../search/lookup.ts';
import { base } from './search-files.ts';

declare global {
  interface Window {
    /** Loads what every search needs. */
    __pagefind?: () => Promise<Engine>;
  }
}

window.__pagefind = async () => {
  const instance = new PagefindInstance({
    basePath: base,
    baseUrl: '/',
    // Accounts are long, and what is asked for stands in them as well as in shorter pages.
    ranking: { pageLength: 0.2, metaWeights: { title: 8, aliases: 6 } },
  });
  await instance.init(document.documentElement.lang, { load_wasm: true });
  return instance;
};
