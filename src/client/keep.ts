/** The page on reading offline: keeps the whole site on the device, says how far it is or why it stopped, and removes it again. */
import { Unavailable, cacheNames, keepAll, keyOf, listName } from './kept.ts';
import type { News, SiteFiles } from './kept.ts';

const root = new URL('..', (document.currentScript as HTMLScriptElement).src).href;
const names = cacheNames(root);

const part = (name: string) => document.querySelector<HTMLElement>(`[data-keep="${name}"]`)!;
const status = part('status');
const running = part('running');
const progress = part('progress') as HTMLProgressElement;
const count = part('count');
const room = part('room');
const start = part('start');
const remove = part('remove');

/** Older browsers have only a part of it. */
const storage = navigator.storage as Partial<StorageManager> | undefined;

interface Amount {
  files: number;
  bytes: number;
}

const number = new Intl.NumberFormat(document.documentElement.lang);
const tenths = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const size = (bytes: number) => (bytes < 1e9 ? `${tenths.format(bytes / 1e6)} MB` : `${tenths.format(bytes / 1e9)} GB`);

const whole = ({ pages, others }: SiteFiles): Amount => ({
  files: pages.files + others.length,
  bytes: others.reduce((sum, [, , bytes]) => sum + bytes, pages.bytes),
});

/** Why this browser cannot keep a site at this address; `undefined` where it can. */
function obstacle(): string | undefined {
  if (location.protocol === 'file:') return 'These pages are read from disk: they work without a connection as they are.';
  if (!isSecureContext) return 'A browser keeps a site only where its address begins with https, and this one does not.';
  if (!('serviceWorker' in navigator) || !('caches' in window))
    return 'This browser cannot keep sites, or not in a private window. The ways below work in every browser.';
  return undefined;
}

async function readList(): Promise<SiteFiles> {
  const response = await fetch(root + listName).catch(() => undefined);
  if (response === undefined) throw new Unavailable('offline', listName);
  if (!response.ok) throw new Unavailable('refused', listName, response.status);
  return (await response.json()) as SiteFiles;
}

/** The site's own worker; a worker that covers the whole host is another's. */
async function installation(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(root);
  return registration?.scope === root ? registration : undefined;
}

const keysOf = async (name: string) => (await (await caches.open(name)).keys()).map(({ url }) => url);

/** What is kept of a build whose pages are. */
async function keptOf({ pages, others }: SiteFiles): Promise<Amount> {
  const keys = new Set(await keysOf(names.others));
  const kept = others.filter((file) => keys.has(keyOf(root, file)));
  return { files: pages.files + kept.length, bytes: kept.reduce((sum, [, , bytes]) => sum + bytes, pages.bytes) };
}

/** Says what is kept, and offers what can be done. */
async function look(): Promise<void> {
  const list = await readList();
  const all = whole(list);
  const installed = (await installation())?.active != null;
  const begun = installed ? 0 : (await keysOf(names.pages)).length;
  const kept = installed ? await keptOf(list) : { files: 0, bytes: 0 };
  const complete = kept.files === all.files;
  const lasting = complete && (await storage?.persisted?.()) === true;
  const { quota, usage = 0 } = (await storage?.estimate?.()) ?? {};
  if (complete) say(`Kept: ${amount(all)}, version ${list.build}. The whole site works without a connection.`);
  else if (installed) say(`Kept so far: ${share(kept, all)}, version ${list.build}.`);
  else if (begun > 0) say(`Begun: ${begun} of ${list.pages.files} pages and scripts are here. They serve once all of them are.`);
  else say(`Nothing of this site is kept. The whole of it takes ${amount(all)}.`);
  room.textContent = '';
  if (complete && !lasting) room.textContent = 'Where space runs short, the browser may remove it.';
  if (!complete && quota !== undefined) room.textContent = `The browser has room for ${size(quota - usage)}.`;
  start.hidden = complete;
  remove.hidden = !installed && begun === 0;
}

const amount = ({ files, bytes }: Amount) => `${number.format(files)} files, ${size(bytes)}`;

const share = (part: Amount, all: Amount) =>
  `${number.format(part.files)} of ${number.format(all.files)} files, ${tenths.format(part.bytes / 1e6)} of ${size(all.bytes)}`;

function say(text: string): void {
  status.textContent = text;
}

async function keepWhole(): Promise<void> {
  const list = await readList();
  const all = whole(list);
  const draw = (part: Amount) => {
    progress.max = all.bytes;
    progress.value = part.bytes;
    count.textContent = share(part, all);
  };
  // Not awaited: a browser may ask the reader first.
  void storage?.persist?.();
  await caches.delete(names.declined);
  await install(draw);
  const kept = { ...list.pages };
  await keepAll(root, list.others, ([, , bytes]) => {
    kept.files++;
    kept.bytes += bytes;
    draw(kept);
  });
  await caches.open(names.whole);
}

/** Waits until a worker has kept all pages; throws what stopped it. */
async function install(onProgress: (part: Amount) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register(`${root}sw.js`).catch(() => {
    throw new Unavailable('offline', 'sw.js');
  });
  if (registration.active !== null) return;
  const failure = await outcome(registration.installing ?? registration.waiting, onProgress);
  if (failure === undefined) return;
  if (failure === 'QuotaExceededError') throw new DOMException('', failure);
  // A worker sees no difference between a line that is cut and a file of another build.
  const online = await fetch(root + listName, { cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  throw new Unavailable(online ? 'changed' : 'offline', listName);
}

/** Follows a worker's installation; gives the name of the error that ended it, `undefined` where it went well. */
function outcome(worker: ServiceWorker | null, onProgress: (part: Amount) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent<News>) => {
      if ('failed' in data) end(data.failed);
      else onProgress(data);
    };
    const end = (failure?: string) => {
      navigator.serviceWorker.removeEventListener('message', listen);
      resolve(failure);
    };
    navigator.serviceWorker.addEventListener('message', listen);
    const check = () => {
      if (worker?.state === 'activated') end();
      // The worker's own word on what went wrong may come a moment later.
      else if (worker === null || worker.state === 'redundant') setTimeout(end, 1000, 'unknown');
    };
    worker?.addEventListener('statechange', check);
    check();
  });
}

/** What stopped the keeping, and what the reader can do. */
function reason(error: unknown): string {
  const again = `What came by then is kept; “${start.textContent}” goes on from there.`;
  if (!(error instanceof Unavailable)) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      return `Stopped: the browser has no more room for this site. Free some space on the device. ${again}`;
    return `The browser did not allow it (${error instanceof Error ? error.message : String(error)}).`;
  }
  if (error.why === 'offline') return `Stopped: the connection was lost. ${again}`;
  if (error.why === 'refused') return `Stopped: the host did not give out ${error.path} (status ${error.status!}). ${again}`;
  return 'Stopped: the site was changed on its host in the meantime. Load this page again, and take the newer version if it is offered.';
}

let busy = false;

/** Runs what a button asks for, one thing at a time; the outcome is said and stays to be read. */
async function run(action: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  start.setAttribute('aria-disabled', 'true');
  try {
    await action();
    const focused = document.activeElement === start;
    await look();
    if (focused && start.hidden) status.focus();
  } catch (error) {
    await look().catch(() => undefined);
    say(reason(error));
  }
  running.hidden = true;
  start.setAttribute('aria-disabled', 'false');
  busy = false;
}

const impossible = obstacle();
if (impossible !== undefined) {
  say(impossible);
  part('buttons').hidden = true;
} else {
  start.addEventListener('click', () => {
    void run(async () => {
      running.hidden = false;
      room.textContent = '';
      say('Keeping the site on this device. Leave this page open until it is done.');
      await keepWhole();
    });
  });
  remove.addEventListener('click', () => {
    void run(async () => {
      await (await installation())?.unregister();
      for (const name of Object.values(names)) await caches.delete(name);
      await caches.open(names.declined);
      // Until it is loaded anew, this page would still have its worker.
      location.reload();
    });
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!busy) void run(look);
  });
  void run(() => Promise.resolve());
}
