/**
 * Search over the pages, which are indexed as they are drawn: Pagefind's engine and index, and the same index as classic
 * scripts for pages opened from disk, where `fetch`, modules and workers are blocked.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { compare } from '../corpus/problems.ts';
import { loadEdition } from '../edition.ts';
import { additionsTo, frameAddition } from '../exports/search-additions.ts';
import { inIndex } from '../search/directory.ts';
import type { Directory } from '../search/directory.ts';
import { foldForSearch } from '../search/fold.ts';
import { scriptOf } from '../search/index-files.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { fileWriter } from './file-writer.ts';
import { cutFiles, indexOf } from './search-chunks.ts';
import type { IndexFile } from './search-chunks.ts';
import { buildEngine } from './search-engine.ts';
import { machineOf, packMachine } from './search-machine.ts';

/** Pagefind's own interfaces, which this site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|worker|highlight)\.|^wasm\.unknown\./;

export default function search(): AstroIntegration {
  let machine: Promise<Uint8Array>;
  let index: SearchIndex;
  let made: Promise<MadeIndex>;
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
            const { language } = edition.corpus.site;
            machine = packMachine(language);
            machine.catch(() => undefined);
            index = await openIndex(language, additionsTo(edition));
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
      // Pagefind, a process of its own, makes the index while the next integrations are at work: it is told before they begin.
      'astro:build:generated': async () => {
        await index.taken();
        made = index.close();
        made.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const index = await made;
        await writeSearch(fileURLToPath(dir), index, await machine);
        logger.info(`${index.urls.length} pages searched`);
      },
    },
  };
}

/** File of an address: `/entities/` → `entities/index.html`. */
const fileAt = (pathname: string) => pathname.slice(1).replace(/^$|\/$/, '$&index.html') as SitePath;

/** File of a page by Astro's name of it. */
const fileOf = (name: string, isIndex: boolean) => fileAt(`${name.replace(/\/$/, '')}${isIndex ? '/' : '.html'}`);

interface MadeIndex {
  files: readonly IndexFile[];
  /** Addresses of its pages, in the order in which they were added. */
  urls: readonly SitePath[];
}

export interface SearchIndex {
  /** Indexes a page, if it is one to be searched; done when the next can be taken. */
  add: (url: SitePath, html: Buffer) => Promise<void>;
  /** Done when all pages are indexed. */
  taken: () => Promise<void>;
  /** The whole index. */
  close: () => Promise<MadeIndex>;
}

const mostPending = 16;

/** Starts an index of pages in one language, to which it adds what `additions` has for them by address. */
export async function openIndex(language: string, additions: ReadonlyMap<SitePath, string>): Promise<SearchIndex> {
  // One index for every script: an Arabic query typed on an English page must find its name.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const send = async (url: SitePath, content: string) => {
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
  };
  /** What Pagefind has yet to read, while pages are drawn: it reads them as they come, and numbers them so. */
  const pending: Promise<void>[] = [];
  const urls: SitePath[] = [];
  return {
    async add(url, html) {
      const start = html.indexOf('<main');
      if (!html.includes('data-pagefind-body', start)) return;
      const main = html.toString('utf8', start, html.indexOf('</main>', start));
      const content = normalise(`<html lang="${language}">${main}${additions.get(url) ?? frameAddition}</main></html>`);
      if (pending.length === mostPending) await pending.shift();
      const sent = send(url, content);
      sent.catch(() => undefined);
      pending.push(sent);
      urls.push(url);
    },
    async taken() {
      await Promise.all(pending);
    },
    async close() {
      await this.taken();
      // Taken from memory: Pagefind's own writing may still be going on when it says that it is done.
      const { files, errors } = await index.getFiles();
      if (errors.length > 0) throw new Error(errors.join('; '));
      await pagefind.close();
      return { files, urls };
    },
  };
}

/** Writes an index and the packed machine into `pagefind/` of a folder, for http and for pages opened from disk, and into its directory of names. */
export async function writeSearch(dist: string, { files, urls }: MadeIndex, machine: Uint8Array): Promise<void> {
  const out = join(dist, 'pagefind');
  const engine = files.find(({ path }) => path === 'pagefind.js')!;
  const own = await cutFiles(files.filter((file) => file !== engine && !unused.test(file.path)));
  machineOf(own).content = machine;
  const { name, ids } = indexOf(own);
  if (ids.length !== urls.length) throw new Error('Pagefind has left out pages.');
  const write = fileWriter();
  for (const { path, content } of own) write(join(out, path), content);
  await writeFile(join(out, 'engine.js'), await buildEngine(Buffer.from(engine.content).toString()));
  await nameIndex(join(dist, paths.asset('names.js')), name, urls);
  writeOfflineChunks(join(out, 'offline'), own, write);
}

/** Tells the directory of names of the index, so that whose a text is is known before it is loaded. */
async function nameIndex(file: string, name: string, urls: readonly string[]): Promise<void> {
  const script = await readFile(file, 'utf8');
  const named = (JSON.parse(script.slice(script.indexOf('=') + 1)) as Directory).pages.map(([url]) => url);
  const known = new Set(named);
  const others = urls.filter((url) => !known.has(url));
  if (inIndex(named, others).join() !== urls.join()) throw new Error('A page that has a name is not searched.');
  await writeFile(file, `${script};__directory.index=${JSON.stringify({ name, others })}`);
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

/** The files as classic scripts that hand over their bytes. */
function writeOfflineChunks(out: string, files: readonly IndexFile[], write: ReturnType<typeof fileWriter>): void {
  const packs = Map.groupBy(files, ({ path }) => scriptOf(path));
  for (const [pack, own] of packs) {
    const calls = own.map(({ path, content }) => `__chunk(${JSON.stringify(path)},"${Buffer.from(content).toString('base64')}")`);
    write(join(out, `${pack}.js`), calls.sort().join(';'));
  }
}
