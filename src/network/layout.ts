/** Where names stand in the drawing: near to what they are tied to, and clear of each other. */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { weightOf } from './groups.ts';
import type { Tie } from './ties.ts';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its middle, with a disc in it. */
export interface Box extends Point {
  width: number;
  height: number;
  radius: number;
  /** How far below the middle the middle of the disc is. */
  offset: number;
}

/** Rounds of each of the two stages. */
const rounds = 500;
/** Ties beyond this weight pull no harder. */
const strongest = 4;
/** How much harder ties inside a group pull. */
const cohesion = 3;

/**
 * Places by the forces of the ties (Jacomy et al., ForceAtlas2, PLoS ONE 9(6), 2014): first unfolded, then in the LinLog
 * mode, which draws groups together; turned so that they spread most from side to side. Whole numbers from 0 to 1000
 * both ways, without chance: the same ids and ties in the same order give the same places.
 */
export function arrange(ids: readonly string[], ties: readonly Tie[], groups: readonly (readonly string[])[]): Map<string, Point> {
  const graph = new UndirectedGraph<Point, { weight: number }>();
  ids.forEach((id, i) => graph.addNode(id, { x: 100 * radicalInverse(i + 1, 2), y: 100 * radicalInverse(i + 1, 3) }));
  for (const tie of ties) graph.updateUndirectedEdge(tie.from, tie.to, ({ weight = 0 }) => ({ weight: weight + weightOf(tie) }));
  const groupOf = new Map(groups.flatMap((members, i) => members.map((id) => [id, i])));
  const getEdgeWeight = (_: string, { weight }: { weight: number }, one: string, other: string) => {
    const inside = groupOf.has(one) && groupOf.get(one) === groupOf.get(other);
    return Math.min(weight, strongest) * (inside ? cohesion : 1);
  };
  const shared = { scalingRatio: 10, slowDown: 5 };
  forceAtlas2.assign(graph, { iterations: rounds, getEdgeWeight, settings: { ...shared, gravity: 1 } });
  const together = { ...shared, linLogMode: true, strongGravityMode: true, gravity: 0.02 };
  forceAtlas2.assign(graph, { iterations: rounds, getEdgeWeight, settings: together });
  const turned = turn(ids.map((id) => graph.getNodeAttributes(id)));
  const [across, down] = [fit(turned.map(({ x }) => x)), fit(turned.map(({ y }) => y))];
  return new Map(ids.map((id, i) => [id, { x: across[i]!, y: down[i]! }]));
}

/** Points that fill a square evenly (Halton’s sequence), by arithmetic that every machine does alike. */
function radicalInverse(number: number, base: number): number {
  let [rest, digit, sum] = [number, 1 / base, 0];
  while (rest > 0) {
    sum += (rest % base) * digit;
    rest = Math.floor(rest / base);
    digit /= base;
  }
  return sum;
}

/** Turns points about their mean until they spread most along x. */
function turn(points: readonly Point[]): Point[] {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const centred = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
  const spread = (of: (point: Point) => number) => centred.reduce((sum, point) => sum + of(point), 0);
  const [xx, xy, yy] = [spread(({ x }) => x * x), spread(({ x, y }) => x * y), spread(({ y }) => y * y)];
  const larger = (xx + yy) / 2 + Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2);
  const axis = { x: xy, y: larger - xx };
  const length = Math.sqrt(axis.x ** 2 + axis.y ** 2);
  // Points on a line across, or spread alike in all directions.
  if (length < 1e-9) return centred;
  const [cos, sin] = [axis.x / length, axis.y / length];
  return centred.map(({ x, y }) => ({ x: x * cos + y * sin, y: y * cos - x * sin }));
}

/** Stretches numbers to whole ones from 0 to 1000. */
function fit(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (most - least < 1e-9 ? 500 : Math.round(((value - least) / (most - least)) * 1000)));
}

/**
 * Moves boxes apart until none touches another, sideways within `width`, downwards as far as it takes; and discs off the
 * lines between other discs, as far as that goes, since a line through a disc reads as two lines that end there. The
 * boxes are changed; their middles end as whole numbers.
 */
export function part(boxes: readonly Box[], lines: readonly (readonly [Box, Box])[], width: number): void {
  for (let round = 0, moved = true; moved; round++) {
    moved = false;
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) moved = partTwo(a, b, round < patience) || moved;
    if (round < patience) for (const line of lines) for (const box of boxes) moved = leaveLine(box, line) || moved;
    for (const box of boxes) {
      const [x, y] = [Math.round(Math.min(Math.max(box.x, box.width / 2), width - box.width / 2)), Math.round(box.y)];
      moved ||= x !== box.x || y !== box.y;
      [box.x, box.y] = [x, y];
    }
  }
}

/** After so many rounds boxes move up and down only, where there is always room. */
const patience = 400;

function partTwo(a: Box, b: Box, sideways: boolean): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [across, down] = [(a.width + b.width) / 2 - Math.abs(dx), (a.height + b.height) / 2 - Math.abs(dy)];
  if (across <= 0 || down <= 0) return false;
  if (across < down && sideways) {
    const step = Math.max(across / 4, 1) * (dx < 0 ? -1 : 1);
    a.x -= step;
    b.x += step;
  } else {
    const step = Math.max(down / 4, 1) * (dy < 0 ? -1 : 1);
    a.y -= step;
    b.y += step;
  }
  return true;
}

/** Space between a disc and a line that is not its own. */
const berth = 5;

function leaveLine(box: Box, [from, to]: readonly [Box, Box]): boolean {
  if (box === from || box === to) return false;
  const [dx, dy] = [to.x - from.x, to.y + to.offset - from.y - from.offset];
  const [x, y] = [box.x - from.x, box.y + box.offset - from.y - from.offset];
  const length = Math.sqrt(dx ** 2 + dy ** 2) || 1;
  const along = (x * dx + y * dy) / length;
  const beside = (y * dx - x * dy) / length;
  if (along <= 0 || along >= length || Math.abs(beside) >= box.radius + berth) return false;
  const step = beside < 0 ? -2 : 2;
  box.x -= (step * dy) / length;
  box.y += (step * dx) / length;
  return true;
}
