/** Locators: where in a source a statement stands. `¶4 s2` on screen, `4.2` in files. */
import type { Manifest } from './schema.ts';

export interface Locator {
  /** Block number, from 1. */
  block: number;
  /** Sentence number in the block, from 1; absent where the whole block is meant. */
  sentence?: number;
}

/** Reads `4` or `4.2`; the schema has checked the form. */
export function parseLocator(text: string): Locator {
  const [block = 0, sentence] = text.split('.').map(Number);
  return { block, ...(sentence !== undefined && { sentence }) };
}

/** `¶4 s2`. */
export function locatorLabel({ block, sentence }: Locator): string {
  return sentence === undefined ? `¶${block}` : `¶${block} s${sentence}`;
}

/** `¶4 s2–3`, `¶4 s1, ¶5 s2`: several locators as short as they can be said. */
export function locatorsLabel(locators: readonly Locator[]): string {
  const parts: string[] = [];
  for (let i = 0; i < locators.length; i++) {
    const first = locators[i]!;
    let last = first;
    while (first.sentence !== undefined && locators[i + 1]?.block === first.block && locators[i + 1]?.sentence === last.sentence! + 1) {
      last = locators[++i]!;
    }
    parts.push(last === first ? locatorLabel(first) : `${locatorLabel(first)}–${last.sentence}`);
  }
  return parts.join(', ');
}

/** The locators that a label stands for, one for each sentence: `¶4 s2–3` → 4.2 and 4.3. The inverse of `locatorsLabel`. */
export function parseLabel(label: string): Locator[] {
  return [...label.matchAll(/¶(\d+)(?: s(\d+)(?:–(\d+))?)?/g)].flatMap(([, block, first, last = first]) => {
    if (first === undefined) return [{ block: Number(block) }];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, i) => ({ block: Number(block), sentence: Number(first) + i }));
  });
}

/** `4` or `4.2`, as files write it. */
export function locatorText({ block, sentence }: Locator): string {
  return sentence === undefined ? String(block) : `${block}.${sentence}`;
}

/** A run of text in one block: code points of the normalised block, as a Web Annotation `TextPositionSelector` counts them. */
export interface Stretch {
  block: number;
  start: number;
  end: number;
}

/** The stretches of a document that locators mean, sentences that follow each other as one: 4.2 and 4.3 → from the start of 4.2 to the end of 4.3. */
export function stretchesOf(locators: readonly Locator[], { blocks }: Pick<Manifest, 'blocks'>): Stretch[] {
  const stretches: Stretch[] = [];
  let last: Locator | undefined;
  for (const locator of locators) {
    const { block, sentence } = locator;
    const { length, sentences } = blocks[block - 1]!;
    const { start, end } = sentence === undefined ? { start: 0, end: length } : sentences[sentence - 1]!;
    if (last?.block === block && last.sentence !== undefined && sentence === last.sentence + 1) stretches.at(-1)!.end = end;
    else stretches.push({ block, start, end });
    last = locator;
  }
  return stretches;
}
