import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { readFiles, readmeText, withSums, zip } from '../../src/cli/archive.ts';

const site = {
  title: 'Vell Annotated',
  tagline: 'Two accounts of one fire',
  description:
    'Two newspapers told of a fire in the invented town of Vell, and what they told differs in many ways. This corpus exists for tests.',
  language: 'en',
  licence: { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  publisher: 'Vell Annotated',
  subjects: [],
  terms: [],
  loaded: [],
  synonyms: [],
  about: [],
  credits: [],
};

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  mkdirSync(join(folder, 'entities'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

const files = {
  'index.html': '<h1>Home</h1>',
  'entities/index.html': '<h1>Names</h1>',
  '_headers': '/*',
  'entities/zoë.html': '<h1>Zoë</h1>',
};
const readme = readmeText(site, '1.2.3');
const archiveOf = async (folder: string) => zip('vell-1.2.3', withSums(await readFiles(folder), readme));

afterEach(() => {
  vi.unstubAllEnvs();
});

test('one folder holds the site, a README and sums that cover every file', async () => {
  const unzipped = unzipSync(await archiveOf(folderOf(files)));
  const paths = Object.keys(unzipped);
  expect(paths).toEqual(
    ['README.txt', '_headers', 'entities/index.html', 'entities/zoë.html', 'index.html', 'SHA256SUMS'].map((path) => `vell-1.2.3/${path}`),
  );
  const lines = new TextDecoder().decode(unzipped['vell-1.2.3/SHA256SUMS']).trimEnd().split('\n');
  expect(lines).toHaveLength(paths.length - 1);
  for (const line of lines) {
    const [sum, path] = line.split('  ') as [string, string];
    expect(createHash('sha256').update(unzipped[`vell-1.2.3/${path}`]!).digest('hex'), path).toBe(sum);
  }
});

test('the same site gives the same bytes, in another folder, written in another order, in another time zone', async () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  const one = await archiveOf(folderOf(files));
  vi.stubEnv('TZ', 'America/St_Johns');
  const two = await archiveOf(folderOf(Object.fromEntries(Object.entries(files).reverse())));
  expect(Buffer.compare(one, two)).toBe(0);
  expect(Buffer.compare(one, await archiveOf(folderOf({ ...files, 'index.html': '<h1>Else</h1>' })))).not.toBe(0);
});

test('the README names the site and its licence in short lines', () => {
  expect(readme).toContain('Vell Annotated, version 1.2.3\n');
  expect(readme).toContain('https://creativecommons.org/publicdomain/zero/1.0/');
  expect(readme.split('\n').filter((line) => line.length > 76)).toEqual([]);
  expect(readme).toContain('and what they\ntold differs');
});
