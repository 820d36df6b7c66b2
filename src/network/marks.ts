/** Sizes in the drawing, in its units. The browser draws by the same rule when it shows one account. */

export const lineHeight = 14;

/** Radius of the disc of a name in so many claims: its area grows with them. */
export function radiusOf(claims: number): number {
  return Math.round(10 * (3.5 + 1.5 * Math.sqrt(claims))) / 10;
}

/** Width of the line of a tie that so many claims tell. */
export function widthOf(claims: number): number {
  return Math.round(10 * 0.9 * Math.sqrt(Math.max(claims, 1))) / 10;
}

/** A name in one line, or in two as even as its spaces allow. */
export function linesOf(name: string): string[] {
  if (name.length <= 17) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** How wide a line of text may be in any common sans-serif face. */
export function textWidth(line: string, size: number): number {
  const ems = Array.from(line).reduce((sum, letter) => sum + (letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? 0.6), 0);
  return Math.ceil(ems * size);
}

const letterWidths: [letters: RegExp, em: number][] = [
  [/[iljI.,:;'’|()[\] -]/, 0.36],
  [/[ftr]/, 0.42],
  [/[mwMW]/, 0.92],
  [/\p{Lu}/u, 0.72],
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u, 1],
];
