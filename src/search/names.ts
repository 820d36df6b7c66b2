/** The pages of the site by their names: exact, in another spelling, with a typing error, by a word of them. */
import { stemmer } from 'stemmer';
import type { Directory, NamedPage } from './directory.ts';
import { skeleton } from './fold.ts';
import { isCommon, wordsOf } from './query.ts';

interface Name {
  page: NamedPage;
  text: string;
  key: string;
  /** Its words that say something. */
  words: readonly string[];
}

/** A page that a query names. */
export interface NameMatch {
  page: NamedPage;
  /** The name that fits best, and whether it is the title. */
  name: string;
  /** How much of the query and of the name are in each other, 0 to 1; 1 where they are the same. */
  share: number;
  isExact: boolean;
}

/** The very name first, then by how much is shared, then by how often the accounts name the page. */
export const byLikelihood = (a: NameMatch, b: NameMatch): number =>
  Number(b.isExact) - Number(a.isExact) || b.share - a.share || b.page[2] - a.page[2];

/** How surely a word stands for another: the same stem, what it begins, another spelling, a slip. */
const sureness = { stem: 0.95, beginning: 0.6, spelling: 0.8, slip: 0.7 };

const mostSpellings = 4;

/** Share of a name that is there whole, in whatever spelling. */
const whollySpelt = 0.9;

export class Names {
  readonly #names: readonly Name[];
  readonly #byKey: ReadonlyMap<string, readonly Name[]>;
  /** Names by each of their words. */
  readonly #byWord: ReadonlyMap<string, readonly Name[]>;
  /** Two words of a name written as one, and apart. */
  readonly #pairs: ReadonlyMap<string, readonly string[]>;
  readonly #bySkeleton: ReadonlyMap<string, readonly string[]>;
  readonly #byStem: ReadonlyMap<string, readonly string[]>;
  readonly #synonyms: readonly (readonly { text: string; words: readonly string[]; key: string }[])[];

  constructor({ pages, synonyms }: Directory) {
    this.#names = pages.flatMap((page) =>
      [...new Set(page.slice(3) as string[])].map((text) => {
        const words = wordsOf(text);
        const telling = words.filter((word) => !isCommon(word));
        return { page, text, key: words.join(' '), words: telling.length > 0 ? telling : words };
      }),
    );
    this.#byKey = Map.groupBy(this.#names, ({ key }) => key);
    // `Salahuddin` is `Salah al-Din`: two words of a name are one to whoever writes them so.
    const pairs = ({ words }: Name) =>
      words.slice(1).flatMap((word, i) => (/\d/.test(words[i]! + word) ? [] : [[words[i]! + word, [words[i]!, word]] as const]));
    this.#pairs = new Map(this.#names.flatMap(pairs));
    this.#byWord = index(
      this.#names.flatMap((name) =>
        [...new Set([...name.words, ...pairs(name).map(([pair]) => pair)])].map((word) => [word, name] as const),
      ),
    );
    this.#bySkeleton = index([...this.#byWord.keys()].map((word) => [skeleton(word), word] as const).filter(([key]) => key !== ''));
    this.#byStem = index([...this.#byWord.keys()].map((word) => [stemmer(word), word] as const));
    this.#synonyms = synonyms.map((list) => list.map((text) => ({ text, words: wordsOf(text), key: stemKey(wordsOf(text)) })));
  }

  /** Is a word one of a name? */
  has(word: string): boolean {
    return this.#byWord.has(word);
  }

  /** A word of names as it is searched for in texts. */
  apart(word: string): readonly string[] {
    return this.#pairs.get(word) ?? [word];
  }

  /** Other spellings of a word that names have, as romanisations of one Arabic word have them. */
  spellings(word: string): string[] {
    const key = skeleton(word);
    const alike = key === '' ? [] : (this.#bySkeleton.get(key) ?? []);
    // Words of two consonants have no such key; these differ in one vowel: `Fatah`, `Fateh`.
    const near =
      word.length < 5 ? [] : [...this.#byWord.keys()].filter((other) => consonants(other) === consonants(word) && isOneEdit(word, other));
    return [...new Set([...alike, ...near])].filter((other) => other !== word && isNear(word, other)).slice(0, mostSpellings);
  }

  /** Words of names that are one typing error away from a word of five letters or more; none where it is a name’s itself. */
  slips(word: string): string[] {
    if (word.length < 5 || /\d/.test(word) || this.#byWord.has(word)) return [];
    return [...this.#byWord.keys()].filter((other) => isOneEdit(word, other)).slice(0, mostSpellings);
  }

  /** What readers may also say for words in this order. */
  synonyms(words: readonly string[]): { text: string; words: readonly string[] }[] {
    const key = stemKey(words);
    const lists = this.#synonyms.filter((list) => list.some((member) => member.key === key));
    return [...new Map(lists.flat().map((member) => [member.key, member])).values()].filter((member) => member.key !== key);
  }

  /** How many of the words from a place on are a phrase of the synonyms; 1 where none is. */
  phraseLength(words: readonly string[]): number {
    for (let length = Math.min(words.length, 4); length > 1; length--) {
      const key = stemKey(words.slice(0, length));
      if (this.#synonyms.some((list) => list.some((member) => member.key === key))) return length;
    }
    return 1;
  }

  /** Pages whose name has words of the query, the likeliest first. */
  matches(words: readonly string[], exact: boolean): NameMatch[] {
    const best = new Map<NamedPage, NameMatch>();
    const keep = (match: NameMatch) => {
      if (match.share > (best.get(match.page)?.share ?? 0)) best.set(match.page, match);
    };
    for (const { page, text } of this.#byKey.get(words.join(' ')) ?? []) keep({ page, name: text, share: 1, isExact: true });
    const telling = words.filter((word) => !isCommon(word));
    for (const match of this.#parts(telling.length > 0 ? telling : words, exact)) keep(match);
    return [...best.values()].sort(byLikelihood);
  }

  #parts(words: readonly string[], exact: boolean): NameMatch[] {
    const found = new Map<Name, { asked: number; held: number; words: number; length: number }>();
    const weights = words.map((word) => Math.log(1 + this.#names.length / (this.#byWord.get(word)?.length ?? 1)));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, word] of words.entries()) {
      const own = new Map<Name, { sure: number; length: number }>();
      for (const [other, sure] of this.#alike(word, exact, i === words.length - 1))
        for (const name of this.#byWord.get(other)!)
          if (sure > (own.get(name)?.sure ?? 0)) own.set(name, { sure, length: this.apart(other).length });
      for (const [name, { sure, length }] of own) {
        const sum = found.get(name) ?? { asked: 0, held: 0, words: 0, length: 0 };
        found.set(name, {
          asked: sum.asked + sure * weights[i]!,
          held: sum.held + sure * length,
          words: sum.words + 1,
          length: sum.length + length,
        });
      }
    }
    return [...found].map(([{ page, text, words: own }, { asked, held, words: count, length }]) => {
      // The whole name, though spelt otherwise.
      const isWhole = count === words.length && length >= own.length;
      const share = 0.99 * (asked / whole) ** 1.5 * (0.4 + 0.6 * Math.min(1, held / own.length));
      return { page, name: text, share: isWhole ? Math.max(whollySpelt, share) : share, isExact: false };
    });
  }

  /** Words of names for which a word may stand, and how surely. */
  #alike(word: string, exact: boolean, unfinished: boolean): Map<string, number> {
    const alike = new Map<string, number>();
    if (this.#byWord.has(word)) alike.set(word, 1);
    if (exact) return alike;
    const add = (other: string, sure: number) => alike.set(other, Math.max(alike.get(other) ?? 0, sure));
    for (const other of this.#byStem.get(stemmer(word)) ?? []) add(other, sureness.stem);
    if (unfinished && word.length > 2) for (const other of this.#byWord.keys()) if (other.startsWith(word)) add(other, sureness.beginning);
    for (const other of this.spellings(word)) add(other, sureness.spelling);
    if (alike.size === 0) for (const other of this.slips(word)) add(other, sureness.slip);
    return alike;
  }
}

const stemKey = (words: readonly string[]) => words.map(stemmer).join(' ');

const consonants = (word: string) => word.replace(/[aeiouy]/g, '');

/** Arabic letters are far from Latin ones, however alike they sound. */
function isNear(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= 3;
}

/** Is one letter put in, taken out, exchanged, or are two neighbours transposed? */
export function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, from: number) => text.slice(start + from);
  return (
    one !== other &&
    (rest(one, 1) === rest(other, 1) ||
      rest(one, 0) === rest(other, 1) ||
      rest(one, 1) === rest(other, 0) ||
      (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2)))
  );
}

function index<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
  return map;
}
