import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { haveSeeds, seeds } from '../seeds.ts';
import { smallCorpus, smallDocuments } from '../small-corpus.ts';

const script = fileURLToPath(new URL('../../src/exports/verify.py', import.meta.url));
const content = fileURLToPath(new URL('../../content', import.meta.url));
const run = (corpus: string, source: string, document: string) =>
  spawnSync('python3', [script, join(corpus, `sources/${source}.manifest.json`), document], { encoding: 'utf8' });
const havePython = spawnSync('python3', ['--version']).status === 0;
if (!havePython) console.log('Skipped: verify.py, as there is no python3.');

describe.skipIf(!havePython)('verify.py (skipped where there is no Python)', () => {
  test.each([
    ['gazette-1901', '13 of 13'],
    ['post-1901', '7 of 7'],
  ])('agrees with the manifest of %s', (source, count) => {
    const { status, stdout } = run(smallCorpus, source, join(smallDocuments, `${source}.txt`));
    expect([status, stdout]).toEqual([0, `${count} seals hold\n`]);
  });

  test('names what differs, and fails', () => {
    const changed = join(mkdtempSync(join(tmpdir(), 'changed-')), 'gazette.txt');
    writeFileSync(changed, readFileSync(join(smallDocuments, 'gazette-1901.txt'), 'utf8').replace('Some 40', 'Some 50'));
    const { status, stdout } = run(smallCorpus, 'gazette-1901', changed);
    expect([status, stdout]).toEqual([1, 'block 3 differs\nblock 3, sentence 2 differs\n11 of 13 seals hold\n']);
  });

  test('names a block that the manifest does not have, and fails', () => {
    const longer = join(mkdtempSync(join(tmpdir(), 'longer-')), 'post.txt');
    writeFileSync(longer, `${readFileSync(join(smallDocuments, 'post-1901.txt'), 'utf8')}\n\nShare this.\n`);
    const { status, stdout } = run(smallCorpus, 'post-1901', longer);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^block \d has no seal\n7 of 7 seals hold\n$/)]);
  });

  test.skipIf(!haveSeeds).each(['al-monitor-2014', 'al-monitor-2015', 'duran-2016', 'enab-baladi-2016', 'voa-2016'])('%s', (source) => {
    const manifest = JSON.parse(readFileSync(join(content, `sources/${source}.manifest.json`), 'utf8')) as { file: string };
    const [, holds, all] = /^(\d+) of (\d+) seals hold\n$/.exec(run(content, source, join(seeds, manifest.file)).stdout)!;
    expect(holds).toBe(all);
  });
});
