/** A base map for the small corpus: a square of land about the town, a lake, a name; a wide view and a narrow one. */
import type { Edit } from './small-corpus.ts';

const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

export const topology = {
  type: 'Topology',
  arcs: [square(9, 59, 12, 60), square(10.5, 59.5, 10.75, 59.75)],
  objects: {
    land: { type: 'Polygon', arcs: [[0]] },
    lake: { type: 'Polygon', arcs: [[1]] },
    names: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [10, 59.75], properties: { name: 'Farland' } }] },
  },
};

export const record = `note: Invented.
layers:
  - { object: land, draw: land, credit: Nobody, source: made for this test, licence: CC0 }
  - { object: lake, draw: lake, credit: Nobody, source: made for this test, licence: CC0 }
  - { object: names, draw: name, credit: Nobody, source: made for this test, licence: CC0 }
views:
  - id: town
    title: The town
    extent: { west: 10, south: 59.4, east: 10.5, north: 59.6 }
    layers: [land]
  - id: coast
    title: The coast
    extent: { west: 9, south: 59, east: 12, north: 60 }
    layers: [land, lake, names]
`;

/** The files of the base map, to be added to the small corpus. */
export const baseMap: Record<string, Edit> = { 'geo/vell.yaml': record, 'geo/vell.topojson': JSON.stringify(topology) };
