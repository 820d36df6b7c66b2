import { geoIdentity, geoMercator } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { pathOf } from '../../../src/components/map/path.ts';

const flat = geoIdentity() as unknown as GeoProjection;
const shape = (geometry: Geometry): Feature => ({ type: 'Feature', properties: {}, geometry });
const line = (...coordinates: [number, number][]) => [shape({ type: 'LineString', coordinates })];

test('a line is relative, in tenths, without leading zeros', () => {
  expect(pathOf(line([1, 2], [1.26, 2], [1, 1.5], [11, 1.5]), flat, 0)).toBe('M1 2l.3 0-.3-.5 10 0');
});

test('points nearer than the gap are left out, the last excepted', () => {
  expect(pathOf(line([0, 0], [0.4, 0], [0.8, 0], [1.2, 0], [5, 0], [5.1, 0]), flat, 1)).toBe('M0 0l1.2 0 3.8 0 .1 0');
});

test('an area is closed, and left out where its points run together', () => {
  const ring = (size: number) => [
    [0, 0],
    [0, size],
    [size, size],
    [size, 0],
    [0, 0],
  ];
  expect(pathOf([shape({ type: 'Polygon', coordinates: [ring(2)] })], flat, 0.5)).toBe('M0 0l0 2 2 0 0-2z');
  expect(pathOf([shape({ type: 'Polygon', coordinates: [ring(0.1)] })], flat, 0.5)).toBe('');
});

test('what the projection clips away is not in it', () => {
  const projection = geoMercator()
    .scale(100)
    .translate([0, 0])
    .clipExtent([
      [0, 0],
      [10, 10],
    ]);
  expect(pathOf(line([-20, 10], [-10, 10]), projection, 0)).toBe('');
});
