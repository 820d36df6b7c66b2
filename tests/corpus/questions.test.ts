import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Question } from '../../src/corpus/corpus.ts';
import { bySubject, seriesOf } from '../../src/corpus/questions.ts';
import { smallCorpus } from '../small-corpus.ts';

const { corpus } = await buildCorpus(smallCorpus);
const { claims, questions } = corpus;
const sacks = questions.get('how-many-sacks')!;

test('subjects in alphabetical order, their questions in the order given', () => {
  const ask = (id: string, subject: string): Question => ({ ...sacks, id, subject });
  const grouped = bySubject([ask('a', 'Losses'), ask('b', 'Dates'), ask('c', 'Losses')]);
  expect(grouped.map(({ subject, questions }) => [subject, questions.map(({ id }) => id)])).toEqual([
    ['Dates', ['b']],
    ['Losses', ['a', 'c']],
  ]);
});

test('a series gathers the figures that bear its name', () => {
  expect(seriesOf(sacks, claims).map(({ name, figures }) => [name, figures.map(({ measure }) => measure.value)])).toEqual([
    ['sacks', [40, 60]],
  ]);
});

test('a figure without a series stands on no axis', () => {
  expect(seriesOf({ answers: [{ claim: 'sacks-g', answer: 'about 40', measure: 0 }] }, claims)).toEqual([]);
});
