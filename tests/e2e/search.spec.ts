import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entities } from './corpus.ts';
import { stick } from './places.ts';
import { expect, test } from './reader.ts';

test('from the header of any page, by keyboard alone', async ({ page }) => {
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.goto('entities/index.html');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\.html#q=/);
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
  await page.locator('a[data-result]').first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('every name of every entity brings its page into the first three', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('search.html');
  const missed: string[] = [];
  const names = entities.flatMap(({ id, name, names }) =>
    [...new Set([name, ...names.map(({ text }) => text)])].map((text) => ({ id, text })),
  );
  // Every name from disk; elsewhere a sample, as index and engine are the same.
  const asked = page.url().startsWith('file:') ? names : names.filter((_, i) => i % 10 === 0);
  for (const { id, text } of asked) {
    await page.evaluate((q) => (location.hash = `q=${encodeURIComponent(q)}`), text);
    await expect(page.locator('[data-search-status]')).toContainText(`“${text}”`);
    const links = await page.locator('a[data-result]').evaluateAll((list) => list.slice(0, 3).map((a) => (a as HTMLAnchorElement).href));
    if (!links.some((link) => link.endsWith(`/entities/${id}.html`))) missed.push(`${text} → ${id}`);
  }
  expect(missed).toEqual([]);
});

test('results say what kind of page they are, once each, with whole words in their excerpts', async ({ page }) => {
  const { id, name } = entities.find(({ type }) => type === 'person')!;
  await page.goto(`search.html#q=${encodeURIComponent(name)}`);
  const items = page.locator('[data-search-results] > li');
  await expect(items.first().locator('small')).toHaveText(' person');
  await expect(page.locator(`a[data-result][href$="/${id}.html"]`)).toHaveCount(1);
  await expect(items.filter({ has: page.locator('mark') }).first()).toBeVisible();
  expect((await page.locator('.results p').allInnerTexts()).filter((text) => new RegExp(`${name}\\p{L}`, 'u').test(text))).toEqual([]);
});

test('a name in another spelling and with another word finds the page by its aliases', async ({ page }) => {
  const { id, type, names } = entities.find(({ name, names }) =>
    names.some(({ text, lang }) => lang === 'en' && text.split(' ').length > 1 && text !== name),
  )!;
  const alias = names.find(({ text }) => text.split(' ').length > 1)!.text;
  await page.goto(`search.html#q=${encodeURIComponent(`${alias} ${type}`)}`);
  await expect(page.locator('a[data-result]').first()).toBeVisible();
  const links = await page.locator('a[data-result]').evaluateAll((list) => list.map((a) => (a as HTMLAnchorElement).href));
  expect(links.some((link) => link.endsWith(`/${id}.html`))).toBe(true);
});

test('the query lives in the hash; nothing found says so', async ({ page }) => {
  await page.goto('search.html#q=xyzzyplugh');
  await expect(page.locator('[data-search-status]')).toContainText('Nothing found for “xyzzyplugh”');
  await expect(page.locator('[data-search-results] > li')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search for' }).fill(entities[0]!.name);
  await expect(page.locator('[data-search-results] > li').first()).toBeVisible();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#q=${entities[0]!.name}`);
  expect(new URL(page.url()).search).toBe('');
});

test('a word that no page has finds nothing, though other words begin as it does', async ({ page }) => {
  const { name } = entities.find(({ name }) => /^[A-Z][a-z]{4,}$/.test(name))!;
  await page.goto(`search.html#q=${name.slice(0, 4)}zzqx`);
  await expect(page.locator('[data-search-status]')).toContainText('Nothing found');
});

test('from the large box of the home page', async ({ page }) => {
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.goto('index.html');
  await page.getByRole('searchbox', { name: 'Search the whole site' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\.html#q=/);
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
});

test('a result leads to the paragraph', async ({ page }) => {
  await page.goto(`search.html#q=${encodeURIComponent(entities.find(({ type }) => type === 'person')!.name)}`);
  const deep = page.locator('.results ul a').first();
  await deep.click();
  await expect(page.locator(':target')).toBeInViewport();
});

test.describe('a damaged index', () => {
  test.use({ tolerated: /./ });

  for (const [what, part, says] of [
    ['engine', 'wasm.en.pagefind.js', 'could not be read'],
    ['part', 'index', 'results may be missing'],
  ] as const) {
    test(`says so: ${what}`, async ({ page, baseURL }) => {
      test.skip(!baseURL!.startsWith('file:'), 'the stick is the only copy that a test may damage');
      const copy = mkdtempSync(join(tmpdir(), 'damaged-'));
      cpSync(stick, copy, { recursive: true });
      rmSync(join(copy, 'pagefind/offline', part), { recursive: true });
      await page.goto(`${pathToFileURL(copy).href}/search.html#q=fighters`);
      await expect(page.locator('[data-search-status]')).toContainText(says);
      rmSync(copy, { recursive: true });
    });
  }
});
