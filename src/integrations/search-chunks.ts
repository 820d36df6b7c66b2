/**
 * Pagefind’s files cut for readers on slow lines. Pagefind 1.5.2 writes chunks of its index of some 25 kB each, of which
 * a query of three words loads three or more. Smaller chunks are read by the same engine and give the same results.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { decode, encode } from 'cborg';
import type { IndexFile } from 'pagefind';
import { idsOf } from '../search/directory.ts';
import type { FacetFile } from '../search/facets.ts';
import { facetsName, signature } from '../search/index-files.ts';
import { partLength } from '../search/lookup.ts';
import type { PageText } from '../search/lookup.ts';
import { isBlock } from '../search/passages.ts';

/** A word of the index, what it stands in, and its variants. */
type Word = readonly [word: string, ...unknown[]];
interface EncodedWord {
  word: string;
  /** What its order is by. */
  order: Uint8Array;
  bytes: Uint8Array;
}
type Chunk = readonly [words: readonly Word[]];
type ChunkEntry = readonly [from: string, to: string, hash: string];
type Meta = readonly [
  version: string,
  pages: readonly (readonly [fragment: string, words: number])[],
  chunks: readonly ChunkEntry[],
  ...unknown[],
];

/**
 * Size of a chunk before it is packed, in bytes, where all words have so many. A query loads the list of chunks and some
 * chunks: smaller ones make a longer list. With this, the queries that load most, of ten chunks and more, load least.
 */
const chunkSize = (all: number) => Math.sqrt(2 * all);

/** A text of more words than this is cut in parts. */
const longText = 3 * partLength;

/** Words that share so many first letters stay together, so that what begins them finds all of them. */
const together = 3;

const unpack = (content: Uint8Array) => {
  const bytes = gunzipSync(content);
  if (bytes.subarray(0, signature.length).toString() !== signature) throw new Error('Pagefind has changed the format of its files.');
  return bytes.subarray(signature.length);
};
/** Packed by other threads. */
const pack = (bytes: Uint8Array): Promise<Uint8Array> => promisify(gzip)(Buffer.concat([Buffer.from(signature), bytes]), { level: 9 });
const read = (content: Uint8Array) => decode(unpack(content), { allowIndefinite: true }) as unknown;

/** The files with smaller chunks, and everything in order, in place of those that Pagefind made; with them what results can be narrowed to, and the stems of all words. */
export async function cutFiles(files: readonly IndexFile[], facets: FacetFile): Promise<{ own: IndexFile[]; stems: string[] }> {
  const ending = (name: string) => files.filter(({ path }) => path.endsWith(name));
  const [meta, entry] = [ending('.pf_meta')[0]!, ending('pagefind-entry.json')[0]!];
  const [version, pages, [first], ...rest] = read(meta.content) as Meta;
  const prefix = /^[^_]*_/.exec(first?.[2] ?? '')?.[0] ?? '';
  const name = (content: Uint8Array) => `${prefix}${createHash('sha256').update(content).digest('hex').slice(0, 7)}`;

  const words = ending('.pf_index').flatMap(({ content }) =>
    (read(content) as Chunk)[0].map((word): EncodedWord => ({ word: word[0], order: Buffer.from(word[0]), bytes: encode(word) })),
  );
  const chunks = cut(words.sort((a, b) => Buffer.compare(a.order, b.order))).map((list) => {
    const content = Buffer.concat([chunkHead(list.length), ...list.map(({ bytes }) => bytes)]);
    return { entry: [beginning(list[0]!), end(list.at(-1)!), name(content)], content };
  });
  const narrowing = Buffer.from(JSON.stringify(facets));
  const content = encode([version, pages, chunks.map(({ entry }) => entry), ...rest]);
  const index = name(Buffer.concat([content, narrowing]));
  const was = /pagefind\.(.*)\.pf_meta$/.exec(meta.path)![1]!;
  const fragments = ending('.pf_fragment');
  const made = new Set([meta, entry, ...fragments, ...ending('.pf_index')]);
  const own = [
    ...files.filter((file) => !made.has(file)),
    ...(await packed(fragments.map((file) => () => cutText(file)))),
    ...(await packed([
      () => chunks.map((chunk) => ({ path: `index/${chunk.entry[2]!}.pf_index`, content: chunk.content })),
      () => [
        { path: facetsName(index), content: narrowing },
        { path: `pagefind.${index}.pf_meta`, content },
      ],
    ])),
    { path: entry.path, content: Buffer.from(Buffer.from(entry.content).toString().replace(was, index)) },
  ];
  return { own, stems: words.map(({ word }) => word) };
}

/** Packs files while the next ones are made; not all at once, as packing takes memory. */
async function packed(lists: readonly (() => IndexFile[])[]): Promise<IndexFile[]> {
  const done: IndexFile[] = [];
  let last: Promise<IndexFile[]> = Promise.resolve([]);
  for (const list of lists) {
    const next = list();
    done.push(...(await last));
    last = Promise.all(next.map(async ({ path, content }) => ({ path, content: await pack(content) })));
  }
  return [...done, ...(await last)];
}

/** The text of a page without what results do not show; of a long one, the words in parts of their own, numbered from 0. Not yet packed. */
function cutText(file: IndexFile): IndexFile[] {
  const { url, content, meta, anchors } = textOf(file);
  const blocks = anchors.filter(isBlock).map(({ element, id, location }) => ({ element, id, location }));
  const words = content.split(/\s+/);
  const head = (own: Partial<PageText>) => ({
    path: file.path,
    content: Buffer.from(JSON.stringify({ url, meta, anchors: blocks, ...own })),
  });
  if (words.length <= longText) return [head({ content })];
  const parts = Array.from({ length: Math.ceil(words.length / partLength) }, (_, i) => words.slice(i * partLength, (i + 1) * partLength));
  return [
    head({ content: '', length: words.length }),
    ...parts.map((part, i) => ({ path: file.path.replace('.pf', `-${i}.pf`), content: Buffer.from(part.join(' ')) })),
  ];
}

/** The name of the index, and the ids of its pages in the order in which Pagefind was given them. */
export function indexOf(files: readonly IndexFile[]): { name: string; ids: string[] } {
  const { path, content } = files.find((file) => file.path.endsWith('.pf_meta'))!;
  const name = /pagefind\.(.*)\.pf_meta$/.exec(path)![1]!;
  const ids = (read(content) as Meta)[1].map(([id]) => id);
  // Readers have no decoder for it.
  if (idsOf(unpack(content), name).slice(0, ids.length).join() !== ids.join())
    throw new Error('Pagefind has changed the list of its pages.');
  return { name, ids };
}

/** The text of a page as it is packed. */
export const textOf = ({ content }: IndexFile) => JSON.parse(unpack(content).toString()) as PageText;

/** How a chunk of so many words begins: all but the words of `[[…]]`. */
function chunkHead(count: number): Uint8Array {
  const empty = encode([new Array(count).fill(0)]);
  return empty.subarray(0, empty.length - count);
}

/**
 * Where a chunk begins and ends: at the first letters of its words, as no other chunk has them. For a word that is in no
 * chunk’s range Pagefind loads every chunk whose range begins or ends with letters that it begins with.
 */
const beginning = ({ word }: EncodedWord) => word.slice(0, together);
const end = ({ word }: EncodedWord) => (word.length < together ? word : `${word.slice(0, together)}\uFFFF`);

/** Lists of words of about one chunk’s size each, in order. */
function cut(words: readonly EncodedWord[]): EncodedWord[][] {
  const lists: EncodedWord[][] = [];
  const enough = chunkSize(words.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let size = Infinity;
  let start = '';
  for (const word of words) {
    const begins = beginning(word);
    if (size >= enough && begins !== start) {
      lists.push([]);
      size = 0;
    }
    lists.at(-1)!.push(word);
    size += word.bytes.length;
    start = begins;
  }
  return lists;
}
