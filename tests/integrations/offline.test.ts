import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWorker } from '../../src/integrations/offline.ts';

const site = {
  'index.html': '<h1>Home</h1>',
  'entities/index.html': '<h1>Names</h1>',
  'assets/site.js': 'void 0',
  'data/über 1.json': '[]',
  'pagefind/engine.js': 'export {}',
  'pagefind/offline/pagefind-entry.json.js': 'only from disk',
  'pictures/index.png': 'only for other sites',
  'feed.xml': 'only for feed readers',
  'sitemap-index.xml': 'only for search engines',
  '404.html': '<h1>Nothing</h1>',
  '_headers': '/*',
};

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64');
const worker = (folder: string) => readFileSync(join(folder, 'sw.js'), 'utf8');
const list = (folder: string) => readFileSync(join(folder, 'offline-files.json'), 'utf8');

test('pages and scripts are kept on a visit, other files are listed, what no worker can use is left out', async () => {
  const folder = folderOf(site);
  const { pages, others } = await writeWorker(folder);
  expect(pages).toEqual({ files: 3, bytes: 33 });
  expect(others).toEqual([
    ['data/%C3%BCber%201.json', digest('[]'), 2],
    ['pagefind/engine.js', digest('export {}'), 9],
  ]);
  for (const text of ['<h1>Home</h1>', '<h1>Names</h1>', 'void 0', list(folder)]) expect(worker(folder)).toContain(digest(text));
  for (const text of [
    '<h1>Nothing</h1>',
    '/*',
    'only from disk',
    'only for other sites',
    'only for feed readers',
    'only for search engines',
  ])
    expect(worker(folder) + list(folder)).not.toContain(digest(text));
});

test('the same files give the same worker, again and in another folder; a change of any file gives another', async () => {
  const [one, two] = [folderOf(site), folderOf(site)];
  await writeWorker(one);
  await writeWorker(two);
  const before = [worker(one), list(one)];
  expect([worker(two), list(two)]).toEqual(before);
  await writeWorker(one);
  expect([worker(one), list(one)]).toEqual(before);
  for (const path of ['index.html', 'assets/site.js', 'pagefind/engine.js']) {
    const changed = folderOf({ ...site, [path]: 'changed' });
    await writeWorker(changed);
    expect(worker(changed)).not.toBe(before[0]);
    expect(list(changed)).not.toBe(before[1]);
  }
});
