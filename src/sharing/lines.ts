/** Breaks a title into lines and finds the size at which it fills its place. */

/** The width of a stretch of text at a font size of 1. */
export type Measure = (text: string) => number;

export interface Fitted {
  lines: readonly string[];
  /** Font size, in the units of the place. */
  size: number;
}

interface Place {
  width: number;
  height: number;
  /** Font sizes to try, the largest first. */
  sizes: readonly number[];
  /** From one line to the next, in font sizes. */
  lineHeight: number;
}

/**
 * The title in lines of about equal width, at the largest size at which all of it has room; at the smallest size what has
 * none is cut off and an ellipsis stands for it. No line is wider than the place.
 */
export function fit(title: string, { width, height, sizes, lineHeight }: Place, measure: Measure): Fitted {
  const words = title.trim().split(/\s+/);
  for (const size of sizes) {
    const lines = wrap(words, width / size, measure);
    const wide = lines.some((line) => widthOf(line, measure) * size > width);
    if (!wide && lines.length * lineHeight * size <= height) return { size, lines: balance(words, lines.length, width / size, measure) };
  }
  const size = sizes.at(-1)!;
  const most = Math.floor(height / (lineHeight * size));
  const pieces = words.flatMap((word) => inPieces(word, width / size, measure));
  const lines = wrap(pieces, width / size, measure);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept.push(shorten(kept.pop()!, width / size, measure));
  return { size, lines: kept };
}

/** As many words a line as have room. */
function wrap(words: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && widthOf(longer, measure) <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/** The narrowest lines of the same number. */
function balance(words: readonly string[], count: number, width: number, measure: Measure): string[] {
  let [narrow, wide] = [Math.max(...words.map(measure)), width];
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2;
    if (wrap(words, middle, measure).length > count) narrow = middle;
    else wide = middle;
  }
  return wrap(words, wide, measure);
}

/** A word that is wider than a line, in pieces that are not. */
function inPieces(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  for (let rest = Array.from(word); rest.length > 0; rest = rest.slice(Array.from(pieces.at(-1)!).length))
    pieces.push(longest(rest, (start) => start, width, measure));
  return pieces;
}

function shorten(line: string, width: number, measure: Measure): string {
  return longest(
    Array.from(line),
    (start) => `${start.trimEnd()}…`,
    width,
    (text) => widthOf(text, measure),
  );
}

/** The longest start of a text, at least one letter, that has room in its finished form; measuring is slow, and so halves what is left. */
function longest(letters: readonly string[], finish: (start: string) => string, width: number, measure: Measure): string {
  const start = (length: number) => finish(letters.slice(0, length).join(''));
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(start(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return start(low);
}

/** A little more than the space of the pictures' fonts. */
const space = 0.3;

/** Words are measured one by one: most of them come again. */
function widthOf(line: string, measure: Measure): number {
  const words = line.split(' ');
  return words.reduce((sum, word) => sum + measure(word), (words.length - 1) * space);
}
