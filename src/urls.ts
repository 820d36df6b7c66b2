/** The only module that builds links. Every link is relative, so that the folder works on any host, path or disk. */
import * as paths from './paths.ts';
import type { SitePath } from './paths.ts';

export { paths };
export type { SitePath };

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
