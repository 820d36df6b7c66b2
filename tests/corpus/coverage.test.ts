import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { coverage, strayFigures } from '../../src/corpus/coverage.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';

const article = 'articles/gazette-1901.md';
const file = (id: string) => relative('', join(smallCorpus, `articles/${id}.md`));

test('every information-bearing sentence is cited or listed', async () => {
  const { corpus } = await buildCorpus(smallCorpus);
  expect(coverage(corpus)).toEqual([
    { source: 'post-1901', file: file('post-1901'), sentences: 2, cited: 1, listed: 1, missing: [] },
    { source: 'gazette-1901', file: file('gazette-1901'), sentences: 5, cited: 5, listed: 0, missing: [] },
  ]);
  expect(strayFigures(corpus)).toEqual([]);
});

test.each([
  ['another figure than the claim’s', swap('About 40 sacks', 'About 50 sacks'), [{ line: 8, figure: '50' }]],
  ['dates, years and notes are no figures', swap('A sailor said', 'On 30 April 1901, from 2 to 4 May, in 1901, a sailor said'), []],
  ['figures in quotation marks are the source’s', swap('A sailor said', 'A sailor of “No 9” said'), []],
])('%s', async (_, edit, strays) => {
  const content = changedCorpus({ [article]: edit });
  const { corpus } = await buildCorpus(content);
  expect(strayFigures(corpus)).toEqual(strays.map((stray) => ({ file: relative('', join(content, article)), ...stray })));
});
