/**
 * What the site keeps on a reader's device, in words that its service worker, its pages and the build share. A file is
 * kept under its path and its digest, so that a file of one build never stands in for that of another.
 */

/** A file of a build: its address from the site's root, its SHA-256 in Base64, its size in bytes. */
export type SiteFile = readonly [path: string, sha256: string, bytes: number];

/** `offline-files.json`: the files of a build that a device can keep. */
export interface SiteFiles {
  /** Names the build: a digest of all its files. */
  build: string;
  /** Pages, scripts and icons: the service worker keeps all of them as it is installed. */
  pages: { files: number; bytes: number };
  /** Search index, data, citations: kept once they are used, or all at once where the reader asks for it. */
  others: readonly SiteFile[];
}

export const listName = 'offline-files.json';

/** What the service worker tells open pages while it is being installed. */
export type News = { files: number; bytes: number } | { failed: string };

/** What a page asks of a worker that waits. */
export const takeOver = 'take over';

/** Caches belong to a host, not to a path: their names carry the site's root. */
export const cacheNames = (root: string) => ({
  pages: `pages ${root}`,
  others: `files ${root}`,
  /** Empty; it exists where the reader asked for the whole site. */
  whole: `whole ${root}`,
  /** Empty; it exists where the reader removed the site and did not ask for it again. */
  declined: `declined ${root}`,
});

/** The key under which a file is kept. */
export const keyOf = (root: string, [path, sha256]: SiteFile) => `${root}${path}?${encodeURIComponent(sha256)}`;

/** A file that could not be had: no connection, the host's refusal (status), or a file of another build in its place. */
export class Unavailable extends Error {
  readonly why: 'offline' | 'refused' | 'changed';
  readonly path: string;
  readonly status: number | undefined;

  constructor(why: Unavailable['why'], path: string, status?: number) {
    super(`${path}: ${why}`);
    this.why = why;
    this.path = path;
    this.status = status;
  }
}

/** Fetches a file past every cache; throws `Unavailable` unless it is the very file of the build. */
export async function fetchFile(root: string, [path, sha256]: SiteFile): Promise<Response> {
  const offline = () => {
    throw new Unavailable('offline', path);
  };
  const response = await fetch(root + path, { cache: 'no-store' }).catch(offline);
  if (!response.ok) throw new Unavailable('refused', path, response.status);
  const bytes = await response.arrayBuffer().catch(offline);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (btoa(String.fromCharCode(...digest)) !== sha256) throw new Unavailable('changed', path);
  return new Response(bytes, { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
}

const atOnce = 6;

/**
 * Keeps every file of a list that is not kept yet, and tells of each as it is there. Throws `Unavailable`, or a
 * `QuotaExceededError` where space runs out; what was kept by then stays.
 */
export async function keepAll(root: string, files: readonly SiteFile[], onKept?: (file: SiteFile) => void): Promise<void> {
  const cache = await caches.open(cacheNames(root).others);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const key = keyOf(root, file);
      if (!kept.has(key)) await cache.put(key, await fetchFile(root, file));
      onKept?.(file);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    queue.length = 0;
  }
}
