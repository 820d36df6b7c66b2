import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSitemap } from '../../src/integrations/sitemap.ts';

function folderOf(home: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sitemap-'));
  mkdirSync(join(folder, 'articles'));
  for (const name of ['articles/a.html', 'articles/b.html', '404.html', 'feed.xml']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'index.html'), home);
  return folder;
}
const addresses = (folder: string, name: string) =>
  Array.from(readFileSync(join(folder, name), 'utf8').matchAll(/<loc>(.*)<\/loc>/g), ([, to]) => to);

test('every page but the one for what is missing, in files of no more than the limit', async () => {
  const folder = folderOf('<link rel="canonical" href="https://example.org/a&amp;b/">');
  expect(await writeSitemap(folder, 2)).toBe(3);
  const root = 'https://example.org/a&amp;b/';
  expect(addresses(folder, 'sitemap-index.xml')).toEqual([`${root}sitemap-1.xml`, `${root}sitemap-2.xml`]);
  expect(addresses(folder, 'sitemap-1.xml')).toEqual([`${root}articles/a.html`, `${root}articles/b.html`]);
  expect(addresses(folder, 'sitemap-2.xml')).toEqual([root]);
});

test('a site without an address has none', async () => {
  const folder = folderOf('<title>Home</title>');
  expect(await writeSitemap(folder)).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('sitemap'))).toEqual([]);
});
