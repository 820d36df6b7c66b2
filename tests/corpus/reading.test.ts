import { expect, test } from 'vitest';
import { spellings } from '../../src/corpus/reading.ts';

test.each([
  ['plain', ['plain']],
  ['It’s', ['It’s', "It's"]],
  ['"A" (‘b’)', ['"A" (‘b’)', '“A” (‘b’)', '"A" (\'b\')', "“A” ('b')"]],
  ['“‘No,’ he said”', ['“‘No,’ he said”', '"‘No,’ he said"', "“'No,' he said”", '"\'No,\' he said"']],
])('spellings of %s', (text, expected) => {
  expect(spellings(text).toSorted()).toEqual(expected.toSorted());
  expect(spellings(text)[0]).toBe(text);
  for (const spelling of spellings(text)) expect(spelling).toHaveLength(text.length);
});
