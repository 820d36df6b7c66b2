/** Collation: a text laid beside a source's manifest, which seals hold in it, and what stands where one does not. */
import { align, sealedSentences, spellingUnder } from './alignment.ts';
import type { Alignment, SealedSentence } from './alignment.ts';
import type { Locator } from './locators.ts';
import type { Reading } from './reading.ts';
import type { BlockRole, Manifest } from './schema.ts';

/**
 * Of what is sealed: it stands in the text as it was sealed; it does, but for curly or straight quotation marks or for
 * invisible characters; it does not.
 */
export type SealState = 'holds' | 'typography' | 'broken';

/** A stretch of the text, or of the source where the text lacks it. */
export interface Part {
  /** Empty where nothing stands in the place of what is sealed. */
  text: string;
  /** `differs`: stands in the place of sealed sentences. `absent`: nothing does. `added`: stands in no sentence's place. */
  state: 'holds' | 'typography' | 'differs' | 'absent' | 'added';
  /** The sealed sentences that it is, or in whose place it stands. */
  sentences: readonly Required<Locator>[];
}

/** Parts that belong together. */
export interface Row {
  /** The block of the source; none for text beside the blocks or in the place of several. */
  block?: number;
  parts: readonly Part[];
}

export interface CollatedBlock {
  block: number;
  role: BlockRole;
  state: SealState;
  /** State of each sentence, in order. */
  sentences: readonly SealState[];
}

export interface Collation {
  blocks: readonly CollatedBlock[];
  /** The whole text in its own order, and what is missing from it. */
  rows: readonly Row[];
  /** Do the sealed sentences found stand in the order of the source? */
  inOrder: boolean;
  /** Code points of the text that are sealed, and of all its stretches; the spaces between these are nobody’s. */
  sealed: number;
  length: number;
}

/** How many seals there are, of blocks and of sentences, or how many are in a state. */
export function countSeals({ blocks }: Pick<Collation, 'blocks'>, state?: SealState): number {
  const states = blocks.flatMap((block) => [block.state, ...block.sentences]);
  return state === undefined ? states.length : states.filter((one) => one === state).length;
}

/** Lays the readings of a text beside a source's blocks; of several the one with fewest broken seals counts. */
export async function collate(blocks: Manifest['blocks'], readings: readonly Reading[]): Promise<Collation> {
  const collations = await Promise.all(readings.map((reading) => collateReading(blocks, reading)));
  return collations.reduce((best, one) => (countSeals(one, 'broken') < countSeals(best, 'broken') ? one : best));
}

async function collateReading(blocks: Manifest['blocks'], reading: Reading): Promise<Collation> {
  const sentences = sealedSentences(blocks);
  const places = await align(blocks, sentences, reading);
  const states = await Promise.all(sentences.map(({ sha256, length }, i) => stateAt(places[i], length, sha256, reading)));
  const collated = blocks.map(async ({ block, role, length, sha256 }) => {
    const own = sentences.flatMap((sentence, i) => (sentence.block === block ? [i] : []));
    const first = own.find((i) => places[i] !== undefined);
    const start = first === undefined ? undefined : places[first]! - sentences[first]!.offset;
    return { block, role, state: await stateAt(start, length, sha256, reading), sentences: own.map((i) => states[i]!) };
  });
  const order = places.flatMap((place, i) => (place === undefined ? [] : [i])).sort((a, b) => places[a]! - places[b]!);
  const rows = rowsOf(sentences, places, states, order, reading);
  const others = rows.flatMap(({ parts }) => parts.flatMap(({ state, text }) => (state === 'differs' || state === 'added' ? [text] : [])));
  const sealed = order.reduce((sum, i) => sum + sentences[i]!.length, 0);
  return {
    blocks: await Promise.all(collated),
    rows,
    inOrder: order.every((sentence, i) => i === 0 || order[i - 1]! < sentence),
    sealed,
    length: sealed + Array.from(others.join('')).length,
  };
}

async function stateAt(start: number | undefined, length: number, sha256: string, { points, given }: Reading): Promise<SealState> {
  if (start === undefined || start < 0) return 'broken';
  const stretch = await spellingUnder(sha256, points.slice(start, start + length).join(''));
  if (stretch === undefined) return 'broken';
  return given.includes(stretch) ? 'holds' : 'typography';
}

/** Goes through the text: every sentence found, and after each what stands there and what is missing there. */
function rowsOf(
  sentences: readonly SealedSentence[],
  places: Alignment,
  states: readonly SealState[],
  order: readonly number[],
  reading: Reading,
): Row[] {
  const rows: { block?: number; parts: Part[] }[] = [];
  const push = (part: Part, block: number | undefined) => {
    const last = rows.at(-1);
    if (last !== undefined && block !== undefined && last.block === block) last.parts.push(part);
    else rows.push({ ...(block !== undefined && { block }), parts: [part] });
  };
  let end = 0;
  for (const [step, found] of [undefined, ...order].entries()) {
    if (found !== undefined) {
      const start = places[found]!;
      end = start + sentences[found]!.length;
      const state = states[found] === 'holds' ? 'holds' : 'typography';
      push({ text: reading.points.slice(start, end).join(''), state, sentences: [locatorOf(sentences[found]!)] }, sentences[found]!.block);
    }
    const next = order[step];
    const missing: SealedSentence[] = [];
    for (let i = (found ?? -1) + 1; i < sentences.length && places[i] === undefined; i++) missing.push(sentences[i]!);
    const texts = blocksBetween(end, next === undefined ? reading.points.length : places[next]!, reading);
    const around = found !== undefined && next !== undefined && sentences[found]!.block === sentences[next]!.block;
    for (const { block, ...part } of gapsOf(missing, texts)) push(part, block ?? (around ? sentences[found]!.block : undefined));
  }
  return rows;
}

const locatorOf = ({ block, sentence }: SealedSentence) => ({ block, sentence });

/** What stands between two offsets, cut where the text's own blocks begin. */
function blocksBetween(start: number, end: number, { points, breaks }: Reading): string[] {
  const cuts = [start, ...breaks.filter((at) => at > start && at < end), end];
  return cuts
    .slice(1)
    .map((cut, i) => points.slice(cuts[i], cut).join('').trim())
    .filter((text) => text !== '');
}

/**
 * Pairs the sentences missing at a place with the text that stands there: block by block where there are as many of the
 * one as of the other; all in one where that cannot be told.
 */
function gapsOf(missing: readonly SealedSentence[], texts: readonly string[]): (Part & { block?: number })[] {
  const groups = [...Map.groupBy(missing, ({ block }) => block)].map(([block, list]) => ({ block, sentences: list.map(locatorOf) }));
  const whole = texts.join('\n');
  if (groups.length === 0) return whole === '' ? [] : [{ text: whole, state: 'added', sentences: [] }];
  if (texts.length === 0) return groups.map((group) => ({ text: '', state: 'absent', ...group }));
  if (texts.length === groups.length) return groups.map((group, i) => ({ text: texts[i]!, state: 'differs', ...group }));
  const [only, ...others] = groups;
  const block = others.length === 0 ? { block: only!.block } : {};
  return [{ text: whole, state: 'differs', sentences: groups.flatMap((group) => group.sentences), ...block }];
}
