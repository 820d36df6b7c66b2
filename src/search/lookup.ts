/** Where the index has a word or a phrase. */
import { isCommon } from './query.ts';

/** A page as Pagefind finds it; its text is loaded when it is asked for. */
export interface Hit {
  id: string;
  score: number;
  /** Places of the words found, counted in words of the page. */
  words: number[];
  data: () => Promise<PageText>;
}

/** What Pagefind keeps of a page. */
export interface PageText {
  url: string;
  /** Empty where the words are in parts. */
  content: string;
  /** Number of words, where they are in parts of `partLength`. */
  length?: number;
  meta: { title?: string; kind?: string; date?: string; aliases?: string };
  /** Elements with an id, and where they begin. */
  anchors: { element: string; id: string; location: number }[];
}

/** A long text is in parts of so many words: of those, only the ones with what was found are loaded. */
export const partLength = 300;

/** The text of a page. */
export interface Text extends Pick<PageText, 'meta' | 'anchors'> {
  /** Number of words. */
  length: number;
  /** Those from one place to another, at their places in a list that has no others. */
  words: (from: number, to: number) => Promise<readonly string[]>;
}

/** What is used of Pagefind. */
export interface Engine {
  /** A part of the words of a page, by the page’s id. */
  part: (id: string, part: number) => Promise<string>;
  search: (query: string) => Promise<{ results: Hit[] }>;
}

/** A page that has what was looked for. */
export interface Match {
  hit: Hit;
  score: number;
  at: readonly number[];
}
export type Matches = ReadonlyMap<string, Match>;

/** So many parts of a text tell what was found in it. */
const enoughParts = 3;

/** What a word that only begins another counts beside that. */
const beginning = 0.3;

export class Lookup {
  readonly #engine: Engine;
  readonly #searches = new Map<string, Promise<Hit[]>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  #search(query: string): Promise<Hit[]> {
    let search = this.#searches.get(query);
    if (search === undefined) {
      search = this.#engine.search(query).then(({ results }) => results);
      this.#searches.set(query, search);
      search.catch(() => this.#searches.delete(query));
    }
    return search;
  }

  /** Pages that have a word in any of its forms. */
  async forms(word: string): Promise<Matches> {
    const { all, ids } = await this.#found(word);
    return new Map(all.filter(({ id }) => ids.has(id)).map((hit) => [hit.id, { hit, score: hit.score, at: hit.words }]));
  }

  /** Pages that have a word as it was typed: of one that is unfinished, or that no page has, also those with words that it begins. */
  async typed(word: string, unfinished = false): Promise<Matches> {
    const { all, ids } = await this.#found(word);
    if (ids.size > 0 && !unfinished) return this.forms(word);
    if (ids.size === 0 && !(await this.#begins(word, all[0]))) return new Map();
    return new Map(all.map((hit) => [hit.id, { hit, score: ids.has(hit.id) ? hit.score : hit.score * beginning, at: hit.words }]));
  }

  /** In quotes a word is found in its forms alone (`ids`); without, so are words that it begins, or even ones that only begin alike. */
  async #found(word: string): Promise<{ all: Hit[]; ids: ReadonlySet<string> }> {
    const [known, all] = await Promise.all([this.#search(`"${word}"`), this.#search(word)]);
    return { all, ids: new Set(known.map(({ id }) => id)) };
  }

  /** Pages that have these words next to each other, in any of their forms; they count as the words do. */
  async phrase(text: string, words: readonly string[]): Promise<Matches> {
    const [found, ...single] = await Promise.all([this.#search(`"${text}"`), ...words.map((word) => this.#search(word))]);
    const own = single.map((hits) => new Map(hits.map((hit) => [hit.id, hit])));
    return new Map(
      found.map((hit) => {
        const each = own.map((hits) => hits.get(hit.id));
        const score = each.reduce((sum, match) => sum + (match?.score ?? 0), 0);
        // For a phrase Pagefind gives one place of a page; the others are where its words follow each other.
        const places = each.map((match) => new Set(match?.words));
        const starts = [...(places[0] ?? [])].filter((at) => places.every((list, i) => list.has(at + i)));
        return [hit.id, { hit, score, at: starts.length > 0 ? starts.flatMap((at) => places.map((_, i) => at + i)) : hit.words }];
      }),
    );
  }

  /**
   * Pages that have these words, or this one, in any of their forms and in this order, whatever stands in the place of
   * those that say little: `cessation of hostilities`. Where `of` stands is a long list.
   */
  async said(words: readonly string[]): Promise<Matches> {
    if (words.length === 1) return this.forms(words[0]!);
    const telling = words.filter((word) => !isCommon(word));
    if (telling.length === words.length || telling.length === 0) return this.phrase(words.join(' '), words);
    const [first, ...others] = await Promise.all(telling.map((word) => this.forms(word)));
    const matches = new Map<string, Match>();
    for (const [id, match] of first!) {
      const rest = others.flatMap((list) => list.get(id) ?? []);
      if (rest.length < others.length) continue;
      const places = rest.map(({ at }) => new Set(at));
      const at = match.at.flatMap((start) => run(start, places, start + words.length));
      const score = rest.reduce((sum, { score }) => sum + score, match.score);
      if (at.length > 0) matches.set(id, { hit: match.hit, score, at });
    }
    return matches;
  }

  /** Pages that have all of these words anywhere, but for those that say little. */
  async all(words: readonly string[]): Promise<Matches> {
    const telling = words.filter((word) => !isCommon(word));
    const [first, ...others] = await Promise.all((telling.length > 0 ? telling : words).map((word) => this.forms(word)));
    const together = [...first!].filter(([id]) => others.every((list) => list.has(id)));
    return new Map(
      together.map(([id, match]) => {
        const list = [match, ...others.map((other) => other.get(id)!)];
        return [id, { hit: match.hit, score: list.reduce((sum, { score }) => sum + score, 0), at: list.flatMap(({ at }) => at) }];
      }),
    );
  }

  /** The text of a page that was found. */
  async text(hit: Hit): Promise<Text> {
    const { meta, anchors, content, length } = await hit.data();
    if (length === undefined) {
      const all = content.split(/\s+/);
      return { meta, anchors, length: all.length, words: () => Promise.resolve(all) };
    }
    const loading: Promise<string>[] = [];
    const part = (i: number) => (loading[i] ??= this.#engine.part(hit.id, i));
    const words = async (from: number, to: number) => {
      const list: string[] = [];
      const first = Math.floor(from / partLength);
      const parts = Array.from({ length: Math.ceil(to / partLength) - first }, (_, i) => part(first + i));
      for (const [i, own] of (await Promise.all(parts)).entries())
        for (const [j, word] of own.split(' ').entries()) list[(first + i) * partLength + j] = word;
      return list;
    };
    return { meta, anchors, length, words };
  }

  /** Does a page that was found have a word that begins so? Asked of its names and of words that were found there. */
  async #begins(word: string, hit: Hit | undefined): Promise<boolean> {
    if (hit === undefined || word.length < 3) return false;
    const { words, meta } = await this.text(hit);
    const parts = new Set<number>();
    const places = [...new Set(hit.words)].sort((a, b) => a - b).filter((at) => parts.add(Math.floor(at / partLength)).size <= enoughParts);
    const found = await Promise.all(places.map(async (at) => (await words(at, at + 1))[at]));
    const text = [...found, meta.title, meta.aliases].join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').test(text);
  }
}

/** The places from `start` to where the last of some words stands, each of which follows the one before; none where one does not, before `end`. */
function run(start: number, words: readonly ReadonlySet<number>[], end: number): number[] {
  let last = start;
  for (const places of words) {
    while (last < end && !places.has(last)) last++;
    if (last === end) return [];
  }
  return Array.from({ length: last - start + 1 }, (_, i) => start + i);
}
