/** Pagefind’s engine as a classic script: of all that Pagefind ships, one index read on the page’s own thread. */
import { PagefindInstance } from 'pagefind-instance';
import { facetsName, signature } from '../search/index-files.ts';
import type { FacetFile } from '../search/facets.ts';
import type { Engine } from '../search/lookup.ts';
import { base, fetchFile } from './search-files.ts';

export interface LoadedEngine {
  engine: Engine;
  /** The name of the index. */
  name: string;
  /** The list of its pages. */
  meta: Uint8Array;
  /** What results can be narrowed to. */
  facets: () => Promise<FacetFile>;
}

declare global {
  interface Window {
    /** Loads what every search needs. */
    __pagefind?: () => Promise<LoadedEngine>;
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
  const name = instance.findIndex(lang).hash;
  const read = async (file: string) => (await (await fetchFile(base + file)).text()).slice(signature.length);
  return {
    engine: { search: instance.search.bind(instance), part: (id, part) => read(`fragment/${id}-${part}.pf_fragment`) },
    name,
    meta: instance.searchMeta,
    facets: async () => JSON.parse(await read(facetsName(name))) as FacetFile,
  };
};
