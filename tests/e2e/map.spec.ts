/** What the maps tell: places, who says what of them and when, with and without scripts. */
import type { Page } from '@playwright/test';
import { claims, entities, sources, articles } from './corpus.ts';
import { expect, test } from './reader.ts';

const spoken = (id: string) => claims.filter(({ where }) => where.includes(id));

/** A district that nobody knows exactly, and that some account speaks of. */
const district = entities.find(
  ({ id, subtype, position }) => subtype === 'district' && position?.confidence === 'low' && spoken(id).length > 0,
)!;
const unplaced = entities.find(({ id, type, position }) => type === 'place' && position === undefined && spoken(id).length > 0)!;

const map = (page: Page) => page.getByRole('group', { name: /^Map: / }).first();
const mark = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}, `) });
const beside = (page: Page) => page.locator('#said');

/** Presses Tab until a place of the map has the focus. */
async function tabTo(page: Page, place: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('data-place'))) === place) return;
  }
  throw new Error('Tab does not lead there.');
}

test('a district known only roughly is found on the map by keyboard, and opens its claims', async ({ page }) => {
  await page.goto('map.html');
  const link = mark(page, district.name);
  await map(page).focus();
  await tabTo(page, district.id);
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

test('stepping through time: who says what at each date, and on which map', async ({ page }) => {
  await page.goto('map.html');
  const dates = page.getByRole('combobox', { name: 'Date' });
  const later = page.getByRole('button', { name: 'Later' });
  const held = claims.filter(({ kind, when, where }) => kind === 'control' && when !== undefined && where.length > 0);
  const steps = new Set(held.map(({ when }) => when));
  for (let i = 0; i < 12 && i < steps.size; i++) {
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
  await page.waitForURL(/map\.html/);
  await expect(beside(page).getByRole('heading', { name: district.name })).toBeInViewport();
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
