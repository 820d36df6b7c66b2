/** The part of `pagefind.js` that `src/integrations/search-engine.ts` cuts out of it. */
declare module 'pagefind-instance' {
  import type { Engine } from '../search/lookup.ts';

  export class PagefindInstance implements Engine {
    constructor(options: { basePath: string; baseUrl: string; ranking: object });
    init(language: string, options: { load_wasm: boolean }): Promise<void>;
    search: Engine['search'];
    filters: Engine['filters'];
  }
}
