import { expect, test } from 'vitest';
import { viewsOf, width } from '../../../src/components/map/view.ts';
import { buildCorpus } from '../../../src/corpus/corpus.ts';
import { baseMap } from '../../small-base-map.ts';
import { changedCorpus } from '../../small-corpus.ts';

const { corpus } = await buildCorpus(changedCorpus(baseMap));
const [town, coast] = viewsOf(corpus) as [ReturnType<typeof viewsOf>[number], ReturnType<typeof viewsOf>[number]];
const position = { precision: 500, confidence: 'high' as const, source: 'a test' };

test('the extent fills the drawing', () => {
  expect(town.project({ lat: 59.6, lon: 10 })).toEqual({ x: 0, y: 0 });
  const corner = town.project({ lat: 59.4, lon: 10.5 });
  expect(corner.x).toBe(width);
  expect(Math.abs(corner.y - town.height)).toBeLessThan(1);
});

test('distances are true to scale: a degree of latitude is 111 km', () => {
  const [a, b] = [town.project({ lat: 59.45, lon: 10.2 }), town.project({ lat: 59.55, lon: 10.2 })];
  expect(((a.y - b.y) * town.metresPerUnit) / 11_119).toBeCloseTo(1, 2);
  expect(town.units(11_119, 59.5)).toBeCloseTo(a.y - b.y, 0);
});

test.each([
  ['inside', { lat: 59.5, lon: 10.25, precision: 500 }, true],
  ['beyond the edge', { lat: 59.5, lon: 10.6, precision: 500 }, false],
  ['known too roughly', { lat: 59.5, lon: 10.25, precision: 9000 }, false],
])('a position %s', (_, place, held) => {
  expect(town.holds({ ...position, ...place })).toBe(held);
});

test('paths in the order of the view, names apart and only those inside', () => {
  expect(coast.paths(0).map(({ draw }) => draw)).toEqual(['land', 'lake']);
  expect(coast.paths(0)[1]!.d).toMatch(/^M.*z$/);
  expect(coast.names.map(({ text }) => text)).toEqual(['Farland']);
  expect(town.names).toEqual([]);
});

test('the same drawing every time', () => {
  expect(viewsOf(corpus)[1]!.paths(0.4)).toEqual(coast.paths(0.4));
});
