import { expect, test } from 'vitest';
import { buildEdition } from '../../src/edition.ts';
import { additionsTo } from '../../src/exports/search-additions.ts';
import { paths } from '../../src/urls.ts';
import { changedCorpus, swap } from '../small-corpus.ts';

const { edition } = await buildEdition(
  changedCorpus({
    'claims/gazette-1901.yaml': swap('when: 1901-04-30', 'when: 1899/1903'),
    'entities/event/granary-fire.md': swap('when: 1901-04-30', 'when: 1901-04-30/1901-05-01'),
  }),
);
const additions = additionsTo(edition);

test('a page can be narrowed to every year that its dates touch, of those that some date begins or ends with', () => {
  expect(additions.get(paths.article('gazette-1901'))!.facets).toEqual({
    kind: ['account'],
    account: ['gazette-1901'],
    year: ['1899', '1901', '1903'],
  });
  expect(additions.get(paths.entity('granary-fire'))!.facets).toMatchObject({ kind: ['name'], type: ['event'], year: ['1901'] });
});

test('an account has its claims, by whom, of what kind and of when', () => {
  expect(additions.get(paths.article('gazette-1901'))!.html).toMatch(/<dd id="[^"]+">[^<]+ – [^<]+, event, [^<]*1899[^<]*1903<\/dd>/);
});
