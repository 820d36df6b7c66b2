/** How far the notes in a wide margin run on below the text. Boxes that CSS anchors to the text give their page no height of their own. */
import type { Extent } from '../markdown/context.ts';

/** Height of a line, rem, and characters in it; lines of text are taken long and lines of notes short, to be on the safe side. */
const measures = {
  text: { line: 1.8, characters: 78, space: 1.1 },
  note: { line: 1.47, characters: 84, space: 1.6 },
  heading: { line: 1.6, characters: 60, space: 3.4 },
  footnote: { line: 1.12, characters: 40, space: 0.3 },
};

const height = (kind: keyof typeof measures, characters: number) =>
  Math.ceil(characters / measures[kind].characters) * measures[kind].line + measures[kind].space;

/** Estimated overhang in rem, from the text's extents and the number of characters of each note by the block it belongs to. */
export function overhang(extents: readonly Extent[], notes: ReadonlyMap<string, readonly number[]>): number {
  let [textBottom, notesBottom] = [0, 0];
  for (const { kind, characters, ids } of extents) {
    for (const id of ids) {
      const own = notes.get(id)?.reduce((sum, length) => sum + height('footnote', length), 0) ?? 0;
      if (own > 0) notesBottom = Math.max(textBottom, notesBottom + 0.5) + own;
    }
    textBottom += height(kind, characters);
  }
  return Math.max(0, Math.ceil(notesBottom - textBottom));
}
