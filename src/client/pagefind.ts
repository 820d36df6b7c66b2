/** Pagefind’s engine as a classic script: of all that Pagefind ships, one index read on the page’s own thread. */
import { PagefindInstance } from 'pagefind-instance';
import { signature } from '../search/index-files.ts';
import type { Engine } from '../search/lookup.ts';
import { base, fetchFile } from './search-files.ts';

declare global {
  interface Window {
    /** Loads what every search needs: the engine, the name of the index and the list of its pages. */
    __pagefind?: () => Promise<{ engine: Engine; name: string; meta: Uint8Array }>;
  }
}

window.__pagefind = async () => {
  const instance = new PagefindInstance({
    basePath: base,
    baseUrl: '/',
    // Accounts are long, and what is asked for stands in them as well as in shorter pages.
    ranking: { pageLength: 0.2, metaWeights: { title: 8, aliases: 6 } },
  });
  const { lang } = document.documentElement;
  await instance.init(lang, { load_wasm: true });
  const engine: Engine = {
    search: instance.search.bind(instance),
    filters: instance.filters.bind(instance),
    part: async (id, part) => (await (await fetchFile(`${base}fragment/${id}-${part}.pf_fragment`)).text()).slice(signature.length),
  };
  return { engine, name: instance.findIndex(lang).hash, meta: instance.searchMeta };
};
