/** Where the index has a word or a phrase. */

/** A page as Pagefind finds it; its text is loaded when it is asked for. */
export interface Hit {
  id: string;
  score: number;
  /** Places of the words found, counted in words of the page. */
  words: number[];
  data: () => Promise<PageText>;
}

export interface PageText {
  url: string;
  content: string;
  meta: { title?: string; kind?: string; date?: string; aliases?: string };
  /** Elements with an id, and where they begin. */
  anchors: { element: string; id: string; location: number }[];
}

/** What is used of Pagefind. */
export interface Engine {
  search: (query: string | null, options?: { filters: Record<string, string> }) => Promise<{ results: Hit[] }>;
  filters: () => Promise<Record<string, Record<string, number>>>;
}

/** A page that has what was looked for. */
export interface Match {
  hit: Hit;
  score: number;
  at: readonly number[];
}
export type Matches = ReadonlyMap<string, Match>;

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

  /** Pages that have a word in any of its forms; of one that is unfinished, or that no page has, those with words that it begins. */
  async word(word: string, unfinished = false): Promise<Matches> {
    // In quotes a word is found in its forms alone; without, so are words that it begins, or even ones that only begin alike.
    const [known, all] = await Promise.all([this.#search(`"${word}"`), this.#search(word)]);
    if (known.length === 0 && !(await begins(word, all[0]))) return new Map();
    const ids = new Set(known.map(({ id }) => id));
    const hits = unfinished || known.length === 0 ? all : all.filter(({ id }) => ids.has(id));
    return new Map(hits.map((hit) => [hit.id, { hit, score: ids.has(hit.id) ? hit.score : hit.score * beginning, at: hit.words }]));
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

  /** Pages that have all of these words anywhere. */
  async all(words: readonly string[]): Promise<Matches> {
    const [first, ...others] = await Promise.all(words.map((word) => this.word(word)));
    const together = [...first!].filter(([id]) => others.every((list) => list.has(id)));
    return new Map(
      together.map(([id, match]) => {
        const list = [match, ...others.map((other) => other.get(id)!)];
        return [id, { hit: match.hit, score: list.reduce((sum, { score }) => sum + score, 0), at: list.flatMap(({ at }) => at) }];
      }),
    );
  }

  /** Ids of the pages of each value of each filter. */
  async values(): Promise<Map<string, Map<string, ReadonlySet<string>>>> {
    const filters = Object.entries(await this.#engine.filters());
    const load = async (filter: string, value: string) => {
      const { results } = await this.#engine.search(null, { filters: { [filter]: value } });
      return [value, new Set(results.map(({ id }) => id))] as const;
    };
    return new Map(
      await Promise.all(
        filters.map(
          async ([filter, values]) =>
            [filter, new Map(await Promise.all(Object.keys(values).map((value) => load(filter, value))))] as const,
        ),
      ),
    );
  }
}

/** Does a page that was found have a word that begins so? */
async function begins(word: string, hit: Hit | undefined): Promise<boolean> {
  if (hit === undefined || word.length < 3) return false;
  const { content, meta } = await hit.data();
  const text = [content, meta.title, meta.aliases].join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').test(text);
}
