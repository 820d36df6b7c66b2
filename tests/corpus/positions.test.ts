import { expect, test } from 'vitest';
import { positionInWords } from '../../src/corpus/positions.ts';

test.each([
  [{ lat: 59.5, lon: 10.25, precision: 500 }, '59.5° N, 10.25° E, within about 500 m; confidence low'],
  [{ lat: -33.9, lon: -18.4, precision: 12000 }, '33.9° S, 18.4° W, within about 12,000 m; confidence low'],
])('%o', (position, words) => {
  expect(positionInWords({ ...position, confidence: 'low', source: 'made for this test' })).toBe(words);
});
