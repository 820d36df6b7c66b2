/**
 * Search over the pages, which are indexed as they are drawn: Pagefind's index as it ships for http, and the same index as
 * classic scripts for pages opened from disk, where `fetch`, modules and workers are blocked.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, transform } from 'esbuild';
import * as pagefind from 'pagefind';
import { compare } from '../corpus/problems.ts';
import { loadEdition } from '../edition.ts';
import { foldForSearch } from '../search/fold.ts';
import type { SitePath } from '../urls.ts';
import { additionsTo, frameAddition } from './search-additions.ts';
import { cutFiles } from './search-chunks.ts';
import type { IndexFile } from './search-chunks.ts';

/** Pagefind's own interfaces, which this site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|worker|highlight)\.|^wasm\.unknown\./;

export default function search(): AstroIntegration {
  let index: SearchIndex;
  let made: Promise<IndexFile[]>;
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
            index = await openIndex(edition.corpus.site.language, additionsTo(edition));
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
            await index.add(fileAt(decodeURI(new URL(request.url).pathname)), html);
            // Byte by byte: marks are Latin letters, and most of a page need not be read as text.
            return new Response(Buffer.from(withoutMarks(html.toString('latin1')), 'latin1'), response);
          },
        }));
      },
      // Pagefind, a process of its own, makes them while the next integrations are at work.
      'astro:build:generated': () => {
        made = index.close();
        made.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeSearch(fileURLToPath(dir), await made);
        logger.info(`${pages} pages searched`);
      },
    },
  };
}

/** File of an address: `/entities/` → `entities/index.html`. */
const fileAt = (pathname: string) => pathname.slice(1).replace(/^$|\/$/, '$&index.html') as SitePath;

/** File of a page by Astro's name of it. */
const fileOf = (name: string, isIndex: boolean) => fileAt(`${name.replace(/\/$/, '')}${isIndex ? '/' : '.html'}`);

export interface SearchIndex {
  /** Indexes a page, if it is one to be searched; done when the next can be taken. */
  add: (url: SitePath, html: Buffer) => Promise<void>;
  /** The files of the whole index. */
  close: () => Promise<IndexFile[]>;
}

/** Starts an index of pages in one language, to which it adds what `additions` has for them by address. */
export async function openIndex(language: string, additions: ReadonlyMap<SitePath, string>): Promise<SearchIndex> {
  // One index for every script: an Arabic query typed on an English page must find its name.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const send = async (url: SitePath, content: string) => {
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
  };
  /** Pagefind reads a page while the next one is drawn; one after the other, as it numbers them as they come. */
  let last = Promise.resolve();
  return {
    async add(url, html) {
      if (!html.includes('data-pagefind-body')) return;
      const content = normalise(html.toString().replace('</main>', () => `${additions.get(url) ?? frameAddition}</main>`));
      await last;
      last = send(url, content);
      last.catch(() => undefined);
    },
    async close() {
      await last;
      // Taken from memory: Pagefind's own writing may still be going on when it says that it is done.
      const { files, errors } = await index.getFiles();
      if (errors.length > 0) throw new Error(errors.join('; '));
      await pagefind.close();
      return files;
    },
  };
}

/** Writes an index into `pagefind/` of a folder, for http and for pages opened from disk; gives how many pages it has. */
export async function writeSearch(dist: string, files: readonly IndexFile[]): Promise<number> {
  const out = join(dist, 'pagefind');
  for (const { path, content } of cutFiles(files.filter((file) => !unused.test(file.path)))) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    // The engine is shipped with its lines broken and its names long.
    await writeFile(join(out, path), path === 'pagefind.js' ? (await transform(Buffer.from(content), { minify: true })).code : content);
  }
  await writeOfflineEngine(out);
  await writeOfflineChunks(out);
  return files.filter(({ path }) => path.endsWith('.pf_fragment')).length;
}

/**
 * The copy of a page that is indexed: without what Pagefind would read only to leave it out, in plain typography and
 * folded Arabic in its text and aliases, with a space at the end of blocks that Pagefind would glue together, and with
 * addresses on elements of their own.
 */
export function normalise(html: string): string {
  return withoutIgnored(html)
    .replace(/<style\b.*?<\/style>|<sup\b.*?<\/sup>/gs, ' ')
    .replace(/<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g, (part) =>
      part.startsWith('<') ? foldAliases(emptyAnchor(part)) : escapeQuotes(foldForSearch(part)),
    )
    .replace(/<\/(?:dt|dd|th|td|caption|summary|figcaption|header|li|legend)>(\s*<t[dh]\b)?/g, (end, cell?: string) =>
      cell === undefined ? ` ${end}` : ` · ${end}`,
    );
}

/** Elements left out of search, which are most of a long page, are not there to be read; an empty cell still parts its neighbours. */
function withoutIgnored(html: string): string {
  const kept: string[] = [];
  let done = 0;
  for (let mark = 0; (mark = html.indexOf(' data-pagefind-ignore', mark)) !== -1; mark = Math.max(mark + 1, done)) {
    const start = html.lastIndexOf('<', mark);
    if (html.startsWith('<td', start)) continue;
    const tags = new RegExp(`<(/?)${/\w+/.exec(html.slice(start, mark))![0]}\\b`, 'g');
    tags.lastIndex = start;
    let depth = 0;
    let tag;
    while ((tag = tags.exec(html)) !== null && (depth += tag[1] === '' ? 1 : -1) > 0);
    kept.push(html.slice(done, start));
    done = tag === null ? html.length : html.indexOf('>', tag.index) + 1;
  }
  return [...kept, html.slice(done)].join(' ');
}

/**
 * Pagefind keeps with every address on a page the text of its element, which it never shows but for headings. An empty
 * element before it has the same address and place: `<p id="p1">a` → `<p id="p1"></p><p>a`.
 */
const emptyAnchor = (tag: string) =>
  tag.replace(
    /^<(?!h\d|input)(\w+)(.*?)( id=(?:"[^"]*"|[^\s>]+))/s,
    (_, name: string, before: string, id: string) => `<${name}${id}></${name}><${name}${before}`,
  );

const foldAliases = (tag: string) =>
  tag.replace(/ data-aliases="([^"]*)"/, (_, aliases: string) => ` data-aliases="${escapeQuotes(foldForSearch(aliases))}"`);

const escapeQuotes = (text: string) => text.replaceAll('"', '&quot;');

/** A page without what only the index reads. */
export function withoutMarks(html: string): string {
  return html.replace(/<span hidden data-aliases=[^>]*><\/span>| data-pagefind-(?:body|ignore|meta)(?:="[^"]*")?(?=[^<>]*>)/g, '');
}

/** Pagefind's engine as one classic script; `fetch` and its own address are replaced at build, nothing global is touched. */
async function writeOfflineEngine(out: string): Promise<void> {
  const shim = await build({
    entryPoints: [fileURLToPath(new URL('../client/offline-fetch.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: '__offline',
    write: false,
    minify: true,
    target: 'es2022',
  });
  await build({
    stdin: { resolveDir: out, contents: `import * as pagefind from './pagefind.js'; window.__pagefind = pagefind;` },
    outfile: join(out, 'offline/engine.js'),
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'ascii',
    target: 'es2022',
    logLevel: 'error',
    define: { 'fetch': '__offline.fetchChunk', 'Worker': 'undefined', 'import.meta.url': '__offline.base' },
    banner: { js: `(function(){${shim.outputFiles[0]!.text}` },
    footer: { js: '})();' },
  });
}

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => ending.test(name))
    .sort();
}

/** Every chunk as a classic script that hands over its bytes; fragments share files, as many small files are slow to copy. */
async function writeOfflineChunks(out: string): Promise<void> {
  const packs = new Map<string, string[]>();
  for (const name of await filesIn(out, /\.(?:pf_meta|pf_index|pf_filter|pf_fragment|pagefind)$|^pagefind-entry\.json$/)) {
    const bytes = await readFile(join(out, name));
    const pack = name.replace(/^(fragment\/[^/]*?_[0-9a-f]{2})[0-9a-f]*\.pf_fragment$/, '$1');
    packs.set(pack, [...(packs.get(pack) ?? []), `__chunk(${JSON.stringify(name)},"${bytes.toString('base64')}")`]);
  }
  for (const [pack, calls] of packs) {
    const file = join(out, 'offline', `${pack}.js`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, calls.join(';'));
  }
}
