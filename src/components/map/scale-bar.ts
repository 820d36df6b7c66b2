/** The scale bar: a round length that fits. */
import { lengthInWords } from '../../corpus/positions.ts';

/** The longest of 1, 2, 5, 10, 20, 50 … metres that takes no more than `most` pixels, and how many it takes. */
export function scaleBar(metresPerPixel: number, most: number): { label: string; pixels: number } {
  const longest = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
  return { label: lengthInWords(metres), pixels: metres / metresPerPixel };
}
