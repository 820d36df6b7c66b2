/** The search page: runs the query in the address's hash, and keeps the hash and the field in step. */
import { foldForSearch, spellingsOf } from './fold.ts';
import type { Spellings } from './fold.ts';

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
    __spellings?: Spellings;
  }
}

const script = document.currentScript as HTMLScriptElement;
const root = new URL('..', script.src).href;
const fromDisk = location.protocol === 'file:';
const shown = 20;

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => {
      resolve();
    };
    element.onerror = () => {
      reject(new Error(`missing: ${address}`));
    };
    document.head.append(element);
  });
}

let engine: Promise<Engine> | undefined;

function loadEngine(): Promise<Engine> {
  engine ??= (async () => {
    const loaded = fromDisk
      ? loadScript(`${root}pagefind/offline/engine.js`).then(() => window.__pagefind!)
      : (import(/* @vite-ignore */ `${root}pagefind/pagefind.js`) as Promise<Engine>);
    const [pagefind] = await Promise.all([loaded, loadScript(`${root}assets/spellings.js`)]);
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
  return engine;
}

/** Runs every spelling; a page counts by its best, other spellings less than the one typed. */
async function run(query: string): Promise<{ pages: Page[]; total: number; also: string[] }> {
  const pagefind = await loadEngine();
  const searches = spellingsOf(query, window.__spellings ?? {});
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
  const pages = await Promise.all(ranked.slice(0, shown).map(({ hit }) => hit.data()));
  return { pages: namedFirst(pages, searches), total: ranked.length, also };
}

/** A page that bears exactly the name searched for comes before pages that only speak of it. */
function namedFirst(pages: Page[], searches: readonly string[]): Page[] {
  const wanted = new Set(searches.map((search) => search.replaceAll('"', '').toLowerCase()));
  const bears = ({ meta }: Page) => [meta.title ?? '', ...(meta.aliases ?? '').split(' | ')].some((name) => wanted.has(foldForSearch(name).toLowerCase()));
  return [...pages.filter(bears), ...pages.filter((page) => !bears(page))];
}

/** The places on a page where the words stand: the blocks with an id that hold most of the matches. */
function places({ anchors, locations }: Page): { id: string; at: number; end: number }[] {
  const blocks = anchors.filter(({ element, id }) => ['p', 'li', 'table', 'tr', 'aside'].includes(element) && !id.startsWith('fn-'));
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

function item(page: Page): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  const [best, ...more] = places(page);
  link.href = root + page.url;
  link.dataset['result'] = '';
  link.textContent = page.meta.title ?? page.url;
  const kind = document.createElement('small');
  kind.textContent = ` ${page.meta.kind ?? ''}`;
  const excerpt = document.createElement('p');
  excerpt.dir = 'auto';
  excerpt.append(marked(page.excerpt));
  entry.append(link, kind, excerpt);
  if (best !== undefined) {
    const deep = document.createElement('ul');
    const words = page.content.split(/\s+/);
    for (const { id, at, end } of [best, ...more]) {
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
    const text = new DOMParser().parseFromString(part, 'text/html').body.textContent;
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
    const { pages, total, also } = await run(query);
    if (turn !== latest) return;
    list.replaceChildren(...pages.map(item));
    const count = total === 0 ? `Nothing found for “${query}”.` : `${total} ${total === 1 ? 'page' : 'pages'} for “${query}”${total > shown ? `, the best ${shown} shown` : ''}.`;
    status.textContent = also.length > 0 ? `${count} Also searched: ${also.join(', ')}.` : count;
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
field.value = fromHash();
if (field.value === '') field.focus();
void show(field.value);
