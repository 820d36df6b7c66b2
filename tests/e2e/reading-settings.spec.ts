import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { articles, kinds, longestArticle } from './corpus.ts';
import { dist, places } from './places.ts';
import { expect, test } from './reader.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' });

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Reading' }).click();
  await expect(panel(page)).toBeVisible();
}

/** Size of running text and width of a paragraph, px. */
const measures = (page: Page) =>
  page
    .locator('.prose p')
    .first()
    .evaluate((element) => ({ size: parseFloat(getComputedStyle(element).fontSize), width: element.getBoundingClientRect().width }));

test('size and length of lines change at once, and hold on the next page and the next visit', async ({ page }) => {
  await page.goto(longestArticle);
  const before = await measures(page);
  await openSettings(page);
  await panel(page).getByRole('radio', { name: 'Large', exact: true }).check();
  await panel(page).getByRole('radio', { name: 'Short' }).check();
  const after = await measures(page);
  expect(after.size).toBeGreaterThan(before.size * 1.1);
  expect(after.width).toBeLessThan(before.width);
  await page.reload();
  expect(await measures(page)).toEqual(after);
  // From disk another page is another process, which sees what was stored a moment later.
  await expect(async () => {
    await page.goto(articles.find(({ url }) => url !== longestArticle)!.url);
    expect(await measures(page)).toEqual(after);
  }).toPass();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['reading']);
  await openSettings(page);
  await expect(panel(page).getByRole('radio', { name: 'Large', exact: true })).toBeChecked();
  await panel(page).getByRole('button', { name: 'Reset' }).click();
  expect(await measures(page)).toEqual(before);
  await expect(panel(page).getByRole('radio', { name: 'Normal' }).first()).toBeChecked();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('settings that are kept shift nothing as a page loads', async ({ page }) => {
  await page.goto(longestArticle);
  await openSettings(page);
  await panel(page).getByRole('radio', { name: 'Largest' }).check();
  await watchShifts(page);
  await page.reload({ waitUntil: 'load' });
  expect(await shiftsOf(page)).toBe(0);
});

test.describe('from a slow host', () => {
  test.use({ tolerated: /^another origin: / });

  test('a page that comes piece by piece shifts nothing', async ({ page, baseURL }) => {
    test.skip(baseURL !== places.root, 'it has a host of its own');
    const pieces = readFileSync(join(dist, longestArticle), 'utf8').split(/(?=<form|<nav|<li>|<button|<main|<h1|<dt|<p id="p1")/);
    const server = createServer((request, response) => {
      void (async () => {
        response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript');
        for (const [i, piece] of request.url === '/' ? pieces.entries() : []) {
          response.write(piece);
          if (i < 30) await setTimeout(40);
        }
        response.end();
      })();
    }).listen(0, 'localhost');
    await once(server, 'listening');
    await watchShifts(page);
    try {
      for (const width of [390, 800, 1360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
        expect(await shiftsOf(page), `${width} wide`).toBe(0);
      }
    } finally {
      server.close();
    }
  });
});

test('footnotes stand in the margin or at the end', async ({ page }) => {
  await page.goto(longestArticle);
  const note = page.locator('.footnotes li').first();
  const heading = page.getByRole('heading', { name: 'Footnotes' });
  await expect(heading).toBeHidden();
  await openSettings(page);
  await panel(page).getByRole('radio', { name: 'At the end' }).check();
  await expect(heading).toBeVisible();
  const [prose, first] = [(await page.locator('.prose').boundingBox())!, (await note.boundingBox())!];
  expect(first.y).toBeGreaterThan(prose.y + prose.height);
  await panel(page).getByRole('radio', { name: 'In the margin' }).check();
  await expect(heading).toBeHidden();
  expect((await note.boundingBox())!.x).toBeGreaterThan(prose.x + 100);
});

test('by keyboard: the focus goes in, Esc closes and gives it back, the button opens again', async ({ page }) => {
  await page.goto('index.html');
  const button = page.getByRole('button', { name: 'Reading' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('radio', { name: 'Normal' }).first()).toBeFocused();
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const before = await size();
  await page.keyboard.press('ArrowRight');
  expect(parseFloat(await size())).toBeGreaterThan(parseFloat(before));
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(panel(page)).toBeHidden();
});

test('where the browser keeps nothing the panel says so, and the settings hold on the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(longestArticle);
  const { size } = await measures(page);
  await openSettings(page);
  await panel(page).getByRole('radio', { name: 'Small' }).check();
  expect((await measures(page)).size).toBeLessThan(size);
  await expect(panel(page).getByRole('status')).toContainText('keeps nothing');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1360, 390]) {
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing while the panel is open', async ({ page }) => {
        await page.goto('index.html');
        await openSettings(page);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
      });
    });
  }
}

test.describe('at 320, the largest text', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('scrolls no page sideways, and is reset and closed there', async ({ page }) => {
    await page.goto('index.html');
    await openSettings(page);
    await panel(page).getByRole('radio', { name: 'Largest' }).check();
    await panel(page).getByRole('button', { name: 'Reset' }).click();
    await expect(panel(page).getByRole('radio', { name: 'Largest' })).not.toBeChecked();
    await panel(page).getByRole('radio', { name: 'Largest' }).check();
    await panel(page).getByRole('button', { name: 'Close' }).click();
    await expect(panel(page)).toBeHidden();
    const wide: string[] = [];
    for (const kind of kinds) {
      await page.goto(kind);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) wide.push(`${kind} by ${over} px`);
    }
    expect(wide).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that would do nothing', async ({ page }) => {
    await page.goto('index.html');
    await expect(page.getByRole('button', { name: 'Reading' })).toHaveCount(0);
  });
});
