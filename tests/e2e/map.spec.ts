import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { claims, entities, sources, articles } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test } from './reader.ts';

const spoken = (id: string) => claims.filter(({ where }) => where.includes(id));

/** A district that nobody knows exactly, and that some account speaks of. */
const district = entities.find(
  ({ id, subtype, position }) => subtype === 'district' && position?.confidence === 'low' && spoken(id).length > 0,
)!;
const unplaced = entities.find(({ id, type, position }) => type === 'place' && position === undefined && spoken(id).length > 0)!;

const map = (page: Page) => page.getByRole('group', { name: /^Map: / }).first();
const mark = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}, `) });
const shown = (page: Page) => map(page).locator('svg').getAttribute('viewBox');
const beside = (page: Page) => page.locator('#said');

/** Presses Tab until a link has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}

test('a district known only roughly is found on the map by keyboard, and opens its claims', async ({ page }) => {
  await page.goto('map.html');
  const link = mark(page, district.name);
  await map(page).focus();
  await tabTo(page, link);
  await expect(link).toHaveAccessibleName(/low confidence/);
  await expect(link.getByText(district.name)).toBeVisible();
  await expect(link.locator('.dot'), 'an area, not a pin').toHaveCount(0);
  expect(await link.locator('.area').evaluate((area) => getComputedStyle(area).strokeDasharray)).not.toBe('none');
  await page.keyboard.press('Enter');
  for (const { says } of spoken(district.id)) await expect(beside(page).getByRole('link', { name: says }).first()).toBeVisible();
  await expect(page.locator('summary:focus')).toContainText(district.name);
  expect(new URL(page.url()).hash).toContain(`place=${district.id}`);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(link).toBeFocused();
});

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
  await expect(beside(page)).toBeFocused();
});

test('stepping through time: who says what at each date, and on which map', async ({ page }) => {
  await page.goto('map.html');
  const dates = page.getByRole('combobox', { name: 'Date' });
  const later = page.getByRole('button', { name: 'Later' });
  const held = claims.filter(({ kind, when, where }) => kind === 'control' && when !== undefined && where.length > 0);
  const steps = new Set(held.map(({ when }) => when));
  for (let i = 0; i < steps.size; i++) {
    await later.click();
    const when = await dates.inputValue();
    const now = held.filter((claim) => claim.when === when);
    expect(now, `${when} is a date of the claims`).not.toEqual([]);
    const statements = await page.locator('.step.now li[data-account]').filter({ visible: true }).allInnerTexts();
    expect(statements).toHaveLength(now.length);
    for (const { says, article } of now) {
      const { siglum } = sources.find(({ id }) => id === articles.find((one) => one.id === article)!.source)!;
      const speaker = entities.find(
        ({ id }) => id === claims.find((claim) => claim.says === says)!.voice.flatMap(({ outlet }) => outlet ?? [])[0],
      );
      const statement = statements.find((text) => text.includes(says));
      expect(statement).toContain(`${siglum} ¶`);
      if (speaker !== undefined) expect(statement, 'who says so').toContain(speaker.name);
    }
    await expect(page.getByRole('status')).toContainText(`${now.length} statement`);
    const marks = await map(page)
      .locator('a.place')
      .evaluateAll((links) => links.map((link) => ({ id: link.getAttribute('data-place')!, now: link.classList.contains('now') })));
    const places = new Set(now.flatMap(({ where }) => where));
    for (const { id, now: ringed } of marks) expect(ringed, `${id} at ${when}`).toBe(places.has(id));
    const drawn = await page.locator('a.place').evaluateAll((links) => links.map((link) => link.getAttribute('data-place')!));
    if (drawn.some((id) => places.has(id)))
      expect(
        marks.filter((mark) => mark.now),
        'the map shown is one that has a place of this date',
      ).not.toEqual([]);
  }
  const last = await dates.inputValue();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect(dates).not.toHaveValue(last);
});

test('a step, a place and an account can be linked to, and “Clear” shows everything again', async ({ page }) => {
  const { when, article, where } = claims.find(
    (claim) => claim.kind === 'control' && claim.when !== undefined && claim.where.includes(district.id),
  )!;
  const account = articles.find(({ id }) => id === article)!;
  await page.goto(`map.html#${new URLSearchParams({ step: when!, place: where[0]!, account: account.id }).toString()}`);
  await expect(page.getByRole('combobox', { name: 'Date' })).toHaveValue(when!);
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveValue(account.id);
  await expect(mark(page, district.name)).toHaveClass(/\bnow\b/);
  const others = beside(page).locator(`[data-steps] [data-account]:not([data-account="${account.id}"])`).filter({ visible: true });
  await expect(others).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('a.place.now')).toHaveCount(0);
  await expect(beside(page).locator('details').filter({ visible: true })).toHaveCount(0);
});

test('an address that ends in a place shows it', async ({ page }) => {
  await page.goto(`map.html#at-${district.id}`);
  await expect(beside(page).getByRole('heading', { name: district.name })).toBeInViewport();
  await expect(mark(page, district.name)).toBeInViewport();
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

test('a place outside what is shown comes into view when it gets the focus', async ({ page }) => {
  await page.goto('map.html');
  await map(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowUp');
  const link = mark(page, district.name);
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

test('a place without a position is listed beside the maps, with what is said of it', async ({ page }) => {
  await page.goto('map.html');
  const list = page.getByRole('list').filter({ has: page.getByRole('link', { name: unplaced.name, exact: true }) });
  await list.first().getByRole('link', { name: unplaced.name, exact: true }).click();
  await expect(beside(page).getByText('No sourced position was found.').filter({ visible: true })).toBeVisible();
  await expect(
    beside(page)
      .getByRole('link', { name: spoken(unplaced.id)[0]!.says })
      .first(),
  ).toBeVisible();
});

test('a place’s page and an event’s page show where, and lead to the map', async ({ page }) => {
  await page.goto(district.url);
  const small = page.getByRole('link', { name: /^On the map/ });
  await expect(small.locator('image')).toBeVisible();
  await small.click();
  await expect(beside(page).getByRole('heading', { name: district.name })).toBeInViewport();
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

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('maps are drawn, places lead to their claims, statements stand in order, the table has everything', async ({ page }) => {
    await page.goto('map.html');
    await expect(page.getByRole('group', { name: /^Map: / })).toHaveCount(await page.locator('.frame').count());
    await expect(mark(page, district.name).locator('.area')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.getByRole('link', { name: new RegExp(`^${district.name}, `) }).focus();
    await page.keyboard.press('Enter');
    await expect(
      beside(page)
        .getByRole('link', { name: spoken(district.id)[0]!.says })
        .first(),
    ).toBeInViewport();
    const dated = claims.filter(({ when, where }) => when !== undefined && where.length > 0);
    for (const { says } of dated.slice(0, 20))
      await expect(page.locator('[data-steps]').getByRole('link', { name: says, exact: true }).first()).toBeVisible();
    const table = page.getByRole('region', { name: 'All places' });
    await expect(table.getByRole('row')).toHaveCount(entities.filter(({ type }) => type === 'place').length + 1);
    await expect(table.getByRole('row', { name: district.name })).toContainText('low confidence');
  });
});

test('the page of the maps weighs at most 120,000 bytes compressed', () => {
  const bytes = ['map.html', 'assets/map.js'].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name)), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(120_000);
});
