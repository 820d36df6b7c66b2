/**
 * The service worker. It keeps the pages of one build, all or none, and other files as they are used, and answers from
 * what it keeps; each file is checked against the build's digest. A newer build's worker is installed beside it and
 * takes over when the reader says so, or when no page of the site is open any more.
 */
import { clientsClaim } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { Unavailable, cacheNames, fetchFile, keepAll, keyOf, listName, takeOver } from './kept.ts';
import type { News, SiteFile, SiteFiles } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build: its pages, scripts and icons, and the list of its other files. */
declare const PAGES: readonly SiteFile[];

const root = new URL('.', self.location.href).href;
const names = cacheNames(root);

const installed = { files: 0, bytes: 0 };
const sizes = new Map(PAGES.map(([path, , bytes]) => [root + path, bytes]));
const pages = new PrecacheController({
  cacheName: names.pages,
  fallbackToNetwork: false,
  plugins: [
    {
      handlerDidComplete: async ({ request, error, event }) => {
        if (event.type !== 'install' || error !== undefined) return;
        installed.files++;
        installed.bytes += sizes.get(request.url) ?? 0;
        await tell(installed);
      },
    },
  ],
});
// Some hosts say that an answer varies with headers; of a file there is one version.
pages.strategy.matchOptions = { ignoreVary: true };
pages.addToCacheList(PAGES.map(([path, sha256]) => ({ url: root + path, revision: sha256, integrity: `sha256-${sha256}` })));

async function tell(news: News): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(news);
}

const pageAt = (path: string) => PAGES.find(([own]) => own === path)!;

/** The other files of this build, by path. */
async function readOthers(): Promise<ReadonlyMap<string, SiteFile>> {
  const list = (await pages.matchPrecache(root + listName)) ?? (await fetchFile(root, pageAt(listName)));
  return new Map(((await list.json()) as SiteFiles).others.map((file) => [file[0], file]));
}

let known: ReturnType<typeof readOthers> | undefined;
function others(): ReturnType<typeof readOthers> {
  known ??= readOthers();
  known.catch(() => (known = undefined));
  return known;
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    install(event).catch(async (error: unknown) => {
      await tell({ failed: error instanceof Error ? error.name : String(error) });
      throw error;
    }),
  );
});

/** Whoever asked for the whole site has the whole of the new build before it is offered. */
async function install(event: ExtendableEvent): Promise<void> {
  await pages.install(event);
  if (await caches.has(names.whole)) await keepAll(root, [...(await readOthers()).values()]);
}

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([pages.activate(event), forgetOtherBuilds()]));
});
clientsClaim();

async function forgetOtherBuilds(): Promise<void> {
  const own = new Set([...(await others()).values()].map((file) => keyOf(root, file)));
  const cache = await caches.open(names.others);
  for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
}

self.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(takeOverAll());
});

/** Pages reload themselves when their worker changes; those whose scripts are not loaded yet are loaded anew from here. */
async function takeOverAll(): Promise<void> {
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  await self.skipWaiting();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const client of await self.clients.matchAll({ type: 'window' }))
    if (open.has(client.id)) await client.navigate(client.url).catch(() => null);
}

// Queries mean nothing to a site of files.
const route = new PrecacheRoute(pages, { ignoreURLParametersMatching: [/./] });
route.setCatchHandler(async ({ request, event, params }) => {
  await keepAgain(event);
  const { cacheKey } = params as unknown as { cacheKey: string };
  try {
    return await fetchFile(root, pageAt(cacheKey.slice(root.length).split('?')[0]!));
  } catch (error) {
    if (error instanceof Unavailable && error.why === 'offline') return notKept(request);
    throw error;
  }
});
registerRoute(route);
registerRoute(
  // What asks to pass by every cache is the keeping of files itself.
  ({ url, request }) => url.href.startsWith(root) && request.cache !== 'no-store',
  ({ request }) => answer(request),
);
// Where what it kept is gone, here and from the host, the worker is of no use: it stands aside for that of a newer build.
setCatchHandler(async ({ request }) => {
  await self.registration.unregister();
  return fetch(request);
});

let keeping: Promise<unknown> | undefined;

/** Pages that the browser has removed are kept again, as at the installation; a site that the reader has removed is not. */
async function keepAgain(event: ExtendableEvent): Promise<void> {
  if (await caches.has(names.declined)) return;
  const installation = {
    type: 'install',
    waitUntil: (work: Promise<unknown>) => {
      event.waitUntil(work);
    },
  };
  keeping ??= pages
    .install(installation as ExtendableEvent)
    .catch(() => undefined)
    .finally(() => (keeping = undefined));
}

/** A file of the build from what is kept, or fetched, checked and kept; anything else as the host gives it. */
async function answer(request: Request): Promise<Response> {
  const path = request.url.slice(root.length).split(/[?#]/)[0]!;
  try {
    const file = (await others()).get(path);
    if (file === undefined) return await fetch(request).catch(() => notKept(request));
    const cache = await caches.open(names.others);
    const kept = await cache.match(keyOf(root, file));
    if (kept !== undefined) return kept;
    const response = await fetchFile(root, file);
    // Where space has run out the file is used all the same. A tab may outlive the removal of the site.
    if (!(await caches.has(names.declined))) await cache.put(keyOf(root, file), response.clone()).catch(() => undefined);
    return response;
  } catch (error) {
    if (error instanceof Unavailable && error.why !== 'offline') void self.registration.update().catch(() => undefined);
    return notKept(request);
  }
}

function notKept(request: Request): Response {
  if (request.mode !== 'navigate') return new Response(null, { status: 503 });
  const says = `${root}offline.html`;
  return request.url.startsWith(says) ? Response.error() : Response.redirect(`${says}#not-kept`);
}
