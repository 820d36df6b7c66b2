import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articles, claims, entities, sources } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test } from './reader.ts';

/** Who fights whom by a record, with claims that say so. */
const fight = entities
  .flatMap(({ name, relations }) =>
    relations.filter(({ type, evidence }) => type === 'fights-against' && evidence.length > 0).map((relation) => ({ ...relation, name })),
  )
  .map(({ name, to, evidence }) => ({ name, enemy: entities.find(({ id }) => id === to)!.name, evidence }))[0]!;

const drawn = (page: Page) => page.getByRole('region', { name: 'Drawing' });
const rows = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).locator('tbody tr');
const relations = (page: Page) => rows(page, 'Relations');
const pairs = (page: Page) => rows(page, 'Named together');
const nodes = (page: Page) => drawn(page).getByRole('link');
const names = (page: Page) => nodes(page).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!.split(':')[0]!));
/** Lines that are drawn; one that runs straight up has no width, and the browser's driver takes it for hidden. */
const lines = (page: Page) =>
  drawn(page)
    .locator('path.tie')
    .evaluateAll((paths) => paths.filter((path) => getComputedStyle(path).display !== 'none').length);

/** The radio button of an account, which bears its letter. */
const account = (page: Page, { source }: { source: string }) => {
  const { siglum } = sources.find(({ id }) => id === source)!;
  return page.getByRole('group', { name: 'As told by' }).getByRole('radio', { name: new RegExp(`^${siglum} `) });
};

test('two accounts draw the same war differently, in picture and tables alike', async ({ page }) => {
  await page.goto('network.html');
  const everyone = await nodes(page).count();
  const [one, other] = [articles[0]!, articles.at(-1)!];
  await account(page, one).check();
  const first = await names(page);
  const firstRows = await relations(page).filter({ visible: true }).allInnerTexts();
  await expect(page.getByRole('status')).toContainText(`${first.length} names, ${await lines(page)} of`);

  await account(page, other).check();
  const second = await names(page);
  const secondRows = await relations(page).filter({ visible: true }).allInnerTexts();
  expect(second).not.toEqual(first);
  expect(secondRows).not.toEqual(firstRows);
  expect(Math.max(first.length, second.length)).toBeLessThan(everyone);

  // Every tie that is still told has a claim of that account behind it.
  const told = await page
    .locator('main tbody tr:visible')
    .evaluateAll((rows, ledger) => rows.map((row) => row.querySelector(`a[href*="${ledger}"]`) !== null), `claims/${other.id}.html#`);
  expect(told.every(Boolean)).toBe(true);
  expect(await lines(page)).toBe(told.length);

  expect(new URL(page.url()).hash).toBe(`#account=${other.id}`);
  await page.reload();
  await expect(account(page, other)).toBeChecked();
  expect(await names(page)).toEqual(second);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(nodes(page)).toHaveCount(everyone);
});

test('by keyboard: whom does a name fight, and who says so?', async ({ page }) => {
  await page.goto('network.html');
  await drawn(page)
    .getByRole('link', { name: `${fight.name}:` })
    .focus();
  await page.keyboard.press('Enter');
  const kind = page.getByRole('group', { name: 'Only ties' }).getByRole('checkbox', { name: 'fights against' });
  await kind.focus();
  await page.keyboard.press('Space');
  const panel = page.getByRole('complementary', { name: 'chosen name' });
  await expect(panel.getByRole('heading', { name: fight.name })).toBeVisible();
  const tie = panel.getByRole('listitem').filter({ hasText: `fights against ${fight.enemy}` });
  const evidence = claims.find(({ id }) => id === fight.evidence[0])!;
  const claim = tie.locator(`a[href$="#${evidence.id}"]`);
  await claim.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${evidence.article}\\.html#${evidence.id}$`));
  await expect(page.locator(':target')).toBeInViewport();
});

test('a name of the drawing, chosen by keyboard, shows its ties; closing leads back to it', async ({ page }) => {
  await page.goto('network.html');
  const node = nodes(page).first();
  const name = (await names(page))[0]!;
  await node.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'chosen name' });
  await expect(panel.getByRole('heading', { name })).toBeFocused();
  expect(new URL(page.url()).hash).toMatch(/^#name=/);
  for (const item of await panel
    .getByRole('listitem')
    .filter({ has: page.locator('.at') })
    .all())
    await expect(item).toContainText(name);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(node).toBeFocused();
  await expect(panel.getByRole('heading')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Ties of' }).selectOption({ label: name });
  await expect(panel.getByRole('heading', { name })).toBeVisible();
});

test('a click chooses, a drag moves, keys and buttons make it larger', async ({ page }) => {
  await page.goto('network.html');
  const region = drawn(page);
  const width = () => region.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await page.getByRole('button', { name: 'Larger' }).click();
  await region.focus();
  await page.keyboard.press('+');
  expect(await width()).toBeGreaterThan(1.5 * before);
  const left = () => region.evaluate(({ scrollLeft }) => scrollLeft);
  const [start, box] = [await left(), (await region.boundingBox())!];
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 120, box.y + 200, { steps: 4 });
  await page.mouse.up();
  expect(await left()).toBe(start + 120);
  expect(new URL(page.url()).hash).toBe('');
  await region.focus();
  await page.keyboard.press('0');
  expect(await width()).toBe(before);
  await nodes(page).first().click();
  expect(new URL(page.url()).hash).toMatch(/^#name=/);
});

test('labels are large enough and none lies on another', async ({ page }) => {
  await page.goto('network.html');
  const labels = await drawn(page)
    .locator('a text')
    .evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent, left, right, top, bottom, size: parseFloat(getComputedStyle(text).fontSize) };
      }),
    );
  const scale = await drawn(page)
    .locator('svg')
    .evaluate((svg) => svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width);
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.every(({ size }) => size * scale >= 11)).toBe(true);
  // Two pixels of a line's height are leading.
  const overlaps = labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
      .map((b) => `${a.text} on ${b.text}`),
  );
  expect(overlaps).toEqual([]);
});

test('the graph file has as many ties as the tables', async ({ page }) => {
  await page.goto('network.html');
  const edges = readFileSync(join(dist, 'data/network.gexf'), 'utf8').match(/<edge /g)!.length;
  expect((await relations(page).count()) + (await pairs(page).count())).toBe(edges);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every tie stands in words with its claims, and each account has its drawing', async ({ page }) => {
    await page.goto('network.html');
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('img', { name: 'The network of' })).toHaveCount(articles.length);
    const row = relations(page).filter({ hasText: `${fight.name} fights against ${fight.enemy}` });
    await expect(row).toBeVisible();
    for (const claim of fight.evidence) await expect(row.locator(`a[href$="#${claim}"]`)).toBeVisible();
    const name = (await names(page))[0]!;
    await nodes(page).first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the drawing scrolls in its region, and can be fitted into it', async ({ page }) => {
    await page.goto('network.html');
    const region = drawn(page);
    const overflow = () => region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await overflow()).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Fit' }).click();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await overflow()).toBeGreaterThan(0);
  });
});
