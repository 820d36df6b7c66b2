import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatorText, locatorsLabel, parseLabel, parseLocator } from '../../src/corpus/locators.ts';

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
