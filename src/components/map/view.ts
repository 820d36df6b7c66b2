/** A view of a base map: where a position lies in the drawing, and the paths of the layers. */
import { geoMercator } from 'd3-geo';
import type { BaseMap, Layer, ViewRecord } from '../../corpus/base-map.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Position } from '../../corpus/positions.ts';
import { pathOf } from './path.ts';

/** Width of every drawing, units; shown that many pixels wide, a unit is a pixel. */
export const width = 800;

/** Mean radius of the Earth, metres (IUGG). */
const earthRadius = 6_371_009;

/** A point of a drawing, units from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

export interface View {
  id: string;
  title: string;
  extent: ViewRecord['extent'];
  /** Units. */
  height: number;
  /** Metres in a unit, in the middle of the view. */
  metresPerUnit: number;
  project: (position: Pick<Position, 'lat' | 'lon'>) => Point;
  /** A distance at a latitude, units. */
  units: (metres: number, lat: number) => number;
  /** Is the position inside, and its uncertainty small enough to be drawn (at most a quarter of the shorter side)? */
  holds: (position: Position) => boolean;
  /** The layers drawn, the lowest first. */
  layers: BaseMap['layers'];
  /** One path for each layer of areas or lines, without points nearer to each other than `gap` units. */
  paths: (gap: number) => { draw: Layer['draw']; d: string }[];
  /** The names that the base map writes. */
  names: (Point & { text: string })[];
}

/** Every view of a corpus, the narrowest first. */
export function viewsOf({ maps }: Corpus): View[] {
  return [...maps.values()].flatMap((map) => map.views.map((record) => makeView(record, map.layers)));
}

/** A Mercator drawing (north is up, angles and small shapes are true) that is filled by the extent of the record. */
function makeView({ id, title, extent, layers: drawn }: ViewRecord, available: BaseMap['layers']): View {
  const { west, south, east, north } = extent;
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  const projection = geoMercator().fitWidth(width, corners);
  const place = (lon: number, lat: number) => projection([lon, lat])!;
  const height = Math.round(place(west, south)[1]);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const units = (metres: number, lat: number) => ((metres / earthRadius) * projection.scale()) / Math.cos((lat * Math.PI) / 180);
  const metresPerUnit = 1 / units(1, (south + north) / 2);
  const isInside = (lon: number, lat: number) => lon >= west && lon <= east && lat >= south && lat <= north;
  const layers = drawn.flatMap((object) => available.filter((layer) => layer.object === object));
  const project = ({ lat, lon }: Pick<Position, 'lat' | 'lon'>) => {
    const [x, y] = place(lon, lat);
    return { x: round(x), y: round(y) };
  };
  return {
    id,
    title,
    extent,
    height,
    metresPerUnit,
    project,
    units,
    holds: ({ lat, lon, precision }) => isInside(lon, lat) && units(precision, lat) <= Math.min(width, height) / 4,
    layers,
    paths: (gap) => layers.filter(({ draw }) => draw !== 'name').map(({ draw, shapes }) => ({ draw, d: pathOf(shapes, projection, gap) })),
    names: layers
      .filter(({ draw }) => draw === 'name')
      .flatMap(({ shapes }) => shapes)
      .flatMap(({ geometry, properties }) => {
        const [lon = NaN, lat = NaN] = geometry.type === 'Point' ? geometry.coordinates : [];
        return isInside(lon, lat) ? [{ ...project({ lat, lon }), text: String(properties?.name) }] : [];
      }),
  };
}

/** To one decimal, as paths are. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
