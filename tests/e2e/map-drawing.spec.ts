/** The drawing itself: keys, pointer, touch, labels, room, weight. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { entities } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test } from './reader.ts';

const rough = entities.find(({ subtype, position }) => subtype === 'district' && position?.confidence === 'low')!;

const map = (page: Page) => page.getByRole('group', { name: /^Map: / }).first();
const shown = (page: Page) => map(page).locator('svg').getAttribute('viewBox');

test('marks are reached in the order of their names, and one link skips them', async ({ page }) => {
  await page.goto('map.html');
  const names = await map(page)
    .locator('a.place')
    .evaluateAll((links) => links.map((link) => link.textContent.trim()));
  const keys = names.map((name) => name.toLowerCase().replace(/^al-|[^a-z0-9 ]/g, ''));
  expect(keys).toEqual(keys.toSorted());
  await map(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#said')).toBeFocused();
});

test('keys zoom, move and reset the map that has the focus', async ({ page }) => {
  await page.goto('map.html');
  const all = (await shown(page))!;
  await map(page).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const near = (await shown(page))!;
  expect(Number(near.split(' ')[2])).toBeLessThan(Number(all.split(' ')[2]) / 2);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const moved = (await shown(page))!.split(' ').map(Number);
  expect(moved[0]).toBeGreaterThan(Number(near.split(' ')[0]));
  expect(moved[1]).toBeGreaterThan(Number(near.split(' ')[1]));
  await page.keyboard.press('0');
  expect(await shown(page)).toBe(all);
  await page.getByRole('button', { name: /^Zoom in/ }).click();
  expect(await shown(page)).not.toBe(all);
});

test('a key acts once, and the focus stays, however late the script of every page comes', async ({ page }) => {
  let come: (() => void) | undefined;
  await page.route(/reader\.js$/, (route) => {
    come = () => void route.continue();
  });
  await page.goto('map.html');
  const widthOf = async () => Number((await shown(page))!.split(' ')[2]);
  const all = await widthOf();
  await map(page).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(map(page)).toBeFocused();
  expect(await widthOf()).toBeCloseTo(all / 1.5 ** 2, 5);
  await expect.poll(() => come).toBeDefined();
  const loaded = page.waitForEvent('requestfinished', (request) => request.url().endsWith('reader.js'));
  come!();
  await loaded;
  await page.keyboard.press('-');
  await expect(map(page)).toBeFocused();
  expect(await widthOf()).toBeCloseTo(all / 1.5, 5);
});

test('a place outside what is shown comes into view when it gets the focus', async ({ page }) => {
  await page.goto('map.html');
  await map(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowUp');
  const link = map(page).getByRole('link', { name: new RegExp(`^${rough.name}, `) });
  await link.focus();
  const isInside = () =>
    link.evaluate((element) => {
      const frame = element.closest('.frame')!.getBoundingClientRect();
      const { left, right, top, bottom } = element.querySelector('.hit')!.getBoundingClientRect();
      return left > frame.left && right < frame.right && top > frame.top && bottom < frame.bottom && top > 0 && bottom < innerHeight;
    });
  await expect.poll(isInside).toBe(true);
});

test('the pointer drags and the wheel zooms, without trapping a reader who scrolls past', async ({ page }) => {
  await page.goto('map.html');
  const all = await shown(page);
  const { x, y, width, height } = (await map(page).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 4);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await shown(page)).toBe(all);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(() => shown(page)).not.toBe(all);
  const near = (await shown(page))!.split(' ').map(Number);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 100, y + height / 4, { steps: 5 });
  await page.mouse.up();
  expect(Number((await shown(page))!.split(' ')[0])).toBeGreaterThan(near[0]!);
  expect(new URL(page.url()).hash, 'a drag follows no link').not.toContain('place');
});

test('labels cover neither each other nor the marks, at any zoom', async ({ page }) => {
  await page.goto('map.html');
  await map(page).focus();
  for (let zoom = 0; zoom < 4; zoom++) {
    const { covered, labels } = await map(page)
      .locator('svg')
      .evaluate((svg) => {
        const boxes = [...svg.querySelectorAll('.label[data-side]')].map((label) => label.getBoundingClientRect());
        const dots = [...svg.querySelectorAll('.dot')].map((dot) => dot.getBoundingClientRect());
        const overlap = (a: DOMRect, b: DOMRect) =>
          a.left + 1 < b.right && b.left + 1 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
        return {
          labels: boxes.length,
          covered: boxes.filter((a, i) => boxes.slice(i + 1).some((b) => overlap(a, b)) || dots.some((b) => overlap(a, b))).length,
        };
      });
    expect(labels).toBeGreaterThan(3);
    expect(covered).toBe(0);
    await page.keyboard.press('+');
  }
});

for (const width of [390, 320]) {
  test.describe(`at ${width}`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('the map and what stands around it keep apart', async ({ page }) => {
      await page.goto('map.html');
      const boxes = await page
        .locator('.map-controls, .map-head, .frame, figcaption, .keys, .legend, .absent, #said')
        .filter({ visible: true })
        .evaluateAll((elements) =>
          elements.map((element) => element.getBoundingClientRect()).map(({ top, bottom, left, right }) => ({ top, bottom, left, right })),
        );
      expect(boxes.length).toBeGreaterThan(6);
      for (const [i, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        if (i > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1]!.bottom - 1);
      }
    });
  });
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('two fingers zoom the map; one scrolls the page', async ({ page }) => {
    await page.goto('map.html');
    const all = (await shown(page))!;
    const frame = map(page);
    await frame.scrollIntoViewIfNeeded();
    const box = (await frame.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, points: [x: number, y: number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
      });
    await touch('touchStart', [[x - 20, y]]);
    await touch('touchStart', [
      [x - 20, y],
      [x + 20, y],
    ]);
    for (const spread of [30, 45, 60, 80])
      await touch('touchMove', [
        [x - spread, y],
        [x + spread, y],
      ]);
    await touch('touchEnd', []);
    await expect.poll(async () => Number((await shown(page))!.split(' ')[2])).toBeLessThan(Number(all.split(' ')[2]) / 2);
    await page.getByRole('button', { name: /^Whole map/ }).click();
    expect(await frame.evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-x pan-y');
  });
});

test('the page of the maps weighs at most 120,000 bytes compressed', () => {
  const bytes = ['map.html', 'assets/map.js'].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name)), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(120_000);
});
