/**
 * `npm run bench:search`: generated pages searched from disk with this site’s search, with MiniSearch and with FlexSearch.
 * Prints, for 100, 1,000 and 10,000 pages, the compressed bytes that a reader loads and the time until names and until
 * texts are there, as shares of MiniSearch’s, and how often an empty page could be opened until names are there, all of the
 * same run: a machine that is busy with other things is slow at all of it. Needs a build in `dist`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { openIndex, writeSearch } from '../../src/integrations/search-index.ts';
import { packDirectory } from '../../src/search/directory.ts';
import type { NamedPage } from '../../src/search/directory.ts';
import { paths } from '../../src/urls.ts';
import { launchBrowser } from '../e2e/browser.ts';

const sizes = process.argv.slice(2).map(Number);
const runs = 5;

/** A generator of numbers from 0 to 1, the same in every run. */
function random(seed: number): () => number {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

interface Article {
  id: number;
  title: string;
  text: string;
}

/** Pages of some 300 words, of which few are frequent and many are rare, each page with a name of its own. */
function articles(count: number): Article[] {
  const next = random(1);
  const syllables = 'ba da fa ga ha ja ka la ma na qa ra sa ta wa za bi di fi gi hi ji ki li mi ni qi ri si ti'.split(' ');
  const word = () => Array.from({ length: 2 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * syllables.length)]).join('');
  const words = Array.from({ length: 12_000 }, word);
  const pick = () => words[Math.floor(words.length * next() ** 4)]!;
  return Array.from({ length: count }, (_, id) => ({
    id,
    title: `${word()}${word()} ${id}`,
    text: Array.from({ length: 300 }, pick).join(' '),
  }));
}

const folder = mkdtempSync(join(tmpdir(), 'search-'));
const browser = await launchBrowser();

async function writeOurs(list: readonly Article[]): Promise<string> {
  const site = join(folder, `ours-${list.length}`);
  mkdirSync(join(site, 'entities'), { recursive: true });
  for (const file of ['search.html', 'assets']) cpSync(join('dist', file), join(site, file), { recursive: true });
  const main = ({ title, text }: Article) =>
    `<main data-pagefind-body><span hidden data-pagefind-meta="kind:page"></span><h1>${title}</h1><p id="p1">${text}</p>`;
  const index = await openIndex('en', new Map());
  for (const article of list.toSorted((a, b) => (`${a.id}.html` < `${b.id}.html` ? -1 : 1))) {
    writeFileSync(
      join(site, 'entities', `${article.id}.html`),
      `<!doctype html><html lang="en"><title>x</title>${main(article)}</main></html>`,
    );
    await index.add(paths.entity(String(article.id)), main(article));
  }
  const pages = list.map(({ id, title }): NamedPage => [`entities/${id}.html`, 'place', 1, title]);
  writeFileSync(join(site, 'assets/names.js'), `__directory=${JSON.stringify(packDirectory({ pages, synonyms: [], accounts: {} }))}`);
  await writeSearch(site, await index.close(), readFileSync('dist/pagefind/wasm.en.pagefind'));
  return site;
}

const libraries = {
  MiniSearch: {
    engine: `import M from 'minisearch'; window.find = (q) => M.loadJSON(window.index, { fields: ['title', 'text'] }).search(q, { prefix: true, combineWith: 'AND' })`,
    index: (list: readonly Article[]) => {
      const index = new MiniSearch<Article>({ fields: ['title', 'text'] });
      index.addAll([...list]);
      return JSON.stringify(JSON.stringify(index));
    },
  },
  FlexSearch: {
    engine: `import F from 'flexsearch'; window.find = (q) => { const i = new F.Index({ tokenize: 'forward' }); for (const [k, v] of window.index) i.import(k, v); return i.search(q) }`,
    index: (list: readonly Article[]) => {
      const index = new FlexSearch.Index({ tokenize: 'forward' });
      for (const { id, title, text } of list) index.add(id, `${title} ${text}`);
      const parts: [string, string][] = [];
      index.export((key: string, value: string) => {
        parts.push([key, value]);
      });
      return JSON.stringify(parts);
    },
  },
};

async function writeLibrary(name: keyof typeof libraries, list: readonly Article[]): Promise<string> {
  const site = join(folder, `${name}-${list.length}`);
  mkdirSync(site);
  const { engine, index } = libraries[name];
  const made = await build({ stdin: { contents: engine, resolveDir: '.' }, bundle: true, format: 'iife', minify: true, write: false });
  writeFileSync(join(site, 'engine.js'), made.outputFiles[0]!.text);
  writeFileSync(join(site, 'index.js'), `window.index=${index(list)}`);
  writeFileSync(
    join(site, 'search.html'),
    `<!doctype html><meta charset="utf-8"><p data-search-status></p><script src="engine.js"></script><script src="index.js"></script><script>
const query = decodeURIComponent(location.hash.slice(3));
document.querySelector('p').textContent = find(query).length + ' for “' + query + '”';</script>`,
  );
  return site;
}

interface Measured {
  bytes: number;
  names: number;
  texts: number;
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** Compressed as a host would send it; Pagefind’s own files are so already. */
function weigh(file: string): number {
  return /\.(?:pf_\w+|pagefind)$/.test(file) ? statSync(file).size : gzipSync(readFileSync(file), { level: 9 }).length;
}

/** Milliseconds from opening the page until a first result, and until the search of texts is done. */
async function time(page: Page, address: string): Promise<{ names: number; texts: number; loaded: string[] }> {
  const loaded: string[] = [];
  page.removeAllListeners('request');
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('about:blank');
  loaded.length = 0;
  await page.goto(address, { waitUntil: 'commit' });
  const seen = await page.evaluate(
    () =>
      new Promise<{ names: number; texts: number }>((done) => {
        let names = 0;
        const look = () => {
          if (names === 0 && document.querySelector('[data-result]') !== null) names = performance.now();
          if (document.querySelector('[data-search-status]')?.textContent.includes('“') === true)
            done({ names: names || performance.now(), texts: performance.now() });
          else setTimeout(look, 2);
        };
        look();
      }),
  );
  return { ...seen, loaded };
}

async function measure(site: string, queries: readonly string[]): Promise<Measured> {
  const page = await browser.newPage();
  const all: Measured[] = [];
  for (let run = 0; run < runs; run++)
    for (const [i, query] of queries.entries()) {
      const { names, texts, loaded } = await time(page, `${pathToFileURL(site).href}/search.html#q=${encodeURIComponent(query)}`);
      // What the offline copies are made of is what a host would send.
      const files = loaded
        .map((url) => fileURLToPath(url.split(/[?#]/)[0]!))
        .map(onHost)
        .filter((file) => existsSync(file));
      all.push({ names: i === 0 ? names : NaN, texts, bytes: [...new Set(files)].reduce((sum, file) => sum + weigh(file), 0) });
    }
  await page.close();
  return {
    bytes: median(all.map(({ bytes }) => bytes)),
    names: median(all.map(({ names }) => names).filter((names) => !Number.isNaN(names))),
    texts: median(all.map(({ texts }) => texts)),
  };
}

/** Milliseconds until an empty page is there. */
async function timeEmpty(): Promise<number> {
  const file = join(folder, 'empty.html');
  writeFileSync(file, '<!doctype html><title>x</title><p>x</p>');
  const page = await browser.newPage();
  const all: number[] = [];
  for (let run = 0; run < runs * 2; run++) {
    await page.goto(pathToFileURL(file).href);
    all.push(await page.evaluate(() => performance.now()));
  }
  await page.close();
  return median(all);
}

const onHost = (file: string) => file.replace(/offline\/(.*)\.js$/, '$1');

console.log('   pages               kB   × MiniSearch   names ms   × empty page   texts ms   × MiniSearch');
for (const size of sizes.length > 0 ? sizes : [100, 1000, 10_000]) {
  const list = articles(size);
  // A name, and a word of texts alone.
  const queries = [list[7]!.title.split(' ')[0]!, list[Math.floor(size / 2)]!.text.split(' ').find((word) => word.length > 6)!];
  const sites = [
    ['this site', await writeOurs(list)],
    ['MiniSearch', await writeLibrary('MiniSearch', list)],
    ['FlexSearch', await writeLibrary('FlexSearch', list)],
  ] as const;
  const measured = [];
  for (const [name, site] of sites) measured.push([name, await measure(site, queries)] as const);
  const mini = measured[1]![1];
  const empty = await timeEmpty();
  for (const [name, { bytes, names, texts }] of measured)
    console.log(
      `${String(size).padStart(8)} ${name.padEnd(11)} ${(bytes / 1000).toFixed(0).padStart(7)} ${(bytes / mini.bytes).toFixed(3).padStart(13)} ${names.toFixed(0).padStart(10)} ${(names / empty).toFixed(1).padStart(14)} ${texts.toFixed(0).padStart(10)} ${(texts / mini.texts).toFixed(3).padStart(13)}`,
    );
}
await browser.close();
rmSync(folder, { recursive: true });
