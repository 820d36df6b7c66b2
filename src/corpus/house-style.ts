/** What our own sentences must not do: take a side's word as ours, or quote more than a fragment. */
import type { Site } from './schema.ts';

export interface StyleFault {
  /** UTF-16 offset in the text. */
  start: number;
  rule: string;
  message: string;
  hint: string;
}

/** The longest fragment of a source that may be quoted, in words. */
export const longestQuotation = 7;

const quotation = /“([^”]*)”/g;
const word = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/**
 * Checks a text of ours. Loaded words may stand only inside curly quotation marks, and what stands there is at most
 * seven words long; titles of sources are exempt from both.
 */
export function styleFaults(text: string, loaded: Site['loaded'], titles: readonly string[]): StyleFault[] {
  const blank = (stretch: string) => ' '.repeat(stretch.length);
  const body = titles.reduce((rest, title) => rest.replaceAll(title, blank), text);
  const faults: StyleFault[] = [];
  for (const { 1: quoted, index } of body.matchAll(quotation)) {
    const words = quoted!.match(word)?.length ?? 0;
    if (words > longestQuotation) {
      faults.push({
        start: index,
        rule: 'style/long-quotation',
        message: `A quotation of ${words} words.`,
        hint: `Quote at most ${longestQuotation} words, or say it in your own.`,
      });
    }
  }
  if (loaded.length === 0) return faults;
  const own = body.replace(quotation, blank);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${loaded.map((stem) => RegExp.escape(stem).replace(/y$/, '(?:y|ie)')).join('|')})(?:s|’s|s’)?(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const { 0: found, index } of own.matchAll(pattern)) {
    faults.push({
      start: index,
      rule: 'style/loaded-word',
      message: `“${found}” takes a side.`,
      hint: 'Use a neutral word, or put the source’s word in quotation marks.',
    });
  }
  return faults;
}
