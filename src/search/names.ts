/** The pages of the site by their names: exact, in another spelling, with a typing error, by a word of them. */
import leven from 'leven';
import { stemmer } from 'stemmer';
import { unusedMark } from './directory.ts';
import type { Directory, NamedPage } from './directory.ts';
import { article, skeleton, sound } from './fold.ts';
import { consonants, isOneEdit, mayBeginAlike, undoubled } from './likeness.ts';
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
const sureness = { stem: 0.95, beginning: 0.7, spelling: 0.8, slip: 0.7 };

const mostSpellings = 4;

/** From so many letters on a word may have two typing errors. */
const long = 9;

/** Share of a name that is there whole, in whatever spelling. */
const whollySpelt = 0.94;

export class Names {
  readonly #byKey = new Map<string, Name[]>();
  /** Names by each of their words. */
  readonly #byWord = new Map<string, Name[]>();
  /** Two words of a name written as one, and apart: `Salahuddin` is `Salah al-Din` to whoever writes it so. */
  readonly #pairs = new Map<string, readonly string[]>();
  readonly #synonyms: readonly (readonly Synonym[])[];
  /** Of the words that were asked for and compared so far: ten thousand pages have many, and a query few that are alike. */
  readonly #spellings = new Map<string, readonly string[]>();
  readonly #skeletons = new Map<string, string>();
  readonly #stems = new Map<string, string>();
  readonly #sounds = new Map<string, string>();
  /** Names by the first letters of their words. */
  #byInitials: Map<string, string[]> | undefined;
  readonly #words: readonly string[];
  #count = 0;

  constructor({ pages, synonyms }: Directory) {
    for (const page of pages) for (const text of new Set(page.slice(3) as string[])) this.#add(page, text);
    this.#words = [...this.#byWord.keys()];
    this.#synonyms = synonyms.map((list) => list.map(synonym));
  }

  #add(page: NamedPage, text: string): void {
    const all = wordsOf(text);
    const telling = all.filter((word) => !isCommon(word));
    const words = telling.length > 0 ? telling : all;
    const name: Name = { page, text, key: all.join(' '), words };
    this.#count++;
    put(this.#byKey, name.key, name);
    for (const [i, word] of words.entries()) {
      put(this.#byWord, word, name);
      const next = words[i + 1];
      if (next === undefined || /\d/.test(word + next)) continue;
      this.#pairs.set(word + next, [word, next]);
      put(this.#byWord, word + next, name);
    }
  }

  /** A query with `sh` in words of names that have `ş` or `š`, in Turkish and in scholarly transliteration. */
  respelt(text: string): string {
    return text.replace(/\S*[şš]\S*/gi, (word) => {
      const other = word.replace(/[şš]/gi, 'sh');
      return wordsOf(other).every((word) => this.has(word)) ? other : word;
    });
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
  spellings(word: string): readonly string[] {
    return recall(this.#spellings, word, () => this.#findSpellings(word));
  }

  #findSpellings(word: string): string[] {
    const most = difference[this.has(word) ? 'ofName' : 'unknown'];
    const mayBe = this.#words.filter(
      (other) => other !== word && Math.abs(word.length - other.length) <= most * Math.max(word.length, other.length),
    );
    const key = skeleton(word);
    const alike = key === '' ? [] : mayBe.filter((other) => mayBeginAlike(word, other) && this.#skeleton(other) === key);
    // Words of two consonants have no such key; these differ in one vowel: `Fatah`, `Fateh`.
    const near = word.length < 4 ? [] : mayBe.filter((other) => isOneEdit(word, other) && consonants(other) === consonants(word));
    // Of a word that no name has, `Nebbol` is as far from `Nubl` as `Nebol` is.
    const plain = (text: string) => (this.has(word) ? text : undoubled(text));
    const spellings = [...new Set([...alike, ...near])].filter(
      (other) => leven(plain(word), plain(other)) <= most * Math.max(plain(word).length, plain(other).length),
    );
    if (this.has(word)) return spellings.slice(0, mostSpellings);
    // The article written as one with its word: `Alnusra`, `Assafir`.
    const bare = word.replace(/^[ae](?:l|([nrstdz])(?=\1))/, '');
    // In Turkish the `j` of others is a `c`, and their `kh` an `h`.
    const heard = [word, word.replace(/c(?!h)/g, 'j'), word.replace(/(?<![cdgkpst])h/g, 'kh')];
    const said = heard.map((form) => this.#soundAlike(form)).find((list) => list.length > 0) ?? [];
    return [...new Set([...(bare !== word && this.has(bare) ? [bare] : []), ...spellings, ...said])].slice(0, mostSpellings);
  }

  /** Words of names that are said like a word which no name has. */
  #soundAlike(word: string): string[] {
    const key = word.length < 4 ? '' : sound(word);
    if (key === '') return [];
    return this.#words.filter(
      (other) =>
        Math.abs(word.length - other.length) <= (other.length > 3 ? word.length / 2 : 1) &&
        mayBeginAlike(word, other) &&
        recall(this.#sounds, other, sound) === key,
    );
  }

  /** Words of names that are one typing error away from a word of five letters or more, or two from a long one; none where it is a name’s itself. */
  slips(word: string): string[] {
    if (word.length < 5 || /\d/.test(word) || this.#byWord.has(word)) return [];
    // A short word with a letter other than in one of a title, `bread`, is oftener a word of its own than a slip, for `break`.
    const one = this.#words.filter((other) => isOneEdit(word, other) && (word.length > 5 || this.#isProper(other)));
    const two = () =>
      this.#words.filter(
        (other) => other.startsWith(word.charAt(0)) && Math.abs(word.length - other.length) <= 2 && leven(word, other) === 2,
      );
    return (one.length > 0 || word.length < long ? one : two()).slice(0, mostSpellings);
  }

  /** Is a word of names a proper name, or the first of a title? */
  #isProper(word: string): boolean {
    return this.#byWord.get(word)!.some(({ text }) => text.includes(word.charAt(0).toUpperCase() + word.slice(1)));
  }

  /** What readers may also say for words in this order: also the names that letters such as `SOHR` are short for. */
  synonyms(words: readonly string[]): { words: readonly string[] }[] {
    const key = stemKey(words);
    const lists = this.#listsOf(words);
    const [word] = words as [string];
    if (words.length === 1 && lists.length === 0 && !this.has(word)) {
      lists.push(this.#shortFor(word));
      const key = word.length < 4 ? '' : sound(word);
      if (key !== '') lists.push(...this.#synonyms.filter((list) => list.some((member) => member.sound === key)));
    }
    return [...new Map(lists.flat().map((member) => [member.key, member])).values()].filter((other) => other.key !== key && other.isUsed);
  }

  /** Names that letters are short for; a question is not known by its letters. Of ten thousand pages they are found when they are asked for. */
  #shortFor(letters: string): Synonym[] {
    if (this.#byInitials === undefined) {
      this.#byInitials = new Map();
      for (const { page, text } of [...this.#byKey.values()].flat())
        if (page[1] !== 'question') for (const initials of initialsOf(text)) put(this.#byInitials, initials, text);
    }
    return (this.#byInitials.get(letters) ?? []).map(synonym);
  }

  /** Lists of synonyms that have these words, or have them written as one or apart: `cease-fire`. */
  #listsOf(words: readonly string[]): (readonly Synonym[])[] {
    const [key, whole] = [stemKey(words), stemmer(words.join(''))];
    return this.#synonyms.filter((list) => list.some((member) => member.key === key || member.whole === whole));
  }

  /** How many of the words from a place on are a phrase of the synonyms; 1 where none is. */
  phraseLength(words: readonly string[]): number {
    for (let length = Math.min(words.length, 4); length > 1; length--) {
      if (this.#listsOf(words.slice(0, length)).length > 0) return length;
    }
    return 1;
  }

  /** Pages whose name has words of the query, the likeliest first. `weights` says how telling a word that no name has is in the texts. */
  matches(words: readonly string[], exact: boolean, weights?: ReadonlyMap<string, number>): NameMatch[] {
    const best = new Map<NamedPage, NameMatch>();
    const keep = (match: NameMatch) => {
      if (match.share > (best.get(match.page)?.share ?? 0)) best.set(match.page, match);
    };
    for (const { page, text } of this.#byKey.get(words.join(' ')) ?? []) keep({ page, name: text, share: 1, isExact: true });
    const telling = words.filter((word) => !isCommon(word));
    for (const match of this.#parts(telling.length > 0 ? telling : words, exact, weights)) keep(match);
    return [...best.values()].sort(byLikelihood);
  }

  #parts(words: readonly string[], exact: boolean, known?: ReadonlyMap<string, number>): NameMatch[] {
    const found = new Map<Name, { asked: number; held: number; words: number; length: number }>();
    const alike = words.map((word, i) => this.#alike(word, exact, i === words.length - 1));
    const weights = words.map((word, i) => {
      if (this.has(word)) return this.#weight(word);
      const others = [...alike[i]!].map(([other, sure]) => sure * this.#weight(other));
      return known?.get(word) ?? (others.length > 0 ? Math.max(...others) : this.#weight(word));
    });
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const i of words.keys()) {
      const own = new Map<Name, { sure: number; length: number }>();
      for (const [other, sure] of alike[i]!)
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
      const share = 0.99 * (asked / (whole || 1)) ** 1.5 * (0.4 + 0.6 * Math.min(1, held / own.length));
      return { page, name: text, share: isWhole ? Math.max(whollySpelt, share) : share, isExact: false };
    });
  }

  /** Words of names for which a word may stand, and how surely. */
  #alike(word: string, exact: boolean, unfinished: boolean): Map<string, number> {
    const alike = new Map<string, number>();
    if (this.#byWord.has(word)) alike.set(word, 1);
    if (exact) return alike;
    const add = (other: string, sure: number) => alike.set(other, Math.max(alike.get(other) ?? 0, sure));
    // A stem keeps the beginning of its word; that of `used` is no more than `us`.
    const [stem, start] = [stemmer(word), word.slice(0, 2)];
    if (stem.length > 2)
      for (const other of this.#words) if (other.startsWith(start) && this.#stem(other) === stem) add(other, sureness.stem);
    if (unfinished && word.length > 2) for (const other of this.#words) if (other.startsWith(word)) add(other, sureness.beginning);
    for (const other of this.spellings(word)) add(other, sureness.spelling);
    if (alike.size === 0) for (const other of this.slips(word)) add(other, sureness.slip);
    return alike;
  }

  /** How telling a word is: the rarer in names, the more. */
  #weight(word: string): number {
    return Math.log(1 + this.#count / (this.#byWord.get(word)?.length ?? 1));
  }

  #skeleton(word: string): string {
    return recall(this.#skeletons, word, skeleton);
  }

  #stem(word: string): string {
    return recall(this.#stems, word, stemmer);
  }
}

interface Synonym {
  words: readonly string[];
  key: string;
  /** Is it in the texts? */
  isUsed: boolean;
  /** Its words as one. */
  whole: string;
  /** Of a name of one word. */
  sound?: string;
}

function synonym(listed: string): Synonym {
  const text = listed.startsWith(unusedMark) ? listed.slice(1) : listed;
  const words = wordsOf(text);
  return {
    words,
    key: stemKey(words),
    isUsed: text === listed,
    whole: stemmer(words.join('')),
    ...(words.length === 1 && /^\p{Lu}/u.test(text) && { sound: sound(words[0]!) }),
  };
}

/** `sohr`, `un` + `sc`: the first letters of a name’s words, with and without its small ones; none of a name that has other words in lower case. */
function initialsOf(text: string): Set<string> {
  const words = text.split(/[\s-]+/).filter((word) => !article.test(`${word.toLowerCase()}-`));
  const telling = words.filter((word) => !isCommon(word));
  if (!telling.every((word) => /^[A-Z]/.test(word))) return new Set();
  const first = (list: readonly string[]) =>
    list
      .map((word) => (/^[A-Z]{2,4}$/.test(word) ? word : word[0]!))
      .join('')
      .toLowerCase();
  return new Set([telling, words].map(first).filter((initials) => initials.length > 2 && telling.length > 1));
}

const stemKey = (words: readonly string[]) => words.map(stemmer).join(' ');

/**
 * The share of letters in which spellings of one name may differ: `Katerji` is `Qatraji`, `truce`, of the same consonants, is not
 * `Turkey`; and a word that is one of a name itself, `human`, is not as easily another, `Hamann`.
 */
const difference = { unknown: 0.45, ofName: 0.3 };

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

function recall<Value>(known: Map<string, Value>, word: string, make: (word: string) => Value): Value {
  let made = known.get(word);
  if (made === undefined) known.set(word, (made = make(word)));
  return made;
}
