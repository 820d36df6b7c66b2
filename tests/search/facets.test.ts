import { expect, test } from 'vitest';
import { readFacets, writeFacets } from '../../src/search/facets.ts';
import type { FacetValues } from '../../src/search/facets.ts';

test('pages have the values that were written for them, by their ids', () => {
  const pages: FacetValues[] = [
    { kind: ['account'], account: ['a'], year: ['2015', '2016'] },
    { kind: ['name'], type: ['place'], account: ['a', 'b'] },
    {},
    { kind: ['name'], account: ['b'], year: ['2016'] },
  ];
  const file = writeFacets(pages);
  expect(file.account).toEqual({ a: [0, 1], b: [1, 2] });
  expect(file.year).toEqual({ 2015: [0], 2016: [0, 3] });
  const ids = ['p', 'q', 'r', 's'];
  const read = readFacets(file, ids);
  expect(ids.map((id) => read.get(id))).toEqual([pages[0], pages[1], undefined, pages[3]]);
});
