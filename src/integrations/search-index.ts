/**
 * The index of search: Pagefind's engine and index, and the same index as classic scripts for pages opened from disk, where
 * `fetch`, modules and workers are blocked.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { IndexFile } from 'pagefind';
import { frameAddition } from '../exports/search-additions.ts';
import type { Addition } from '../exports/search-additions.ts';
import { describe, inIndex, packDirectory, unpackDirectory } from '../search/directory.ts';
import type { Directory, DirectoryFile, NamedPage } from '../search/directory.ts';
import { writeFacets } from '../search/facets.ts';
import type { FacetFile } from '../search/facets.ts';
import { scriptOf } from '../search/index-files.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { fileWriter } from './file-writer.ts';
import { cutFiles, indexOf, textOf } from './search-chunks.ts';
import { buildEngine } from './search-engine.ts';
import { normalise } from './search-copy.ts';
import { machineOf } from './search-machine.ts';
import { markUnused } from './search-synonyms.ts';
import { startIndex } from './start-index.ts';

/** Pagefind's own interfaces, which this site does not use, and its machines, of which it uses one. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|worker|highlight)\.|^wasm\./;

interface MadeIndex {
  files: readonly IndexFile[];
  /** Addresses of its pages, in the order in which they were added. */
  urls: readonly SitePath[];
  /** What they can be narrowed by. */
  facets: FacetFile;
}

export interface SearchIndex {
  /** Indexes the searched part of a page; done when the next can be taken. */
  add: (url: SitePath, main: string) => Promise<void>;
  /** The whole index. */
  close: () => Promise<MadeIndex>;
}

const mostPending = 16;

/** Starts an index of pages in one language, to which it adds what `additions` has for them by address. */
export async function openIndex(language: string, additions: ReadonlyMap<SitePath, Addition>): Promise<SearchIndex> {
  const index = await startIndex(language);
  const send = async (url: SitePath, content: string) => {
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
  };
  /** What Pagefind has yet to read: it reads pages as they come, and numbers them so. */
  const pending: Promise<void>[] = [];
  const urls: SitePath[] = [];
  const additionTo = (url: SitePath) => additions.get(url) ?? frameAddition;
  return {
    async add(url, main) {
      const content = normalise(`<html lang="${language}">${main}${additionTo(url).html}</main></html>`);
      if (pending.length === mostPending) await pending.shift();
      const sent = send(url, content);
      sent.catch(() => undefined);
      pending.push(sent);
      urls.push(url);
    },
    async close() {
      await Promise.all(pending);
      // Taken from memory: Pagefind's own writing may still be going on when it says that it is done.
      const { files, errors } = await index.getFiles();
      if (errors.length > 0) throw new Error(errors.join('; '));
      await pagefind.close();
      return { files, urls, facets: writeFacets(urls.map((url) => additionTo(url).facets)) };
    },
  };
}

/** Writes an index and the packed machine into `pagefind/` of a folder, for http and for pages opened from disk, and into its directory of names. */
export async function writeSearch(dist: string, { files, urls, facets }: MadeIndex, machine: Uint8Array): Promise<void> {
  const out = join(dist, 'pagefind');
  const engine = files.find(({ path }) => path === 'pagefind.js')!;
  const { own, stems } = await cutFiles([machineOf(files), ...files.filter((file) => file !== engine && !unused.test(file.path))], facets);
  machineOf(own).content = machine;
  const { name, ids } = indexOf(own);
  if (ids.length !== urls.length) throw new Error('Pagefind has left out pages.');
  const texts = new Map(own.map((file) => [file.path, file]));
  const pageOf = (url: SitePath, i: number) => describe(url, textOf(texts.get(`fragment/${ids[i]!}.pf_fragment`)!));
  const write = fileWriter();
  for (const { path, content } of own) write(join(out, path), content);
  await writeFile(join(out, 'engine.js'), await buildEngine(Buffer.from(engine.content).toString()));
  await nameIndex(join(dist, paths.asset('names.js')), name, urls, pageOf, stems);
  writeOfflineChunks(join(out, 'offline'), own, write);
}

/** Tells the directory of names of the index, so that whose a text is is known before it is loaded, and what it does not have is not looked for. */
async function nameIndex(
  file: string,
  name: string,
  urls: readonly SitePath[],
  pageOf: (url: SitePath, i: number) => NamedPage,
  stems: readonly string[],
): Promise<void> {
  const script = await readFile(file, 'utf8');
  const directory = unpackDirectory(JSON.parse(script.slice(script.indexOf('=') + 1)) as DirectoryFile);
  const known = new Set(directory.pages.map(([url]) => url));
  const others = urls.flatMap((url, i) => (known.has(url) ? [] : [pageOf(url, i)]));
  if (inIndex([...directory.pages, ...others]).join() !== urls.join()) throw new Error('A page that has a name is not searched.');
  const own: Directory = { ...directory, synonyms: markUnused(directory, name, stems), index: { name, others } };
  await writeFile(file, `__directory=${JSON.stringify(packDirectory(own))}`);
}

/** The files as classic scripts that hand over their bytes. */
function writeOfflineChunks(out: string, files: readonly IndexFile[], write: ReturnType<typeof fileWriter>): void {
  const packs = Map.groupBy(files, ({ path }) => scriptOf(path));
  for (const [pack, own] of packs) {
    const calls = own.map(({ path, content }) => `__chunk(${JSON.stringify(path)},"${Buffer.from(content).toString('base64')}")`);
    write(join(out, `${pack}.js`), calls.sort().join(';'));
  }
}
