/** Shapes of ties and groups as SVG path data, in whole units. */
import type { Point } from './layout.ts';
import type { Tie } from './ties.ts';

/** A disc. */
export interface Disc extends Point {
  radius: number;
}

/**
 * The line of a tie from disc to disc: a zigzag where the two fight, with an arrow's head where the tie reads one way.
 * @param nth How many ties between the two were drawn before, so that they lie side by side.
 * @param size Size of zigzag and head.
 */
export function pathOf({ kind, directed }: Pick<Tie, 'kind' | 'directed'>, from: Disc, to: Disc, nth = 0, size = 4): string {
  const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2) || 1;
  const [cos, sin] = [(to.x - from.x) / length, (to.y - from.y) / length];
  /** The point so far along the line and so far beside it. */
  const at = (along: number, beside: number): Point => ({
    x: from.x + along * cos - (beside + nth * size * 1.5) * sin,
    y: from.y + along * sin + (beside + nth * size * 1.5) * cos,
  });
  const end = length - (directed ? to.radius + 2 : 0);
  const line = kind === 'against' ? zigzag(from.radius, length - to.radius, size) : [[0, 0] as const, [end, 0] as const];
  const lines = [line.map(([along, beside]) => at(along, beside))];
  if (directed) lines.push([at(end - 1.6 * size, -size), at(end, 0), at(end - 1.6 * size, size)]);
  return lines.map(polyline).join('');
}

/** Points along a line and beside it. */
function zigzag(start: number, end: number, size: number): (readonly [along: number, beside: number])[] {
  const teeth = Math.max(2, Math.round((end - start) / (2 * size)));
  const inner = Array.from({ length: teeth - 1 }, (_, i) => {
    return [start + ((i + 1) * (end - start)) / teeth, (i % 2 === 0 ? 1 : -1) * size * 0.75] as const;
  });
  return [[start, 0], ...inner, [end, 0]];
}

function polyline(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('');
}

/** The shortest lines that join all points (Prim's minimum spanning tree); drawn broad they are a blot around the points. */
export function blotOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const [joined, lines] = [[first], [] as string[]];
  while (rest.length > 0) {
    const [from, to] = nearest(joined, rest);
    lines.push(polyline([from, to]));
    joined.push(to);
    rest.splice(rest.indexOf(to), 1);
  }
  return lines.join('');
}

function nearest(joined: readonly Point[], rest: readonly Point[]): [Point, Point] {
  const square = ([a, b]: [Point, Point]) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
  const pairs = joined.flatMap((a) => rest.map((b): [Point, Point] => [a, b]));
  return pairs.reduce((best, pair) => (square(pair) < square(best) ? pair : best));
}
