/** The part of `pagefind.js` that `src/integrations/search-engine.ts` cuts out of it. */
declare module 'pagefind-instance' {
  type Engine = import('../search/lookup.ts').Engine;

  export class PagefindInstance {
    constructor(options: { basePath: string; baseUrl: string; ranking: object });
    init(language: string, options: { load_wasm: boolean }): Promise<void>;
    findIndex(language: string): { hash: string };
    searchMeta: Uint8Array;
    search: Engine['search'];
  }
}
