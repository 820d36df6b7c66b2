/** Search over the pages, which are indexed as they are drawn. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { compare } from '../corpus/problems.ts';
import { loadEdition } from '../edition.ts';
import { additionsTo } from '../exports/search-additions.ts';
import type { SitePath } from '../urls.ts';
import { searchedPart, withoutMarks } from './search-copy.ts';
import type { SearchMessage, SearchWork } from './search-thread.ts';

export default function search(): AstroIntegration {
  let thread: Worker;
  let searched: Promise<unknown[]>;
  const send = (message: SearchMessage, moved: ArrayBuffer[] = []) => thread.postMessage(message, moved);
  return {
    name: 'search',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((drawing) => ({
          ...drawing,
          name: 'search',
          setup: async () => {
            await drawing.setup?.();
            const edition = await loadEdition();
            const work: SearchWork = { language: edition.corpus.site.language, additions: additionsTo(edition) };
            // It makes little but garbage: with room for less of it, a build of 1,000 accounts takes 1.7 GB in place of 2.
            thread = new Worker(new URL('./search-thread.ts', import.meta.url), {
              workerData: work,
              resourceLimits: { maxYoungGenerationSizeMb: 16 },
            });
            searched = once(thread, 'message');
            searched.catch(() => undefined);
            // A build that fails elsewhere does not wait for it.
            thread.unref();
          },
          // In the order of their names: the index numbers pages as they come.
          getStaticPaths: async () =>
            (await drawing.getStaticPaths()).sort((a, b) =>
              compare(fileOf(a.pathname, a.route.isIndex), fileOf(b.pathname, b.route.isIndex)),
            ),
          render: async (request, options) => {
            const drawn = await drawing.render(request, options);
            if (options.routeData.type !== 'page') return drawn;
            const response = 'response' in drawn ? drawn.response : drawn;
            const html = Buffer.from(await response.arrayBuffer());
            const main = searchedPart(html);
            if (main !== undefined) send({ url: fileAt(decodeURI(new URL(request.url).pathname)), main }, [main.buffer]);
            // Byte by byte: marks are Latin letters, and most of a page need not be read as text.
            return new Response(Buffer.from(withoutMarks(html.toString('latin1')), 'latin1'), response);
          },
        }));
      },
      'astro:build:generated': ({ dir }) => send({ dist: fileURLToPath(dir) }),
      'astro:build:done': async ({ logger }) => {
        thread.ref();
        const [pages] = await searched;
        logger.info(`${String(pages)} pages searched`);
      },
    },
  };
}

/** File of an address: `/entities/` → `entities/index.html`. */
const fileAt = (pathname: string) => pathname.slice(1).replace(/^$|\/$/, '$&index.html') as SitePath;

/** File of a page by Astro's name of it. */
const fileOf = (name: string, isIndex: boolean) => fileAt(`${name.replace(/\/$/, '')}${isIndex ? '/' : '.html'}`);
