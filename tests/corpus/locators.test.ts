import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatorText, locatorsLabel, parseLabel, parseLocator, stretchesOf } from '../../src/corpus/locators.ts';

describe('a label leads back to its locators', () => {
  test.each([
    ['¶4', ['4']],
    ['¶4 s2', ['4.2']],
    ['¶4 s2–4', ['4.2', '4.3', '4.4']],
    ['¶4 s1, ¶5 s2, ¶12', ['4.1', '5.2', '12']],
  ])('%s', (label, texts) => {
    expect(locatorsLabel(texts.map(parseLocator))).toBe(label);
    expect(parseLabel(label).map(locatorText)).toEqual(texts);
    expect(parseLabel(`V2 ${label}`).map(locatorText)).toEqual(texts);
  });
});

test('any locators, in any order, come back from their label', () => {
  const number = fc.integer({ min: 1, max: 12 });
  const locator = fc.record({ block: number, sentence: number }, { requiredKeys: ['block'] });
  fc.assert(
    fc.property(fc.array(locator, { minLength: 1 }), (locators) => {
      expect(parseLabel(locatorsLabel(locators))).toEqual(locators);
      expect(locators.map(locatorText).map(parseLocator)).toEqual(locators);
    }),
  );
});

describe('stretches of a document', () => {
  const sentence = (start: number, end: number) => ({ start, end, sha256: '' });
  const block = (block: number) => ({
    block,
    role: 'prose' as const,
    length: 30,
    sha256: '',
    sentences: [sentence(0, 9), sentence(10, 19), sentence(20, 30)],
  });
  const blocks = [block(1), block(2)];
  test.each([
    [['1'], [[1, 0, 30]]],
    [['1.2'], [[1, 10, 19]]],
    [['1.1', '1.2'], [[1, 0, 19]]],
    [
      ['1.1', '1.3'],
      [
        [1, 0, 9],
        [1, 20, 30],
      ],
    ],
    [
      ['1.2', '2.3'],
      [
        [1, 10, 19],
        [2, 20, 30],
      ],
    ],
    [
      ['1', '1.1'],
      [
        [1, 0, 30],
        [1, 0, 9],
      ],
    ],
  ])('%j', (texts, expected) => {
    expect(stretchesOf(texts.map(parseLocator), { blocks }).map(({ block, start, end }) => [block, start, end])).toEqual(expected);
  });
});
