/** On every page after the first interaction: has the site kept for reading offline, and announces a newer version of it. */
import { addStyle } from './add-style.ts';
import { element } from './element.ts';
import { cacheNames, takeOver } from './kept.ts';

/** Time to load what the page itself needs, and the longest to wait for a quiet moment after it, in milliseconds. */
const delay = 3000;
const patience = 10_000;

/**
 * Installs the service worker of the site at `root` (with a slash at its end) when the page has come to rest. Does nothing where
 * no worker can be (from disk, without https), where the reader saves data, or has removed the site from the device.
 */
export function startOffline(root: string): void {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const start = () => {
    // Reading does not depend on it: where the browser refuses, nothing is said.
    register(root).catch(() => undefined);
  };
  setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: patience });
    else start();
  }, delay);
}

async function register(root: string): Promise<void> {
  const { serviceWorker } = navigator;
  const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (savesData && (await serviceWorker.getRegistration(root)) === undefined) return;
  if (await caches.has(cacheNames(root).declined)) return;
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
    else void keepUsed(root);
    controlled = true;
  });
  const registration = await serviceWorker.register(`${root}sw.js`);
  const watch = () => {
    const { installing, waiting } = registration;
    if (waiting !== null && controlled) announce(waiting);
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && controlled) announce(installing);
    });
  };
  registration.addEventListener('updatefound', watch);
  watch();
}

/** The parts of the search index that this page used before there was a worker to keep them. */
async function keepUsed(root: string): Promise<void> {
  const used = performance.getEntriesByType('resource').map(({ name }) => name);
  await Promise.allSettled(used.filter((name) => name.startsWith(`${root}pagefind/`)).map((name) => fetch(name)));
}

const later = 'newer version later';

const style = `
.newer { position: fixed; inset: auto 1rem 1rem; margin: 0 auto; inline-size: fit-content; z-index: 9;
  display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; padding: 0.7rem 1rem;
  background: var(--card); border: 1px solid var(--quiet); border-radius: 0.5rem; box-shadow: 0 0.3rem 1rem rgb(0 0 0 / 20%) }
html:has(.newer) { scroll-padding-block-end: 6rem }
@media print { .newer { display: none } }`;

/** A line at the foot of the window, until the reader takes the newer version or puts it off for this session. */
function announce(worker: ServiceWorker): void {
  if (document.querySelector('.newer') !== null || sessionStorage.getItem(later) !== null) return;
  addStyle(style);
  const button = (textContent: string, onclick: () => void) =>
    element('button', { type: 'button', className: 'field', textContent, onclick });
  const text = element('span', { role: 'status' });
  const banner = element(
    'div',
    { className: 'newer ui' },
    text,
    button('Show it', () => {
      worker.postMessage(takeOver);
    }),
    button('Later', () => {
      sessionStorage.setItem(later, '');
      banner.remove();
    }),
  );
  document.body.append(banner);
  // A live region is read out when it changes, not when it appears.
  setTimeout(() => (text.textContent = 'A newer version of this site is ready.'), 100);
}
