import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelBox, markBox, placeLabels, sidesOf } from '../../../src/components/map/labels.ts';
import type { Box, Label } from '../../../src/components/map/labels.ts';

const bounds = { left: 0, top: 0, right: 400, bottom: 300 };
const label = (x: number, y: number, more: Partial<Label> = {}): Label => ({
  x,
  y,
  width: 60,
  height: 14,
  gap: 8,
  sides: sidesOf(false),
  ...more,
});

test('the best side is taken where there is room', () => {
  expect(placeLabels([label(100, 100)], [], bounds)).toEqual(['right']);
});

test('at the right edge a label stands on the left', () => {
  expect(placeLabels([label(390, 100)], [], bounds)).toEqual(['left']);
});

test('the more important of two labels takes the better side, and the second gives way', () => {
  expect(placeLabels([label(100, 100), label(110, 100)], [], bounds)).toEqual(['right', 'left']);
});

test('a label covers no mark', () => {
  expect(placeLabels([label(100, 100)], [markBox({ x: 130, y: 100 })], bounds)).toEqual(['left']);
});

test('where there is no room there is no label', () => {
  expect(placeLabels([label(100, 100), label(100, 100, { sides: ['right'] })], [], bounds)).toEqual(['right', undefined]);
});

test('in an area without a mark the label stands in the middle', () => {
  expect(placeLabels([label(200, 100, { sides: sidesOf(true) })], [], bounds)).toEqual(['on']);
});

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('labels never overlap each other or leave the bounds, whatever the points', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      const labels = points.map(({ x, y }) => label(x, y));
      const boxes = placeLabels(labels, [], bounds).flatMap((side, i) => (side === undefined ? [] : [labelBox(labels[i]!, side)]));
      for (const [i, box] of boxes.entries()) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
        expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
      }
    }),
  );
});
