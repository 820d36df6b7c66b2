/** SVG paths in few bytes: relative, to a tenth of a unit, without points that nobody could tell apart. */
import { geoStream } from 'd3-geo';
import type { GeoProjection, GeoStream } from 'd3-geo';
import type { Feature } from 'geojson';

/**
 * The path of projected lines and areas; of the points of a line, those nearer than `gap` units to the one before are
 * left out, its last excepted. What the projection clips away is not in it.
 */
export function pathOf(shapes: readonly Feature[], projection: GeoProjection, gap: number): string {
  const lines: [number, number][][] = [];
  let isArea = false;
  const sink: GeoStream = {
    point: (x, y) => lines.at(-1)?.push([Math.round(x * 10), Math.round(y * 10)]),
    lineStart: () => lines.push([]),
    lineEnd: () => undefined,
    polygonStart: () => (isArea = true),
    polygonEnd: () => undefined,
  };
  let d = '';
  for (const shape of shapes) {
    lines.length = 0;
    isArea = false;
    geoStream(shape, projection.stream(sink));
    for (const line of lines) d += write(thin(line, gap * 10), isArea);
  }
  return d;
}

function thin(line: readonly [number, number][], gap: number): [number, number][] {
  const kept: [number, number][] = [];
  line.forEach((point, i) => {
    const last = kept.at(-1);
    if (last === undefined || i === line.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= gap) kept.push(point);
  });
  return kept;
}

/** Points in tenths of a unit. An area whose points have all but run together is left out. */
function write(points: readonly [number, number][], isArea: boolean): string {
  const [first, ...rest] = points;
  if (first === undefined || rest.length < (isArea ? 2 : 1)) return '';
  let [x, y] = first;
  const steps = rest.map(([toX, toY]) => {
    const step = pair(toX - x, toY - y);
    [x, y] = [toX, toY];
    return step;
  });
  return `M${pair(...first)}l${steps.join(' ').replaceAll(' -', '-')}${isArea ? 'z' : ''}`;
}

/** `12 -3` → `1.2-.3` */
function pair(x: number, y: number): string {
  return `${tenths(x)} ${tenths(y)}`.replace(' -', '-');
}

function tenths(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, '$1.');
}
