import { expect, test } from 'vitest';
import { markUnused } from '../../src/integrations/search-synonyms.ts';

const lists = [
  ['tyre', 'tire'],
  ['navy', 'fleet', 'ship'],
  ['evacuation', 'pull-out of forces', 'withdrawal of forces'],
  ['UN', 'US'],
];
const stems = ['evacu', 'fleet', 'forc', 'naval', 'tyre', 'un', 'use', 'withdraw', 'shipment'];

test('what no stem of the index is near to is marked, a phrase for each of its words that says something', () => {
  expect(markUnused(lists, 'en_1a2b', stems)).toEqual([
    ['tyre', '-tire'],
    ['navy', 'fleet', '-ship'],
    ['evacuation', '-pull-out of forces', 'withdrawal of forces'],
    ['UN', '-US'],
  ]);
});

test('in a language whose stems are not known everything is looked for', () => {
  expect(markUnused(lists, 'uk_1a2b', stems)).toEqual(lists);
});
