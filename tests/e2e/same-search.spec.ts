/** Every query of the set gives the same results in the same order, over http and from disk, in Chromium and in Firefox. */
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { queries } from '../search-queries.ts';
import { places, stick } from './places.ts';
import { expect, test } from './reader.ts';

const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** What both Playwright and Puppeteer can do with a page. */
interface AnyPage {
  goto: (address: string) => Promise<unknown>;
  evaluate: <Value>(script: (text: string) => Value | Promise<Value>, text: string) => Promise<Value>;
}

/** The pages found for every query, from the site’s root; no text of a message has a say. */
async function answers(page: AnyPage, root: string): Promise<Record<string, string[]>> {
  await page.goto(`${root}search.html`);
  const found: Record<string, string[]> = {};
  for (const { text } of queries) {
    const links = await page.evaluate(async (query) => {
      location.hash = `q=${encodeURIComponent(query)}`;
      const status = document.querySelector('[data-search-status]')!;
      const start = Date.now();
      while (!status.textContent.includes(`“${query}”`)) {
        if (Date.now() - start > 20_000) throw new Error(`no answer to ${query}: ${status.textContent}`);
        await new Promise((done) => setTimeout(done, 5));
      }
      return [...document.querySelectorAll<HTMLAnchorElement>('a[data-result]')].map(({ href }) => href);
    }, text);
    found[text] = links.map((link) => link.slice(root.length));
  }
  return found;
}

test('Chromium over http and from disk', async ({ page, context }) => {
  test.setTimeout(240_000);
  const hosted = await answers(page, places.root);
  const disk = await context.newPage();
  expect(await answers(disk, places.disk)).toEqual(hosted);
  expect(Object.values(hosted).filter((list) => list.length > 0).length).toBeGreaterThan(queries.length * 0.95);
});

test('Firefox from disk', async ({ page }) => {
  test.skip(firefox === undefined, 'no Firefox here (Debian: apt-get install firefox-esr)');
  test.setTimeout(300_000);
  expect(existsSync(stick)).toBe(true);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox!, headless: true });
  const other = await answers(await browser.newPage(), places.disk);
  await browser.close();
  expect(other).toEqual(await answers(page, places.root));
});
