/** The only module that builds paths. Every link is relative, so that the folder works on any host, path or disk. */

declare const brand: unique symbol;
/** Path of a file from the site's root, without a leading slash: `articles/voa-2016.html`. */
export type SitePath = string & { readonly [brand]: true };

const path = (text: string) => text as SitePath;

export const paths = {
  home: path('index.html'),
  about: path('about.html'),
  voices: path('voices.html'),
  timeline: path('timeline.html'),
  map: path('map.html'),
  network: path('network.html'),
  search: path('search.html'),
  verify: path('verify.html'),
  accessibility: path('accessibility.html'),
  data: path('data.html'),
  offline: path('offline.html'),
  manifest: path('manifest.webmanifest'),
  feed: path('feed.xml'),
  notFound: path('404.html'),
  articles: path('articles/index.html'),
  article: (id: string) => path(`articles/${id}.html`),
  citation: (id: string, ending: string) => path(`articles/${id}.${ending}`),
  entities: path('entities/index.html'),
  entity: (id: string) => path(`entities/${id}.html`),
  sources: path('sources/index.html'),
  source: (id: string) => path(`sources/${id}.html`),
  claims: path('claims/index.html'),
  ledger: (article: string) => path(`claims/${article}.html`),
  questions: path('questions/index.html'),
  question: (id: string) => path(`questions/${id}.html`),
  dataFile: (name: string) => path(`data/${name}`),
  asset: (name: string) => path(`assets/${name}`),
  /** The picture that shows a page where its address is shared. */
  picture: (page: SitePath) => path(`pictures/${page.replace(/\.html$/, '.png')}`),
};

/** Ids of places on a page. A claim’s id is its own anchor: in the ledger its record, in an account its first reference. */
export const anchors = {
  paragraph: (n: number) => `p${n}`,
  block: (n: number) => `b${n}`,
  note: (id: string) => `note-${id}`,
  /** A footnote of a page, by its number there. */
  footnote: (n: number) => `n${n}`,
  /** A map, by the id of its view. */
  map: (id: string) => `map-${id}`,
  /** What is said of a place, on the page of the maps. */
  place: (id: string) => `at-${id}`,
};

/** Ids that the frame of a page uses; no claim, heading or note may have one of them. */
export const takenAnchors: ReadonlySet<string> = new Set([
  'content',
  'footnotes',
  'query',
  'mentions',
  'namings',
  'claims',
  'date',
  'manifest',
  'preview',
]);

/** From a page to the site's root: `''` or `'../'`. */
function rootFrom(from: SitePath): string {
  return '../'.repeat(from.split('/').length - 1);
}

/** Relative link from one file of the site to another, or to a place on it. */
export function link(from: SitePath, to: SitePath, fragment?: string): string {
  const hash = fragment === undefined ? '' : `#${fragment}`;
  return from === to && hash !== '' ? hash : `${rootFrom(from)}${to}${hash}`;
}

const dataRoot = rootFrom(paths.dataFile('a'));

/** Link from a file of `data/` to another file of the site, or to a place in it. */
export function linkFromData(to: SitePath, fragment?: string): string {
  return `${dataRoot}${to}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Absolute address of a page, where the site knows its own. */
export function canonical(base: string | undefined, to: SitePath): string | undefined {
  return base === undefined ? undefined : new URL(to === paths.home ? '.' : to, base.endsWith('/') ? base : `${base}/`).href;
}
