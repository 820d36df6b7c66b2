/** Which source a text is: a short form of every source's seals, and the search in it. */
import type { Reading } from './reading.ts';
import type { Manifest } from './schema.ts';

export interface SealIndexEntry {
  /** Id of the source. */
  id: string;
  /** SHA-256 of the document's file. */
  sha256: string;
  /** The beginnings of the seals of its blocks and sentences, each once. */
  seals: readonly string[];
}

/** Hex digits of a seal that tell it from every other. */
const digits = 16;

/** The short form of one source’s seals. */
export function sealIndexEntry(id: string, { sha256, blocks }: Pick<Manifest, 'sha256' | 'blocks'>): SealIndexEntry {
  const seals = blocks.flatMap((block) => [block.sha256, ...block.sentences.map((sentence) => sentence.sha256)]);
  return { id, sha256, seals: [...new Set(seals.map((seal) => seal.slice(0, digits)))] };
}

/** Shorter stretches, such as “Share this” or a name, stand in many texts. Code points. */
const telling = 20;

/**
 * The source whose sealed stretches make up most of the readings of a text; none where no stretch that tells one text
 * from another is sealed.
 */
export function identify<Entry extends SealIndexEntry>(readings: readonly Reading[], index: readonly Entry[]): Entry | undefined {
  const lengths = new Map<string, number>();
  for (const { stretches } of readings)
    for (const [sha256, { length }] of stretches) if (length >= telling) lengths.set(sha256.slice(0, digits), length);
  let best: Entry | undefined;
  let most = 0;
  for (const entry of index) {
    const sum = entry.seals.reduce((total, seal) => total + (lengths.get(seal) ?? 0), 0);
    if (sum > most) [best, most] = [entry, sum];
  }
  return best;
}
