import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { pictureInWords, picturesOf } from '../../src/sharing/picture.ts';
import { paths } from '../../src/urls.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';
import type { Edit } from '../small-corpus.ts';

const withBase = (text: string) => `${text}base: https://example.org/vell/\n`;
const corpusOf = async (edits: Record<string, Edit>) => (await buildCorpus(changedCorpus({ 'site.yaml': withBase, ...edits }))).corpus;

test('a site without an address has no pictures', async () => {
  expect(picturesOf((await buildCorpus(smallCorpus)).corpus).size).toBe(0);
});

test('with one, every article, every question and every main page has a picture, an entity has none', async () => {
  const pictures = picturesOf(await corpusOf({}));
  const words = (page: Parameters<typeof pictures.get>[0]) => pictureInWords(pictures.get(page)!);
  expect(words(paths.home)).toBe('Two accounts of one fire');
  expect(words(paths.timeline)).toBe('Two accounts of one fire: Timeline');
  expect(words(paths.article('gazette-1901'))).toBe('Vell Gazette, 3 May 1901: Fire at the Vell granary');
  expect(words(paths.question('how-many-sacks'))).toBe('The loss: How many sacks burned?');
  expect(pictures.get(paths.question('how-many-sacks'))!.witnesses.map(({ id }) => id)).toEqual(['post-1901', 'gazette-1901']);
  expect(pictures.has(paths.entity('vell'))).toBe(false);
});

test.each([
  ['has', 'حريق المخزن'],
  ['has', 'Пожар на складе'],
  ['has not', '倉庫の火事'],
])('a page %s a picture where its title is %s', async (has, title) => {
  const pictures = picturesOf(await corpusOf({ 'sources/gazette-1901.yaml': swap('Fire at the Vell granary', title) }));
  expect(pictures.has(paths.article('gazette-1901'))).toBe(has === 'has');
});
