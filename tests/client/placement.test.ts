import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place } from '../../src/client/placement.ts';

const column = { left: 8, right: 992 };
const link = (top: number, left = 400) => ({ left, top, right: left + 80, bottom: top + 20 });

describe('a box stands', () => {
  test.each([
    ['above, where there is room', link(500), { left: 400, top: 294, maxHeight: 488 }],
    ['below, where there is none above', link(100), { left: 400, top: 126, maxHeight: 668 }],
    ['within the column at its end', link(500, 900), { left: 692, top: 294, maxHeight: 488 }],
    ['within the column at its start', link(500, 2), { left: 8, top: 294, maxHeight: 488 }],
  ])('%s', (_, at, expected) => {
    expect(place(at, at, { width: 300, height: 200 }, column, 800)).toEqual(expected);
  });

  test('on the larger side, cut to it, where neither has room', () => {
    expect(place(link(150), link(150), { width: 300, height: 400 }, column, 400)).toEqual({ left: 400, top: 176, maxHeight: 218 });
    expect(place(link(250), link(250), { width: 300, height: 400 }, column, 400)).toEqual({ left: 400, top: 6, maxHeight: 238 });
  });

  test('never over what it explains, and inside the window', () => {
    const coordinate = fc.integer({ min: 0, max: 760 });
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 10, max: 900 }), (y, x, height) => {
        const { left, top, maxHeight } = place(link(y, x), link(y, x), { width: 300, height }, column, 800);
        const bottom = top + Math.min(height, maxHeight);
        expect(bottom <= y || top >= y + 20).toBe(true);
        expect(left >= 8 && left + 300 <= 992 && top >= 0 && bottom <= 800).toBe(true);
      }),
    );
  });
});
