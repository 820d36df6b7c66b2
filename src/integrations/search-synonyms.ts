/** Which synonyms the index has: those that it does not have stand for others, and are not looked for, which would load files. */
import { stemmer } from 'stemmer';
import { unusedMark } from '../search/directory.ts';
import type { Directory } from '../search/directory.ts';
import { isCommon, wordsOf } from '../search/query.ts';

/** Pagefind’s stem of a word and ours differ in so many letters at most, in English. */
const most = 2;

/** The lists with a mark before what has a word that no stem of the index, and no name, is near to. `name` is the index’s, with its language. */
export function markUnused({ pages, synonyms }: Directory, name: string, stems: readonly string[]): Directory['synonyms'] {
  if (!name.startsWith('en')) return synonyms;
  const named = pages.flatMap(([, , , ...names]) => names.flatMap(wordsOf).map(stemmer));
  const alike = Map.groupBy([...stems, ...named], beginning);
  const isUsed = (word: string) => {
    const own = stemmer(word);
    return alike.get(beginning(own))?.some((stem) => stem === own || isNear(stem, own)) === true;
  };
  const isThere = (text: string) => wordsOf(text).every((word) => isCommon(word) || isUsed(word));
  return synonyms.map((list) => list.map((text) => (isThere(text) ? text : unusedMark + text)));
}

const beginning = (word: string) => word.slice(0, 3);

function isNear(one: string, other: string): boolean {
  const kept = Math.max(one.length, other.length) - most;
  return kept > 2 && one.slice(0, kept) === other.slice(0, kept);
}
