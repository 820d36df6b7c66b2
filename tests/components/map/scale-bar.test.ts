import { expect, test } from 'vitest';
import { scaleBar } from '../../../src/components/map/scale-bar.ts';

test.each([
  [10, 160, '1 km', 100],
  [31, 160, '2 km', 64.5],
  [920, 160, '100 km', 108.7],
  [1, 100, '100 m', 100],
  [1, 99, '50 m', 50],
])('%d metres a pixel, at most %d pixels', (metres, most, label, pixels) => {
  const bar = scaleBar(metres, most);
  expect(bar.label).toBe(label);
  expect(bar.pixels).toBeCloseTo(pixels, 1);
});
