/** Where the sealed sentences of a source stand in a reading of a text. */
import type { Locator } from './locators.ts';
import { seal } from './manifest.ts';
import { spellings } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Manifest } from './schema.ts';

/** A sentence of a manifest. */
export interface SealedSentence extends Required<Locator> {
  /** First code point in its block. */
  offset: number;
  /** Code points. */
  length: number;
  /** Code points of white space between the sentence before it and it, in a text on one line. */
  gap: number;
  sha256: string;
}

/** Where each sentence begins in the reading, offsets into its points; `undefined` where it does not stand in it. */
export type Alignment = readonly (number | undefined)[];

/** All sentences of a source, in order. */
export function sealedSentences(blocks: Manifest['blocks']): SealedSentence[] {
  return blocks.flatMap(({ block, sentences }) =>
    sentences.map(({ start, end, sha256 }, i) => ({
      block,
      sentence: i + 1,
      offset: start,
      length: end - start,
      gap: i === 0 ? 1 : start - sentences[i - 1]!.end,
      sha256,
    })),
  );
}

/** Which of a stretch's spellings has the seal; the first is the stretch as it is. */
export async function spellingUnder(sha256: string, stretch: string): Promise<string | undefined> {
  for (const spelling of spellings(stretch)) if ((await seal(spelling)) === sha256) return spelling;
  return undefined;
}

/**
 * Aligns the sentences of a source's blocks with a reading. First those that the reading's own lines, blocks and sentences
 * show, in the order of the source as far as they go; then their neighbours, whose lengths are known, so that it does not
 * matter where a browser cuts sentences; then what stands elsewhere; at last every stretch as long as a missing sentence.
 */
export async function align(blocks: Manifest['blocks'], sentences: readonly SealedSentence[], reading: Reading): Promise<Alignment> {
  const aligner = new Aligner(sentences, reading);
  const candidates = candidatesFor(blocks, sentences, reading);
  for (const { sentence, start } of heaviestChain(candidates)) aligner.place(sentence, start);
  await aligner.extend();
  for (const { sentence, start } of candidates) if (aligner.fits(sentence, start)) aligner.place(sentence, start);
  await aligner.extend();
  await aligner.search();
  return aligner.places;
}

/** A place where a sentence may stand. */
export interface Candidate {
  /** Its index among all sentences. */
  sentence: number;
  start: number;
  length: number;
}

/** Places looked at for one sentence; a short one such as “Share” may occur everywhere. */
const mostPlaces = 16;

/** Places that the reading's own stretches show, by sentence and place. */
function candidatesFor(blocks: Manifest['blocks'], sentences: readonly SealedSentence[], { stretches }: Reading): Candidate[] {
  return sentences.flatMap(({ block, offset, length, sha256 }, sentence) => {
    const inBlock = stretches.get(blocks[block - 1]!.sha256)?.starts.map((start) => start + offset) ?? [];
    const alone = stretches.get(sha256)?.starts ?? [];
    const starts = [...new Set([...inBlock, ...alone])].slice(0, mostPlaces);
    return starts.sort((a, b) => a - b).map((start) => ({ sentence, start, length }));
  });
}

/** The candidates that make up most text of all those that follow on each other in both the source and the reading. */
function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  const best = candidates.map(({ length }) => ({ weight: length, before: -1 }));
  let last = -1;
  for (const [i, candidate] of candidates.entries()) {
    for (let j = 0; j < i; j++) {
      const earlier = candidates[j]!;
      const follows = earlier.sentence < candidate.sentence && earlier.start + earlier.length <= candidate.start;
      if (follows && best[j]!.weight + candidate.length > best[i]!.weight)
        best[i] = { weight: best[j]!.weight + candidate.length, before: j };
    }
    if (last < 0 || best[i]!.weight > best[last]!.weight) last = i;
  }
  const chain: Candidate[] = [];
  for (let i = last; i >= 0; i = best[i]!.before) chain.unshift(candidates[i]!);
  return chain;
}

/** Words times sentences up to which every stretch is tried: well under a second. Beyond, a text has little of the source. */
const mostTries = 200_000;

class Aligner {
  readonly places: (number | undefined)[];
  readonly #sentences: readonly SealedSentence[];
  readonly #points: readonly string[];
  /** 1 for every code point of the reading that a sentence holds. */
  readonly #taken: Uint8Array;

  constructor(sentences: readonly SealedSentence[], { points }: Reading) {
    this.places = sentences.map(() => undefined);
    this.#sentences = sentences;
    this.#points = points;
    this.#taken = new Uint8Array(points.length);
  }

  place(i: number, start: number): void {
    this.places[i] = start;
    this.#taken.fill(1, start, start + this.#sentences[i]!.length);
  }

  /** Is the sentence still to be found, and is there room for it? */
  fits(i: number, start: number): boolean {
    const end = start + this.#sentences[i]!.length;
    return this.places[i] === undefined && start >= 0 && end <= this.#points.length && !this.#taken.subarray(start, end).includes(1);
  }

  async #tryAt(i: number, start: number): Promise<void> {
    if (!this.fits(i, start)) return;
    const { length, sha256 } = this.#sentences[i]!;
    const spelling = await spellingUnder(sha256, this.#points.slice(start, start + length).join(''));
    if (spelling !== undefined) this.place(i, start);
  }

  /** Looks for each sentence not yet found right behind the one before it and right before the one behind it. */
  async extend(): Promise<void> {
    for (const [i, { gap }] of this.#sentences.entries()) {
      const before = this.places[i - 1];
      if (before !== undefined) await this.#tryAt(i, before + this.#sentences[i - 1]!.length + gap);
    }
    for (const [i, { length }] of [...this.#sentences.entries()].reverse()) {
      const after = this.places[i + 1];
      if (after !== undefined) await this.#tryAt(i, after - this.#sentences[i + 1]!.gap - length);
    }
  }

  /** Tries every stretch from the beginning of a word to the end of one that is as long as a sentence not yet found. */
  async search(): Promise<void> {
    const missing = [...this.places.keys()].filter((i) => this.places[i] === undefined);
    const startsWord = (at: number) => this.#points[at] !== ' ' && (at === 0 || this.#points[at - 1] === ' ');
    const endsWord = (end: number) => end === this.#points.length || this.#points[end] === ' ';
    const starts = [...this.#points.keys()].filter((at) => this.#taken[at] === 0 && startsWord(at));
    if (starts.length * missing.length > mostTries) return;
    for (const i of missing) for (const start of starts) if (endsWord(start + this.#sentences[i]!.length)) await this.#tryAt(i, start);
  }
}
