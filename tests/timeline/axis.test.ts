import { expect, test } from 'vitest';
import { makeAxis, momentAt, placeOf } from '../../src/timeline/axis.ts';

const day = (text: string) => Date.parse(text);
/** A few early dates, a gap of decades, and a year with much in two of its months. */
const moments = [
  day('1950-01-01'),
  day('1950-12-31'),
  day('1980-06-01'),
  ...Array.from({ length: 40 }, (_, i) => day('2016-08-01') + i * 600_000),
  ...Array.from({ length: 10 }, (_, i) => day('2016-11-01') + i * 600_000),
];
const axis = makeAxis(moments);
const named = (from: number) => new Date(from).toISOString().slice(0, 7);

test('little-dated years are one piece, undated years a gap, a busy year its months from the first dated to the last', () => {
  expect(axis.map(({ unit, from }) => [unit, named(from)])).toEqual([
    ['year', '1950-01'],
    ['gap', '1951-01'],
    ['year', '1980-01'],
    ['gap', '1981-01'],
    ['month', '2016-01'],
    ...Array.from({ length: 10 }, (_, i) => ['month', `2016-${String(i + 2).padStart(2, '0')}`]),
  ]);
});

test('pieces follow upon each other from 0 to 1, and time upon time', () => {
  expect(axis[0]!.start).toBe(0);
  expect(axis.at(-1)!.end).toBeCloseTo(1, 12);
  for (const [i, piece] of axis.slice(1).entries()) {
    expect(piece.start).toBe(axis[i]!.end);
    expect(piece.from).toBe(axis[i]!.to);
  }
});

test('the more begins or ends in a month, the wider it is; thirty undated years are narrower than one dated', () => {
  const width = (month: string) => {
    const { start, end } = axis.find(({ from }) => named(from) === month)!;
    return end - start;
  };
  expect(width('2016-08')).toBeGreaterThan(width('2016-11'));
  expect(width('2016-11')).toBeGreaterThan(2 * width('2016-10'));
  expect(width('1951-01')).toBeLessThan(width('1950-01'));
});

test('a place leads back to its moment; what lies outside stands at the nearer end', () => {
  for (const moment of moments) expect(Math.abs(momentAt(axis, placeOf(axis, moment)) - moment)).toBeLessThan(1000);
  expect(placeOf(axis, -Infinity)).toBe(0);
  expect(placeOf(axis, Infinity)).toBe(1);
  expect(placeOf(axis, day('1965-01-01'))).toBeGreaterThan(placeOf(axis, day('1960-01-01')));
});

test('a year before the hundredth is not taken for one of the twentieth century', () => {
  const early = new Date(0).setUTCFullYear(50, 5, 1);
  expect(new Date(makeAxis([early])[0]!.from).getUTCFullYear()).toBe(50);
});

test('of no dates there is no axis', () => {
  expect(makeAxis([])).toEqual([]);
});
