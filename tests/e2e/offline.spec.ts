import AxeBuilder from '@axe-core/playwright';
import { articles, entities, kinds, longestArticle } from './corpus.ts';
import { expect, marks, settle, test } from './host.ts';

test.describe.configure({ timeout: 240_000 });

const [first, second] = entities.filter(({ type }) => type === 'person').map(({ name }) => name) as [string, string];
const newer = 'A newer version of this site is ready.';

test('after a visit every page opens with the network cut, and what was searched is found again', async ({ page, host }) => {
  // Searched before there is a worker, and with it.
  const found = async (name: string) => {
    await expect(page.locator('[data-search-status]')).toContainText(`“${name}”`);
    await expect(page.locator('a[data-result]').first()).toHaveText(name);
    await page.waitForLoadState('networkidle');
  };
  await page.goto(`search.html#q=${encodeURIComponent(first)}`);
  await found(first);
  await settle(page);
  await page.goto(`search.html#q=${encodeURIComponent(second)}`);
  await found(second);

  host.cut();
  for (const kind of [...kinds.filter((kind) => kind !== '404.html'), '', 'entities/', 'about.html?from=elsewhere#content']) {
    await page.goto(kind);
    await expect(page.locator('h1')).toBeVisible();
    expect(new URL(page.url()).hash, kind).not.toBe('#not-kept');
  }
  for (const name of [first, second]) {
    await page.goto(`search.html?from=elsewhere#q=${encodeURIComponent(name)}`);
    await page.reload();
    await found(name);
  }
  await page.goto('entities/nowhere/at-all.html');
  await expect(page.getByText('is not kept on this device')).toBeVisible();
  await page.getByRole('link', { name: 'The home page' }).click();
  await expect(page.locator('h1')).toBeVisible();
});

test('the whole site is kept at the reader’s word, and removed at it', async ({ page, host }) => {
  await page.goto('offline.html');
  const status = page.getByRole('main').getByRole('status');
  await expect(status).toHaveText(/^Nothing of this site is kept. The whole of it takes [\d,]+ files, [\d.]+ MB\.$/);
  const size = /[\d.]+ MB/.exec(await status.innerText())![0];
  await page.getByRole('button', { name: 'Keep the whole site on this device' }).click();
  await expect(page.getByRole('progressbar', { name: 'Files kept' })).toBeVisible();
  await expect(status).toHaveText(new RegExp(`^Kept: [\\d,]+ files, ${size}, version [0-9a-f]+\\.`), { timeout: 200_000 });
  await expect(status).toBeFocused();

  host.cut();
  await page.goto(`search.html#q=${encodeURIComponent(first)}`);
  await expect(page.locator('a[data-result]').first()).toHaveText(first);
  await expect(page.locator('[data-search-status]')).not.toContainText('missing');
  const data = await page.goto('data/articles.json');
  expect(await data!.json()).toHaveLength(articles.length);
  host.mend();

  await page.goto('offline.html');
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(status).toContainText('Nothing of this site is kept.');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  // Who removed the site does not get it back by reading on.
  await page.goto(longestArticle);
  await page.keyboard.press('Shift');
  await page.waitForTimeout(5000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  host.cut();
  await expect(page.goto('about.html')).rejects.toThrow();
});

test('a newer build is announced, shown at the reader’s word in every tab, and never mixed with the old one', async ({
  page,
  host,
  baseURL,
}) => {
  await host.publish('one');
  await page.goto(longestArticle);
  await settle(page);
  // Nobody touches this tab: what would load its further scripts never runs.
  const idle = await page.context().newPage();
  await idle.goto(`${longestArticle}#p3`);

  await host.publish('two');
  await page.goto('about.html');
  await page.keyboard.press('Shift');
  const notice = page.getByRole('status').filter({ hasText: newer });
  await expect(notice).toBeVisible({ timeout: 100_000 });
  const { violations } = await new AxeBuilder({ page }).include('.newer').analyze();
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(notice).toBeHidden();

  for (const kind of kinds.filter((kind) => kind !== '404.html')) {
    await page.goto(kind);
    expect(await marks(page), kind).toBe('one one');
  }
  // A file that the old build did not keep in time is not had from the new one.
  const data = new URL('data/articles.json', baseURL).href;
  expect(await page.evaluate(async (address) => (await fetch(address)).status, data)).toBe(503);
  await page.goto(data);
  await expect(page.getByText('is not kept on this device')).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(`search.html#q=${encodeURIComponent(first)}`);
  await other.keyboard.press('Shift');
  await expect(other.getByText(newer)).toBeVisible({ timeout: 20_000 });
  await other.getByRole('button', { name: 'Show it' }).click();
  for (const tab of [other, page, idle]) await expect.poll(() => marks(tab).catch(() => ''), { timeout: 20_000 }).toBe('two two');
  await expect(other.locator('a[data-result]').first()).toHaveText(first);
  expect(idle.url()).toMatch(/#p3$/);

  host.cut();
  for (const kind of kinds.filter((kind) => kind !== '404.html')) {
    await page.goto(kind);
    expect(await marks(page), kind).toBe('two two');
  }
});
