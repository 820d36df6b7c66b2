import { expect, test } from 'vitest';
import { centre, largest, panBy, reveal, whole, zoomAt } from '../../src/client/viewport.ts';

const drawing = { width: 800, height: 600 };
const half = { x: 200, y: 150, width: 400, height: 300 };

test('zooming keeps the point where it is', () => {
  const at = { x: 100, y: 500 };
  const near = zoomAt(whole(drawing), drawing, 2, at);
  expect(near).toEqual({ x: 50, y: 250, width: 400, height: 300 });
  expect((at.x - near.x) / near.width).toBe(at.x / drawing.width);
});

test('never smaller than whole, never larger than the limit', () => {
  expect(zoomAt(half, drawing, 0.01, centre(half))).toEqual(whole(drawing));
  expect(zoomAt(half, drawing, 1000, centre(half)).width).toBeCloseTo(800 / largest);
});

test('panning stops at the edge', () => {
  expect(panBy(half, drawing, 50, -20)).toMatchObject({ x: 250, y: 130 });
  expect(panBy(half, drawing, 5000, -5000)).toMatchObject({ x: 400, y: 0 });
  expect(panBy(whole(drawing), drawing, 10, 10)).toEqual(whole(drawing));
});

test('a point is brought into the middle, unless it is shown well inside', () => {
  expect(reveal(half, drawing, { x: 300, y: 300 })).toEqual(half);
  expect(centre(reveal(half, drawing, { x: 580, y: 160 }))).toEqual({ x: 580, y: 160 });
  expect(reveal(half, drawing, { x: 799, y: 10 })).toMatchObject({ x: 400, y: 0 });
});
