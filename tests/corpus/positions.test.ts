import { expect, test } from 'vitest';
import { coordinatesInWords, lengthInWords, precisionInWords } from '../../src/corpus/positions.ts';

test.each([
  [{ lat: 36.2, lon: 37.1 }, '36.2° N, 37.1° E'],
  [{ lat: -1.5, lon: -0.25 }, '1.5° S, 0.25° W'],
])('%o', (position, words) => expect(coordinatesInWords(position)).toBe(words));

test.each([
  [350, '350 m'],
  [999.6, '1000 m'],
  [1000, '1 km'],
  [1450, '1.5 km'],
  [60_000, '60 km'],
])('%d metres', (metres, words) => expect(lengthInWords(metres)).toBe(words));

test('precision says distance and confidence', () => {
  expect(precisionInWords({ precision: 1500, confidence: 'low' })).toBe('within about 1.5 km, low confidence');
});
