import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SiteFiles } from '../../src/client/kept.ts';
import { longestArticle } from './corpus.ts';
import { expect, marks, settle, test } from './host.ts';

test.describe.configure({ timeout: 240_000 });

const keep = (page: Page) => page.getByRole('button', { name: 'Keep the whole site on this device' });
const status = (page: Page) => page.getByRole('main').getByRole('status');
const list = (folder: string) => JSON.parse(readFileSync(join(folder, 'offline-files.json'), 'utf8')) as SiteFiles;
const patient = { timeout: 150_000 };

/** Has the browser look for a newer build and waits until it is installed or given up. */
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
    const worker = registration.installing;
    if (worker === null) return 'nothing new';
    return new Promise<string>((resolve) => {
      worker.addEventListener('statechange', () => {
        resolve(worker.state);
      });
    });
  });

/** The reader saves data: nothing is kept unless asked for. */
const saveData = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });

test('a lost connection is said, and keeping goes on where it stopped', async ({ page, host }) => {
  const { pages, others } = list(host.folder);
  await saveData(page);
  await page.goto('offline.html');
  await expect(keep(page)).toBeVisible();
  const half = Math.floor(pages.files / 2);
  host.cut(half);
  await keep(page).click();
  await expect(status(page)).toContainText('the connection was lost', patient);
  await expect(page.getByRole('progressbar')).toBeHidden();
  host.mend();
  await page.reload();
  await expect(status(page)).toHaveText(/^Begun: \d+ of \d+ pages and scripts are here\./);

  // The rest of the pages, and half of the other files.
  host.cut(pages.files - half + Math.floor(others.length / 2));
  await keep(page).click();
  await expect(status(page)).toContainText('the connection was lost', patient);
  host.mend();
  await page.reload();
  await expect(status(page)).toHaveText(/^Kept so far: /);

  const before = host.requests;
  await keep(page).click();
  await expect(status(page)).toHaveText(/^Kept: /, patient);
  expect(host.requests - before).toBeLessThan(others.length * 0.6);
});

for (const fault of ['lacks a page', 'has a page of another build'])
  test(`an upload that ${fault} changes nothing for the reader; once it is mended, it is offered`, async ({ page, host }) => {
    await host.publish('one');
    await page.goto('index.html');
    await settle(page);
    await host.publish('two');
    const file = join(host.folder, longestArticle);
    const right = readFileSync(file);
    if (fault === 'lacks a page') rmSync(file);
    else host.edit(longestArticle, (html) => html.replace('"two"', '"one"'));
    expect(await update(page)).toBe('redundant');
    for (const kind of ['index.html', longestArticle]) {
      await page.goto(kind);
      expect(await marks(page)).toBe('one one');
    }
    host.cut();
    await page.goto('about.html');
    expect(await marks(page)).toBe('one one');

    host.mend();
    writeFileSync(file, right);
    expect(await update(page)).toBe('installed');
    await page.keyboard.press('Shift');
    await page.getByRole('button', { name: 'Show it' }).click(patient);
    await expect.poll(() => marks(page).catch(() => ''), patient).toBe('two two');
  });

test('who keeps the whole site gets the whole of a newer build before it is offered', async ({ page, host }) => {
  await host.publish('one');
  await page.goto('offline.html');
  await keep(page).click();
  await expect(status(page)).toHaveText(/^Kept: /, patient);
  await host.publish('two');
  const before = host.requests;
  expect(await update(page)).toBe('installed');
  // Only what differs is fetched: the pages, a script, the data file, the two lists.
  expect(host.requests - before).toBeLessThan(list(host.folder).pages.files + 5);
  host.cut();
  await page.reload();
  expect(await page.evaluate(async () => (await fetch('data/articles.json')).json() as Promise<unknown>)).toEqual(['one']);
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Show it' }).click(patient);
  await expect.poll(() => marks(page).catch(() => ''), patient).toBe('two two');
  expect(await page.evaluate(async () => (await fetch('data/articles.json')).json() as Promise<unknown>)).toEqual(['two']);
  await expect(status(page)).toHaveText(/^Kept: /);
});

test('pages that were removed from what is kept are kept again', async ({ page, host }) => {
  await page.goto('index.html');
  await settle(page);
  const kept = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((name) => name.startsWith('pages'));
      return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
    });
  const forget = () =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
  const all = await kept();
  await forget();
  await page.goto('about.html');
  await expect.poll(kept, patient).toBe(all);
  host.cut();
  await page.goto('index.html');
  await expect(page.locator('h1')).toBeVisible();

  // The reader removes the site, and a tab still has its worker.
  host.mend();
  await forget();
  await page.evaluate(() => caches.open(`declined ${new URL('.', location.href).href}`));
  await page.goto('about.html');
  await page.waitForTimeout(1000);
  expect(await kept()).toBe(0);
});

test('a device without room says so', async ({ page, baseURL }) => {
  const devtools = await page.context().newCDPSession(page);
  await page.goto('offline.html');
  const { origin } = new URL(baseURL!);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2e6 });
  await keep(page).click();
  await expect(status(page)).toContainText('no more room', patient);
});

test('where the browser or the address allow no worker, the page says why', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
  await page.goto('offline.html');
  await expect(status(page)).toContainText('https');
  await expect(keep(page)).toBeHidden();
});

test('who saves data is not made to download the site', async ({ page, host }) => {
  await saveData(page);
  await page.goto('index.html');
  await page.keyboard.press('Shift');
  await page.waitForTimeout(6000);
  expect(host.requests).toBeLessThan(10);
});

test('nothing is asked for before the first interaction', async ({ page, host }) => {
  await page.goto(longestArticle);
  await page.waitForTimeout(5000);
  expect(host.requests).toBeLessThanOrEqual(3);
});

test('the site can be installed as an app', async ({ page }) => {
  await page.goto('index.html');
  await settle(page);
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { name, icons } = JSON.parse(data!) as { name: string; icons: { src: string; sizes: string }[] };
  expect(await page.title()).toBe(name);
  for (const { src, sizes } of icons) {
    const width = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image.naturalWidth;
    }, src);
    if (sizes !== 'any') expect(`${width}x${width}`).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
