/** The search page: runs the query in the address's hash, and keeps the hash and the field in step. */
import { bearersOf, collectSpellings, spellingsOf } from './fold.ts';
import type { NameEntry, Spellings } from './fold.ts';
import { loadScript } from './load-script.ts';

interface Anchor {
  element: string;
  id: string;
  location: number;
}
interface Page {
  url: string;
  excerpt: string;
  meta: { title?: string; kind?: string; aliases?: string };
  locations: number[];
  anchors: Anchor[];
  content: string;
}
interface Hit {
  id: string;
  score: number;
  data: () => Promise<Page>;
}
interface Engine {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: Hit[] }>;
}

declare global {
  interface Window {
    __pagefind?: Engine;
    __names?: NameEntry[];
    __searchIncomplete?: boolean;
  }
}

const script = document.currentScript as HTMLScriptElement;
const root = new URL('..', script.src).href;
const fromDisk = location.protocol === 'file:';
const shown = 20;

interface Names {
  entries: readonly NameEntry[];
  spellings: Spellings;
}

let names: Promise<Names> | undefined;

function loadNames(): Promise<Names> {
  names ??= loadScript(`${root}assets/names.js`).then(() => {
    const entries = window.__names ?? [];
    return { entries, spellings: collectSpellings(entries) };
  });
  names.catch(() => (names = undefined));
  return names;
}

let engine: Promise<Engine> | undefined;

function loadEngine(): Promise<Engine> {
  engine ??= (async () => {
    const pagefind = fromDisk
      ? await loadScript(`${root}pagefind/offline/engine.js`).then(() => window.__pagefind!)
      : ((await import(`${root}pagefind/pagefind.js`)) as Engine);
    await pagefind.options({
      basePath: `${root}pagefind/`,
      baseUrl: '/',
      noWorker: true,
      excerptLength: 28,
      ranking: { metaWeights: { title: 8, aliases: 6 } },
    });
    await pagefind.init();
    return pagefind;
  })();
  // A failed start is tried again with the next query.
  engine.catch(() => (engine = undefined));
  return engine;
}

interface Found {
  /** Entities that bear the very name; they come first. */
  bearers: NameEntry[];
  pages: Page[];
  total: number;
  /** Other spellings that were searched too, and found something. */
  also: string[];
}

/** Runs every spelling; a page counts by its best, other spellings less than the one typed. */
async function run(query: string): Promise<Found> {
  const [pagefind, { entries, spellings }] = await Promise.all([loadEngine(), loadNames()]);
  const searches = spellingsOf(query, spellings);
  const found = new Map<string, { hit: Hit; score: number }>();
  const also: string[] = [];
  for (const [i, search] of searches.entries()) {
    const { results } = await pagefind.search(search);
    if (i > 0 && results.length > 0) also.push(search);
    for (const hit of results) {
      const score = hit.score * (i === 0 ? 1 : 0.7);
      if (score > (found.get(hit.id)?.score ?? -1)) found.set(hit.id, { hit, score });
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score);
  const loaded = await Promise.all(ranked.slice(0, shown).map(({ hit }) => hit.data()));
  const best = loaded.map((page) => ({ ...page, url: page.url.replace(/^\//, '') }));
  const terms = searches.flatMap((search) => search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const pages = best.filter((page) => holdsAny(page, terms));
  const bearers = searches.map((search) => bearersOf(search, entries)).find((list) => list.length > 0) ?? [];
  const first = (page: Page) => bearers.some(([url]) => url === page.url);
  return {
    bearers: bearers.filter(([url]) => !pages.some((page) => page.url === url)),
    pages: [...pages.filter(first), ...pages.filter((page) => !first(page))],
    total: pages.length === 0 ? bearers.length : Math.max(ranked.length - (best.length - pages.length), bearers.length),
    also,
  };
}

/**
 * Does a page hold a word that begins as one of the terms does, its English ending left aside? For a term that no page
 * has, the engine gives pages that share its first letters, and these are not results.
 */
function holdsAny({ content, meta }: Page, terms: readonly string[]): boolean {
  const words = ` ${[content, meta.title, meta.aliases].join(' ').toLowerCase()}`;
  return terms.some((term) => {
    const stem = term.replace(/(?:ations?|ing|ers?|ed|es|s|e|ly)$/, '');
    return new RegExp(`[^\\p{L}\\p{N}]${stem.length > 2 ? stem : term}`, 'u').test(words);
  });
}

/** Did a part of the index fail to load? From disk the loader notes it; on http the browser does. */
function isIncomplete(): boolean {
  const failed = (entry: PerformanceEntry) =>
    entry.name.includes('/pagefind/') && (entry as PerformanceResourceTiming).responseStatus >= 400;
  return window.__searchIncomplete === true || performance.getEntriesByType('resource').some(failed);
}

/** The places on a page where the words stand: the blocks with an id that hold most of the matches. */
function places({ anchors, locations }: Page): { id: string; at: number; end: number }[] {
  const blocks = anchors.filter(({ element, id }) => ['p', 'li', 'table', 'tr', 'div'].includes(element) && !/^n\d+$/.test(id));
  const counts = new Map<Anchor, number>();
  for (const location of locations) {
    const block = blocks.findLast((anchor) => anchor.location <= location);
    if (block !== undefined) counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([anchor]) => ({ id: anchor.id, at: anchor.location, end: blocks[blocks.indexOf(anchor) + 1]?.location ?? Infinity }));
}

const form = document.querySelector<HTMLFormElement>('[data-search]')!;
const field = form.querySelector('input')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const list = document.querySelector<HTMLElement>('[data-search-results]')!;
let latest = 0;

/** A result: a link to the page and what kind of page it is. */
function result(url: string, title: string, kind: string): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + url;
  link.dataset.result = '';
  link.textContent = title;
  const label = document.createElement('small');
  label.textContent = ` ${kind}`;
  entry.append(link, label);
  return entry;
}

/** A result with its excerpt and links to the paragraphs that hold the words. */
function item(page: Page): HTMLLIElement {
  const entry = result(page.url, page.meta.title ?? page.url, page.meta.kind ?? '');
  const excerpt = document.createElement('p');
  excerpt.dir = 'auto';
  excerpt.append(marked(page.excerpt));
  entry.append(excerpt);
  const blocks = places(page);
  if (blocks.length > 0) {
    const deep = document.createElement('ul');
    const words = page.content.split(/\s+/);
    for (const { id, at, end } of blocks) {
      const row = document.createElement('li');
      const to = document.createElement('a');
      to.href = `${root}${page.url}#${id}`;
      to.textContent = `${words.slice(at, Math.min(end, at + 14)).join(' ')} …`;
      row.append(to);
      deep.append(row);
    }
    entry.append(deep);
  }
  return entry;
}

/** Pagefind's excerpt is HTML whose only element is <mark>; read as text, so that nothing else can come through. */
function marked(excerpt: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [i, part] of excerpt.split(/<\/?mark>/).entries()) {
    // Behind a letter, as a parser drops white space at the start of a document.
    const text = new DOMParser().parseFromString(`.${part}`, 'text/html').body.textContent.slice(1);
    const node = i % 2 === 1 ? document.createElement('mark') : document.createTextNode('');
    node.textContent = text;
    fragment.append(node);
  }
  return fragment;
}

async function show(query: string): Promise<void> {
  const turn = ++latest;
  if (query === '') {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  status.textContent = 'Searching …';
  try {
    const { bearers, pages, total, also } = await run(query);
    if (turn !== latest) return;
    list.replaceChildren(...bearers.map(([url, kind, name]) => result(url, name, kind)), ...pages.map(item));
    const count =
      total === 0
        ? `Nothing found for “${query}”.`
        : `${total} ${total === 1 ? 'page' : 'pages'} for “${query}”${total > shown ? `, the best ${shown} shown` : ''}.`;
    status.textContent = [
      count,
      ...(also.length > 0 ? [`Also searched: ${also.join(', ')}.`] : []),
      ...(isIncomplete() ? ['A part of the search index could not be read, so results may be missing.'] : []),
    ].join(' ');
  } catch (error) {
    if (turn !== latest) return;
    list.replaceChildren();
    status.textContent = `The search index could not be read (${error instanceof Error ? error.message : String(error)}). The A–Z of names and the list of claims work without it.`;
  }
}

function fromHash(): string {
  return new URLSearchParams(location.hash.slice(1)).get('q')?.trim() ?? '';
}

let typing: ReturnType<typeof setTimeout> | undefined;

function typed(): void {
  const query = field.value.trim();
  history.replaceState(null, '', query === '' ? location.pathname : `#q=${encodeURIComponent(query)}`);
  void show(query);
}

field.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(typed, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  typed();
});
addEventListener('hashchange', () => {
  field.value = fromHash();
  void show(field.value);
});
// A box that was used before its script was there sends a query; here it has its place in the hash.
const sent = new URLSearchParams(location.search).get('q');
if (sent !== null) history.replaceState(null, '', `${location.pathname}#q=${encodeURIComponent(sent.trim())}`);
field.value = fromHash();
if (field.value === '') field.focus();
void show(field.value);
