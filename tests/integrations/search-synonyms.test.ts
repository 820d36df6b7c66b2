import { expect, test } from 'vitest';
import { markUnused } from '../../src/integrations/search-synonyms.ts';
import type { Directory } from '../../src/search/directory.ts';

const synonyms = [
  ['tyre', 'tire', 'wheels'],
  ['navy', 'fleet', 'ship'],
  ['evacuation', 'pull-out of forces', 'withdrawal of forces'],
  ['UN', 'US'],
];
const stems = ['evacu', 'fleet', 'forc', 'naval', 'tyre', 'un', 'use', 'withdraw', 'shipment'];

const directory: Directory = { pages: [['entities/a.html', 'weapon', 1, 'Rubber', 'Wheel']], synonyms, accounts: {} };

test('what no stem of the index or name is near to is marked, a phrase for each of its words that says something', () => {
  expect(markUnused(directory, 'en_1a2b', stems)).toEqual([
    ['tyre', '-tire', 'wheels'],
    ['navy', 'fleet', '-ship'],
    ['evacuation', '-pull-out of forces', 'withdrawal of forces'],
    ['UN', '-US'],
  ]);
});

test('in a language whose stems are not known everything is looked for', () => {
  expect(markUnused(directory, 'uk_1a2b', stems)).toEqual(synonyms);
});
