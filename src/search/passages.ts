/** The places on a page that answer best, each with a few words around what was found. */
import type { Text } from './lookup.ts';

export interface Passage {
  /** Id of the block; none for the page as a whole. */
  id?: string;
  /** Is it a claim, whose record is in the ledger? */
  isClaim: boolean;
  /** Words in order; those that were found are marked. */
  words: readonly { text: string; isFound: boolean }[];
  /** Stands there more text before, or after? */
  cut: { before: boolean; after: boolean };
  /** The end of a link that has the browser mark what was found, as the standard of text fragments has it. */
  marks: string;
}

/** In the indexed copy of an account its claims are of this element. */
export const claimElement = 'dd';

const blocks = new Set(['p', 'li', 'table', 'tr', 'div', claimElement]);

/** Does a passage begin at this place? */
export function isBlock({ element, id }: Text['anchors'][number]): boolean {
  return blocks.has(element) && !/^n\d+$/.test(id);
}

const mostPassages = 3;
const length = 28;

/** The passages of a page that have the most of the ideas, the best first. */
export async function passagesOf(
  { anchors, length: all, words: read }: Text,
  places: readonly (readonly number[])[],
  weights: readonly number[],
): Promise<Passage[]> {
  const starts = anchors.filter(isBlock).sort((a, b) => a.location - b.location);
  const parts = [
    { element: '', id: undefined, start: 0, end: starts[0]?.location ?? all },
    ...starts.map(({ element, id, location }, i) => ({ element, id, start: location, end: starts[i + 1]?.location ?? all })),
  ].map((part) => {
    const own = places.map((list) => list.filter((at) => at >= part.start && at < part.end));
    // What it has of every idea, and a little for having it more than once.
    const held = own.reduce((sum, list, i) => sum + (list.length > 0 ? weights[i]! : 0), 0);
    const again = own.reduce((sum, list, i) => sum + (weights[i]! * Math.min(list.length, 4)) / 20, 0);
    return { ...part, found: new Set(own.flat()), score: held + again };
  });
  const best = Math.max(...parts.map(({ score }) => score));
  const chosen = parts
    .filter(({ score }) => score > 0 && score >= best / 2)
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, mostPassages);
  return Promise.all(
    chosen.map(async ({ element, id, start, end, found }) => {
      const { from, to } = stretch(
        start,
        end,
        [...found].sort((a, b) => a - b),
      );
      const words = await read(Math.max(start, from - before), to);
      return {
        ...(id !== undefined && { id }),
        isClaim: element === claimElement,
        words: words.slice(from, to).map((text, i) => ({ text, isFound: found.has(from + i) })),
        cut: { before: from > start, after: to < end },
        marks: marksOf(
          words,
          start,
          [...found].filter((at) => at >= from && at < to),
        ),
      };
    }),
  );
}

/** The stretch of a block that holds the most of what was found, a few words before it included. */
function stretch(start: number, end: number, found: readonly number[]): { from: number; to: number } {
  if (end - start <= length + 6) return { from: start, to: end };
  const held = (from: number) => found.filter((at) => at >= from && at < from + length - 4).length;
  const first = found.reduce((best, at) => (held(at) > held(best) ? at : best), found[0]!);
  const from = Math.max(start, Math.min(first - 4, end - length));
  return { from, to: Math.min(end, from + length) };
}

const mostMarks = 5;

/** So many words before what was found say which place is meant. */
const before = 3;

/** `:~:text=…`: words next to each other as one, with the words before them where these are plain, so that it is this place. */
function marksOf(words: readonly string[], start: number, found: readonly number[]): string {
  const core = (word: string) => /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(word)?.[0] ?? '';
  const isPlain = (word: string) => /^[\p{L}\p{N}]+$/u.test(word);
  const runs: { from: number; to: number }[] = [];
  for (const at of found.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.to === at && isPlain(words[at - 1]!)) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  const parts = runs.slice(0, mostMarks).flatMap(({ from, to }) => {
    const text = words
      .slice(from, to)
      .map((word, i) => (i === 0 || i === to - from - 1 ? core(word) : word))
      .join(' ');
    let begin = from;
    while (begin > start && from - begin < before && isPlain(words[begin - 1]!)) begin--;
    // In a link `-` and `,` have a meaning.
    const part = (value: string) => encodeURIComponent(value).replaceAll('-', '%2D');
    return text === '' ? [] : [`text=${begin < from ? `${part(words.slice(begin, from).join(' '))}-,` : ''}${part(text)}`];
  });
  return parts.length === 0 ? '' : `:~:${parts.join('&')}`;
}
