import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { readFiles, withSums, zip } from '../../src/cli/archive.ts';
import { articles, entities } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test as base } from './reader.ts';

/** The archive of the build, unpacked somewhere. */
const test = base.extend<{ unpacked: string }>({
  unpacked: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'Downloads '));
    for (const [path, bytes] of Object.entries(unzipSync(zip('site 1.0', withSums(await readFiles(dist), 'Open index.html.'))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    await use(join(folder, 'site 1.0'));
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ unpacked }, use) => use(`${pathToFileURL(unpacked).href}/`),
});

test('an unpacked archive opens from disk: pages, search, what it says of reading offline', async ({ page }) => {
  await page.goto('index.html');
  await page.getByRole('link', { name: 'Accounts' }).first().click();
  await page.goto(articles[0]!.url);
  await expect(page.locator('h1')).toBeVisible();
  const { name } = entities.find(({ type }) => type === 'person')!;
  await page.getByRole('searchbox').first().fill(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('a[data-result]').first()).toHaveText(name);
  await page.goto('offline.html');
  await expect(page.getByRole('main').getByRole('status')).toContainText('read from disk');
  await expect(page.getByRole('button', { name: 'Keep the whole site' })).toBeHidden();
});
