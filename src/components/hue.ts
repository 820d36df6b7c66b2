import type { Source } from '../corpus/corpus.ts';

/** The class that gives a source its hue; there are six, and the seventh source has the first again. */
export function hue({ order }: Pick<Source, 'order'>): string {
  return `w${((order - 1) % 6) + 1}`;
}
