import type { Page } from '@playwright/test';
import { articles, claims, entities } from './corpus.ts';
import { expect, test } from './reader.ts';

const dated = claims.filter(({ when }) => when !== undefined);
const kinds = [...new Set(dated.map(({ kind }) => kind))];
const pairs = articles.flatMap(({ id }) =>
  kinds.map((kind) => ({
    account: id,
    kind,
    ids: dated.filter((claim) => claim.article === id && claim.kind === kind).map(({ id }) => id),
  })),
);
const most = pairs.toSorted((a, b) => b.ids.length - a.ids.length)[0]!;
const none = pairs.find(({ ids }) => ids.length === 0)!;

const figure = (page: Page) => page.getByRole('region', { name: 'Figure of the timeline' });
const status = (page: Page) => page.getByRole('status');
const shownMarks = (page: Page) => figure(page).locator('a[id]:visible');
const shownEntries = (page: Page) => page.locator('[data-list] li[id]:visible');
const axisLength = (page: Page) => figure(page).evaluate((view) => view.scrollWidth);
const hash = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the events of a month are found in the list, and every claim and event has its mark and its entry', async ({ page }) => {
    const events = entities.filter(({ type, when }) => type === 'event' && when !== undefined);
    const byMonth = Map.groupBy(events, ({ when }) => /^\d{4}-(?:0\d|1[0-2])/.exec(when!)?.[0]);
    byMonth.delete(undefined);
    const [month, held] = [...byMonth].sort(([, a], [, b]) => b.length - a.length)[0]!;
    const name = new Date(`${month!}-01`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    await page.goto('index.html');
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Timeline' }).click();
    const year = page.getByRole('navigation', { name: 'Months of the list' }).locator('p', { hasText: month!.slice(0, 4) });
    await year.getByRole('link', { name: name.split(' ')[0]! }).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeInViewport();
    for (const { name } of held) await expect(page.locator(':target').getByRole('link', { name, exact: true })).toBeVisible();
    await expect(page.locator('form:visible, button:visible')).toHaveCount(0);
    const all = dated.length + entities.filter(({ when }) => when !== undefined).length + articles.length;
    await expect(shownEntries(page)).toHaveCount(all);
    await expect(shownMarks(page)).toHaveCount(all);
  });
});

test('on a phone the figure opens where the first account begins', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('timeline.html');
  await expect(status(page)).toContainText(' shown.');
  await figure(page).scrollIntoViewIfNeeded();
  const edge = await figure(page).boundingBox();
  const mark = await page.locator(`#mark-publication-${articles[0]!.id}`).boundingBox();
  expect(mark!.x).toBeGreaterThanOrEqual(edge!.x);
  expect(mark!.x + mark!.width).toBeLessThanOrEqual(edge!.x + edge!.width);
});

test('filtered to one account and one kind, figure and list show only these; the hash holds it, a reload keeps it', async ({ page }) => {
  await page.goto('timeline.html');
  const total = await shownEntries(page).count();
  await page.getByLabel('Account').selectOption(most.account);
  await page.getByLabel('Kind').selectOption(most.kind);
  const check = async () => {
    await expect(status(page)).toHaveText(`${most.ids.length} of ${total} shown.`);
    await expect(shownEntries(page)).toHaveCount(most.ids.length);
    await expect(shownMarks(page)).toHaveCount(most.ids.length);
    for (const id of most.ids) await expect(page.locator(`#mark-claim-${id}`)).toBeVisible();
  };
  await check();
  await page.getByRole('button', { name: 'To the list' }).click();
  await expect(page.getByRole('heading', { name: 'The same as a list' })).toBeInViewport();
  expect([...hash(page)]).toEqual([
    ['account', most.account],
    ['kind', most.kind],
  ]);
  await page.reload();
  await check();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(status(page)).toHaveText(`All ${total} shown.`);
  expect(new URL(page.url()).hash).toBe('');
});

test('filters that nothing matches together say so', async ({ page }) => {
  await page.goto(`timeline.html#account=${none.account}&kind=${none.kind}`);
  await expect(status(page)).toHaveText('Nothing matches these filters together.');
  await expect(shownMarks(page)).toHaveCount(0);
});

test('by keyboard alone: zoom, move, and follow a mark to the claim in its account', async ({ page }) => {
  await page.goto(`timeline.html#account=${most.account}&kind=${most.kind}`);
  await expect(status(page)).toContainText(' of ');
  await tabTo(page, '[data-view]');
  const before = await axisLength(page);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  expect(await axisLength(page)).toBeGreaterThan(2 * before);
  const left = await figure(page).evaluate((view) => view.scrollLeft);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => figure(page).evaluate((view) => view.scrollLeft)).toBeGreaterThan(left);
  await expect.poll(() => hash(page).get('zoom')).toBe('2');
  expect(hash(page).get('at')).toMatch(/^\d{4}-\d\d-\d\d$/);
  await page.reload();
  await expect.poll(() => axisLength(page)).toBeGreaterThan(2 * before);
  await tabTo(page, '[data-view]');
  await page.keyboard.press('0');
  expect(await axisLength(page)).toBe(before);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement!.id);
  if (most.ids.length > 1) {
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement!.id)).not.toBe(first);
  }
  const claim = (await page.evaluate(() => document.activeElement!.id)).replace('mark-claim-', '');
  expect(most.ids).toContain(claim);
  await expect(page.locator('[data-readout]')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`articles/${most.account}\\.html#${claim}$`));
  await expect(page.locator(`#${claim}`)).toBeInViewport();
});

test('by mouse: a mark leads to its claim, Ctrl and wheel zoom, dragging moves and follows nothing', async ({ page }) => {
  await page.goto(`timeline.html#account=${most.account}&kind=${most.kind}`);
  const mark = page.locator(`#mark-claim-${most.ids[0]!}`);
  await mark.hover();
  await expect(page.locator('[data-readout]')).toBeVisible();
  const before = await axisLength(page);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => axisLength(page)).toBeGreaterThan(2 * before);
  await expect.poll(() => hash(page).get('zoom')).toBe('2');
  await expect(mark).toBeInViewport();
  const box = (await mark.boundingBox())!;
  const left = await figure(page).evaluate((view) => view.scrollLeft);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y, { steps: 4 });
  await page.mouse.up();
  expect(await figure(page).evaluate((view) => view.scrollLeft)).toBeGreaterThan(left);
  await expect(page).toHaveURL(/timeline\.html/);
  await mark.click();
  await expect(page).toHaveURL(new RegExp(`articles/${most.account}\\.html#${most.ids[0]!}$`));
});

test('from a mark to its entry and back, the filters kept', async ({ page }) => {
  await page.goto(`timeline.html#account=${most.account}&kind=${most.kind}`);
  const id = most.ids.at(-1)!;
  const entry = page.locator(`#claim-${id}`);
  await page.locator(`#mark-claim-${id}`).focus();
  await page.getByRole('link', { name: 'in the list' }).click();
  await expect(entry).toBeFocused();
  await expect(entry).toBeInViewport();
  await entry.getByRole('link', { name: 'in the figure' }).click();
  await expect(page.locator(`#mark-claim-${id}`)).toBeFocused();
  await expect(page.locator(`#mark-claim-${id}`)).toBeInViewport();
  expect(hash(page).get('kind')).toBe(most.kind);
  await expect(shownEntries(page)).toHaveCount(most.ids.length);
});

test('nothing in the figure lies upon anything else, at first and zoomed', async ({ page }) => {
  await page.goto('timeline.html');
  for (const zoom of ['', '#zoom=3']) {
    await page.goto(`timeline.html${zoom}`);
    const overlaps = await page.locator('[data-band] > svg').evaluateAll((bands) =>
      bands.flatMap((band) => {
        const boxes = [...band.querySelectorAll<SVGGraphicsElement>('text, [data-dot]')]
          .filter((element) => element.checkVisibility())
          .map((element) => ({ box: element.getBoundingClientRect(), name: element.closest('a')!.id }));
        return boxes.flatMap(({ box: a, name }, i) =>
          boxes
            .slice(0, i)
            .filter(
              ({ box: b }) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3,
            )
            .map((other) => `${name} and ${other.name}`),
        );
      }),
    );
    expect(overlaps).toEqual([]);
  }
});
