import type { Source } from '../corpus/corpus.ts';

/** The class that gives a source its hue; there are eight, and the ninth source has the first again. */
export function hue({ order }: Source): string {
  return `w${((order - 1) % 8) + 1}`;
}
