/** What our own sentences must not do: take a side's word as ours, or quote more than a fragment. */
import { foldName } from './names.ts';
import type { Site } from './schema.ts';

export interface StyleFault {
  /** UTF-16 offset in the text. */
  start: number;
  rule: string;
  message: string;
  hint: string;
}

/** The longest fragment of a source that may be quoted, in words. */
const longestQuotation = 7;

const quotation = /“([^”]*)”/g;
const word = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/** The faults of one text of ours. */
export type StyleChecker = (text: string) => StyleFault[];

/**
 * Makes a checker. Loaded words may stand only inside curly quotation marks, and what stands there is at most seven
 * words long; titles of sources are exempt from both. A line break in a phrase or a title is a space, and apostrophes are alike.
 */
export function styleChecker(loaded: Site['loaded'], titles: readonly string[]): StyleChecker {
  const stems = loaded.map((stem) => RegExp.escape(foldName(stem)).replace(/y$/, '(?:y|ie)')).join('|');
  const loadedWord = stems === '' ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems})(?:s|'s|s')?(?![\\p{L}\\p{N}])`, 'giu');
  const folded = titles.map(foldName);
  return (written) => {
    const text = foldName(written);
    // Most texts have no fault, and only where there is one can a title excuse it.
    const faults = faultsIn(text, loadedWord);
    return faults.length === 0
      ? faults
      : faultsIn(
          folded.reduce((rest, title) => rest.replaceAll(title, blank), text),
          loadedWord,
        );
  };
}

const blank = (stretch: string) => ' '.repeat(stretch.length);

function faultsIn(text: string, loadedWord: RegExp | undefined): StyleFault[] {
  const faults: StyleFault[] = [];
  for (const { 1: quoted, index } of text.matchAll(quotation)) {
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
  if (loadedWord === undefined) return faults;
  for (const { 0: found, index } of text.replace(quotation, blank).matchAll(loadedWord)) {
    faults.push({
      start: index,
      rule: 'style/loaded-word',
      message: `“${found}” takes a side.`,
      hint: 'Use a neutral word, or put the source’s word in quotation marks.',
    });
  }
  return faults;
}
