import { expect, test } from 'vitest';
import { styleChecker } from '../../src/corpus/house-style.ts';

const loaded = ['regime', 'mercenary', 'rebel', 'people’s army'];

test.each([
  ['a loaded word', 'The regime said so.', ['style/loaded-word']],
  ['its plural and its possessive', 'Rebels, the regime’s, mercenaries', ['style/loaded-word', 'style/loaded-word', 'style/loaded-word']],
  ['in quotation marks it is the source’s', 'What it calls the “regime” and its “mercenaries”.', []],
  ['no part of a word', 'A rebellion, a regimen.', []],
  ['a phrase over two lines, with another apostrophe', "The people's\narmy", ['style/loaded-word']],
  ['in a title over two lines', 'In Rebels of\nthe Regime it says', []],
  ['in a title', 'In Rebels of the Regime it says', []],
  ['a fragment of seven words', 'It says “one two three four five six seven”.', []],
  ['a quotation of eight', 'It says “one two three four five six seven eight”.', ['style/long-quotation']],
])('%s', (_, text, rules) => {
  expect(styleChecker(loaded, ['Rebels of the Regime'])(text).map(({ rule }) => rule)).toEqual(rules);
});

test('the place of a fault is its first letter', () => {
  expect(styleChecker(loaded, [])('“regime” and regime')[0]!.start).toBe(13);
});
