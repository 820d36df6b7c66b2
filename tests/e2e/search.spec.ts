import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claims, entities } from './corpus.ts';
import { stick } from './places.ts';
import { expect, test } from './reader.ts';

test('by keyboard alone, from any page: a dialog, its results by arrow keys, and back', async ({ page }) => {
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.goto('entities/index.html');
  const link = page.getByRole('main').getByRole('link').first();
  for (const keys of ['/', 'ControlOrMeta+k']) {
    await link.focus();
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type(name);
    await expect(dialog.locator('a[data-result]').first()).toHaveText(name);
    await expect(dialog.getByRole('status')).toContainText(`“${name}”`);
    await page.keyboard.press('ArrowDown');
    await expect(dialog.locator('a[data-result]').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
  }
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('what is typed right after the key is searched for, however late the scripts come', async ({ page, baseURL }) => {
  test.skip(baseURL!.startsWith('file:'), 'requests for files cannot be held');
  for (const keys of ['/', 'ControlOrMeta+k']) {
    const waiting = new Map<string, () => void>();
    await page.route(/(?:reader|search)\.js$/, (route) => {
      waiting.set(/\w+(?=\.js$)/.exec(route.request().url())![0], () => void route.continue());
    });
    const come = async (script: string) => {
      await expect.poll(() => waiting.has(script)).toBe(true);
      waiting.get(script)!();
    };
    await page.goto('entities/index.html');
    const link = page.getByRole('main').getByRole('link').first();
    await link.focus();
    await page.keyboard.press(keys);
    await page.keyboard.type('of');
    await come('reader');
    await expect(page.locator('script[src$="search.js"]')).toBeAttached();
    await page.keyboard.type(' the');
    await come('search');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('searchbox')).toHaveValue('of the');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
    await page.unrouteAll();
  }
});

test('from the dialog to the page of all results', async ({ page }) => {
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.goto('verify.html');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill(name);
  // This page forbids connections; the index comes as scripts.
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(`“${name}”`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\.html#q=/);
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
  await page.goBack();
  await expect(page).toHaveURL(/verify\.html/);
});

test('a name is there before the engine is asked for', async ({ page, baseURL }) => {
  test.skip(baseURL!.startsWith('file:'), 'requests for files cannot be held');
  await page.route(/pagefind/, () => undefined);
  const { name } = entities.find(({ type }) => type === 'person')!;
  // A script that is being loaded keeps a page from being done.
  await page.goto(`search.html#q=${encodeURIComponent(name)}`, { waitUntil: 'commit' });
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
  await expect(page.locator('[data-search-status]')).toHaveText('Searching …');
});

test('a figure and a phrase lead to the account, the paragraph or claim, and are marked there', async ({ page }) => {
  const { says, article } = claims.find(({ says }) => /\b[1-9]\d\d (?!BC)\p{L}{4,}/u.test(says))!;
  const figure = /\b[1-9]\d\d \p{L}{4,}/u.exec(says)![0];
  await page.goto(`search.html#q=${encodeURIComponent(figure)}`);
  await expect(page.locator('[data-search-status]')).toContainText(`“${figure}”`);
  const urls = await page.locator('a[data-result]').evaluateAll((list) => list.slice(0, 3).map((link) => (link as HTMLAnchorElement).href));
  expect(urls.some((url) => url.endsWith(`articles/${article}.html`))).toBe(true);
  const passage = page.locator(`[data-search-results] li li a[href*="${article}"]`).first();
  expect(await passage.locator('mark').allInnerTexts()).toContain(figure.split(' ')[0]);
  expect(await passage.getAttribute('href')).toMatch(/#[a-z][\w-]*:~:text=/);
  await passage.click();
  await expect(page.locator(':target')).toBeInViewport();
  // No script can see what the browser marks, but everybody can: it is as if the page had more colours.
  const shot = () => page.locator(':target').screenshot();
  const marked = await shot();
  await page.goto(page.url());
  await page.reload();
  expect(marked.equals(await shot())).toBe(false);
});

test('facets narrow to what their counts promise, and live in the hash', async ({ page }) => {
  const chunks = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('.pf_index')) chunks.add(request.url());
  });
  await page.goto('search.html#q=Aleppo');
  const kinds = page.getByRole('combobox', { name: 'Kind' });
  await expect(kinds.locator('option')).not.toHaveCount(1);
  // What can be chosen is known without the rest of the index.
  expect(chunks.size).toBeGreaterThan(0);
  expect(chunks.size).toBeLessThan(4);
  // Every page is of one kind.
  const counts = (await kinds.locator('option').allInnerTexts()).map((text) => Number(/\((\d+)\)/.exec(text)?.[1] ?? 0));
  const total = Number(/^\d+/.exec(await page.locator('[data-search-status]').innerText())![0]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  const option = (await kinds.locator('option').allInnerTexts()).find((text) => text.startsWith('question'))!;
  await kinds.selectOption({ label: option });
  const count = /\((\d+)\)/.exec(option)![1]!;
  await expect(page.locator('[data-search-status]')).toContainText(`${count} page`);
  await expect(page).toHaveURL(/kind=question/);
  await expect(page.locator('[data-search-results] small').filter({ hasNotText: /question|Claim/ })).toHaveCount(0);
  await page.reload();
  await expect(page.locator('[data-search-status]')).toContainText(`${count} page`);
  expect(await page.locator('a[data-result]').count()).toBeGreaterThan(0);
});

test('other spellings are named, and “Only as typed” leaves them out', async ({ page }) => {
  const { id, name } = entities.find(({ name }) => /^[B-DF-HJ-NP-TV-Z][aeiou][b-df-hj-np-tv-z]an[a-z]+$/.test(name))!;
  const typed = name.replace(/^(.[aeiou])(.)/, '$1$2$2');
  await page.goto(`search.html#q=${encodeURIComponent(typed)}`);
  await expect(page.locator('[data-search-status]')).toContainText(`Also searched: ${name.toLowerCase()}`);
  await expect(page.locator('a[data-result]').first()).toHaveAttribute('href', new RegExp(`/${id}\\.html$`));
  await page.getByRole('checkbox', { name: 'Only as typed' }).check();
  await expect(page.locator('[data-search-status]')).not.toContainText('Also searched');
  await expect(page).toHaveURL(/exact=1/);
});

test('a minus leaves pages out', async ({ page }) => {
  await page.goto('search.html#q=siege');
  const status = page.locator('[data-search-status]');
  await expect(status).toContainText('“siege”');
  const all = Number(/^\d+/.exec(await status.innerText())![0]);
  await page.goto('search.html#q=siege%20-Aleppo');
  await expect(status).toContainText('“siege -Aleppo”');
  const fewer = /^\d+/.exec(await status.innerText());
  expect(Number(fewer?.[0] ?? 0)).toBeLessThan(all);
});

test('more results follow, and the focus goes to the first of them', async ({ page }) => {
  await page.goto('search.html#q=Aleppo');
  const results = page.locator('a[data-result]');
  await expect(page.locator('[data-search-status]')).toContainText('“Aleppo”');
  const before = await results.count();
  await page.getByRole('button', { name: 'More results' }).click();
  await expect(results).toHaveCount(before * 2);
  await expect(results.nth(before)).toBeFocused();
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
  expect(
    (await page.locator('[data-search-results] li li').allInnerTexts()).filter((text) => new RegExp(`${name}\\p{L}`, 'u').test(text)),
  ).toEqual([]);
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

test('where what is chosen leaves nothing, that is said', async ({ page }) => {
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.goto(`search.html#q=${encodeURIComponent(name)}&kind=unheard-of`);
  await expect(page.locator('[data-search-status]')).toHaveText(new RegExp(`^None of \\d+ pages? for “${name}” has what is chosen\\.`));
  await page.getByLabel('Kind').selectOption('');
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
});

test('of a text that is pasted the beginning is searched', async ({ page }) => {
  const text = claims.map(({ says }) => says).join(' ');
  await page.goto(`search.html#q=${encodeURIComponent(text)}`);
  await expect(page.locator('[data-search-status]')).toContainText(`“${text.slice(0, 500)}”`, { timeout: 30_000 });
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

  test('without the file of facets all results are shown, and it is said', async ({ page }) => {
    await page.route(/facets\./, (route) => route.abort());
    for (const facet of ['', '&kind=account']) {
      await page.goto('about:blank');
      await page.goto(`search.html#q=shells+that+fell${facet}`);
      await expect(page.locator('[data-search-status]')).toContainText(/^\d+ pages for .*results may be missing or not narrowed/);
      await expect(page.locator('a[data-result]').nth(2)).toBeVisible();
    }
  });
});
