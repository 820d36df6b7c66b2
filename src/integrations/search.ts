/**
 * Search over the finished pages: Pagefind's index as it ships for http, and the same index as classic scripts for
 * pages opened from disk, where `fetch`, modules and workers are blocked.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, transform } from 'esbuild';
import * as pagefind from 'pagefind';
import { dateInWords } from '../corpus/dates.ts';
import { cutFiles } from './search-chunks.ts';
import { foldForSearch } from '../search/fold.ts';
import type { Facet } from '../search/directory.ts';
import { claimElement } from '../search/passages.ts';

/** Pagefind's own interfaces, which this site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|worker|highlight)\.|^wasm\.unknown\./;

/** Pages read at a time. */
const atOnce = 50;

export default function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeSearch(fileURLToPath(dir));
        logger.info(`${pages} pages searched`);
      },
    },
  };
}

/** Indexes the pages of a finished folder, into `pagefind/` there; gives how many they are. */
export async function writeSearch(dist: string): Promise<number> {
  const out = join(dist, 'pagefind');
  const pages = await writeIndex(dist, out, await readAdditions(join(dist, 'data')));
  await writeOfflineEngine(out);
  await writeOfflineChunks(out);
  return pages;
}

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => ending.test(name))
    .sort();
}

async function writeIndex(dist: string, out: string, additions: ReadonlyMap<string, string>): Promise<number> {
  const language = /<html lang="([^"]+)"/.exec(await readFile(join(dist, 'index.html'), 'utf8'))?.[1] ?? 'en';
  // One index for every script: an Arabic query typed on an English page must find its name.
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  let pages = 0;
  const urls = await filesIn(dist, /\.html$/);
  for (let i = 0; i < urls.length; i += atOnce) {
    const texts = await Promise.all(urls.slice(i, i + atOnce).map(async (url) => ({ url, html: await readFile(join(dist, url), 'utf8') })));
    // One after the other: Pagefind numbers pages as they come, and the same pages must give the same bytes.
    for (const { url, html } of texts.filter((page) => page.html.includes('data-pagefind-body'))) {
      const { errors: failed } = await index.addHTMLFile({
        url,
        content: normalise(
          html.replace(
            '</main>',
            () => `${additions.get(url) ?? filters({ kind: [url.startsWith('sources/') ? 'source' : 'page'] })}</main>`,
          ),
        ),
      });
      if (failed.length > 0) throw new Error(`${url}: ${failed.join('; ')}`);
      pages++;
    }
  }
  // Taken from memory: Pagefind's own writing may still be going on when it says that it is done.
  const { files, errors: lost } = await index.getFiles();
  if (lost.length > 0) throw new Error(lost.join('; '));
  for (const { path, content } of cutFiles(files.filter((file) => !unused.test(file.path)))) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    // The engine is shipped with its lines broken and its names long.
    await writeFile(join(out, path), path === 'pagefind.js' ? (await transform(Buffer.from(content), { minify: true })).code : content);
  }
  await pagefind.close();
  return pages;
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

interface Claim {
  id: string;
  article: string;
  says: string;
  when?: string;
  kind: string;
  voice: { person?: string; organisation?: string; outlet?: string; as?: string }[];
  where: string[];
  who: string[];
  about: string[];
}

/**
 * What the indexed copy of a page says beyond the page, by address: what its results can be narrowed by and, of an
 * account, its claims, which have no words of their own there.
 */
async function readAdditions(data: string): Promise<Map<string, string>> {
  const read = async <Value>(name: string) => JSON.parse(await readFile(join(data, `${name}.json`), 'utf8')) as Value[];
  const [articles, claims, entities, questions, mentions, sources] = await Promise.all([
    read<{ id: string; url: string; source: string }>('articles'),
    read<Claim>('claims'),
    read<{ id: string; url: string; type: string; name: string; when?: string }>('entities'),
    read<{ url: string; answers: { claim: string }[] }>('questions'),
    read<{ entity: string; article: string }>('mentions'),
    read<{ id: string; published: { when: string } }>('sources'),
  ]);
  const published = new Map(sources.map(({ id, published: { when } }) => [id, when]));
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const claimsIn = Map.groupBy(claims, ({ article }) => article);
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  const naming = Map.groupBy(mentions, ({ entity }) => entity);
  const about = new Map<string, string[]>();
  for (const { article, where, who, about: events } of claims)
    for (const entity of [...where, ...who, ...events]) about.set(entity, [...(about.get(entity) ?? []), article]);
  const years = (dates: readonly (string | undefined)[]) => dates.flatMap((date) => date?.match(/\d{4}/g) ?? []);
  const say = ({ id, says, when, kind, voice }: Claim) => {
    const [first] = voice;
    const speaker = nameOf.get(first?.person ?? first?.organisation ?? first?.outlet ?? '') ?? first?.as;
    const facts = [speaker, kind, when === undefined ? undefined : dateInWords(when)].filter((fact) => fact !== undefined);
    return `<${claimElement} id="${id}">${escapeText(`${says} – ${facts.join(', ')}`)}</${claimElement}>`;
  };
  return new Map([
    ...articles.map(({ id, url, source }) => {
      const own = claimsIn.get(id) ?? [];
      return [
        url,
        dated(published.get(source)) +
          filters({ kind: ['account'], account: [id], year: years(own.map(({ when }) => when)) }) +
          own.map(say).join(''),
      ] as const;
    }),
    ...entities.map(({ id, url, type, when }) => {
      const account = [...(naming.get(id) ?? []).map(({ article }) => article), ...(about.get(id) ?? [])];
      return [url, filters({ kind: ['name'], type: [type], account, year: years([when]) }) + dated(when)] as const;
    }),
    ...questions.map(({ url, answers }) => {
      const own = answers.map(({ claim }) => claimOf.get(claim)!);
      return [
        url,
        filters({ kind: ['question'], account: own.map(({ article }) => article), year: years(own.map(({ when }) => when)) }),
      ] as const;
    }),
  ]);
}

const filters = (values: Partial<Record<Facet, string[]>>) =>
  Object.entries(values)
    .flatMap(([facet, list]) => [...new Set(list)].sort().map((value) => `<i data-pagefind-filter="${facet}:${value}"></i>`))
    .join('');

/** When an account was published or an event took place: shown with results, and searched, as tables of facts are not. */
const dated = (when: string | undefined) => (when === undefined ? '' : `<i data-pagefind-meta="date">${escapeText(dateInWords(when))}</i>`);

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

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
