/**
 * A text in a reader's hands, made ready to be compared with seals wherever its lines, its blocks and what stands around
 * it fall. Nothing here touches Node, so that a browser can do it.
 */
import { oneLine, seal, splitBlocks, splitLines, splitSentences } from './manifest.ts';

export interface Reading {
  /** The whole text as code points, every run of white space one space. */
  points: readonly string[];
  /** Where its blocks begin, offsets into `points`. */
  breaks: readonly number[];
  /** Lines, blocks and sentences that may be sealed, by SHA-256; one with quotation marks stands under each of its spellings. */
  stretches: ReadonlyMap<string, Stretch>;
  /** The text as it was given, on one line: it may hold invisible characters that `points` is without. */
  given: string;
}

/** A text that occurs in a reading. */
export interface Stretch {
  /** Code points. */
  length: number;
  /** Where it begins, offsets into `points`. */
  starts: readonly number[];
}

/** Characters that programs put between letters and no reader sees: soft hyphen, zero-width spaces and joiners, direction marks. */
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** The readings of a text: without invisible characters and, where it holds some, as it is. */
export async function readText(text: string): Promise<Reading[]> {
  const given = splitBlocks(text).join(' ');
  const visible = text.replace(invisible, '');
  return Promise.all([...new Set([visible, text])].map((one) => read(one, given)));
}

async function read(text: string, given: string): Promise<Reading> {
  const blocks = splitBlocks(text);
  const lines = splitLines(text)
    .map(oneLine)
    .filter((line) => line !== '');
  const points = Array.from(blocks.join(' '));
  const places = new Map<string, Set<number>>();
  const add = (start: number, end: number) => {
    const stretch = points.slice(start, end).join('');
    const starts = places.get(stretch);
    if (starts === undefined) places.set(stretch, new Set([start]));
    else starts.add(start);
  };
  // Sentences also across blocks: some programs put a blank line after every line.
  for (const parts of [[points.join('')], blocks, lines]) {
    for (const [start, part] of placed(parts)) {
      add(start, start + lengthOf(part));
      for (const sentence of splitSentences(part)) add(start + sentence.start, start + sentence.end);
    }
  }
  return { points, breaks: [...placed(blocks)].map(([start]) => start), stretches: await sealAll(places), given };
}

/** Parts with where each begins in the text that they make with a space between them. */
function placed(parts: readonly string[]): [start: number, part: string][] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += lengthOf(part) + 1;
    return [start, part];
  });
}

const lengthOf = (text: string) => Array.from(text).length;

/** Stretches sealed at a time. */
const atOnce = 1000;

async function sealAll(places: ReadonlyMap<string, ReadonlySet<number>>): Promise<Map<string, Stretch>> {
  const sealed = new Map<string, Stretch>();
  const entries = [...places].flatMap(([text, starts]) => spellings(text).map((spelling) => ({ spelling, starts })));
  for (let i = 0; i < entries.length; i += atOnce) {
    const batch = entries.slice(i, i + atOnce);
    const seals = await Promise.all(batch.map(({ spelling }) => seal(spelling)));
    for (const [j, { spelling, starts }] of batch.entries()) {
      const others = sealed.get(seals[j]!)?.starts ?? [];
      sealed.set(seals[j]!, { length: lengthOf(spelling), starts: [...others, ...starts] });
    }
  }
  return sealed;
}

/**
 * A text and what it is with its quotation marks and apostrophes straight or curly, which programs exchange unasked.
 * `"A"` → `"A"`, `“A”`. All have the same length.
 */
export function spellings(text: string): string[] {
  const singles = [(t: string) => t, (t: string) => t.replace(/[‘’‛]/g, "'"), (t: string) => curl(t, /['‘’‛]/g, '‘', '’')];
  const doubles = [(t: string) => t, (t: string) => t.replace(/[“”„‟]/g, '"'), (t: string) => curl(t, /["“”„‟]/g, '“', '”')];
  return [...new Set(singles.flatMap((single) => doubles.map((double) => double(single(text)))))];
}

/** Puts an opening mark at the start, after a space, a bracket, a dash or another opening mark; elsewhere a closing one. */
function curl(text: string, marks: RegExp, opening: string, closing: string): string {
  return text.replace(marks, (_, at: number) => (at === 0 || /[\s([{‘“"'–—-]/u.test(text[at - 1]!) ? opening : closing));
}
