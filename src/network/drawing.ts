/** The network as shapes, ready to be written as SVG. */
import { compare } from '../corpus/problems.ts';
import { groupsOf } from './groups.ts';
import { arrange, part } from './layout.ts';
import type { Point } from './layout.ts';
import { lineHeight, linesOf, radiusOf, textWidth, widthOf } from './marks.ts';
import { blotOf, pathOf } from './paths.ts';
import type { Actor, Network, Tie } from './ties.ts';

/** A name: a disc, and its lines of text below or above it. */
export interface Mark extends Point {
  actor: Actor;
  radius: number;
  lines: readonly string[];
  /** Where the first line of text stands. */
  baseline: number;
}

/** What is drawn, in units that are pixels where the drawing is as wide as it says. */
export interface Drawing {
  width: number;
  height: number;
  /** Most told of first. */
  marks: readonly Mark[];
  /** In the order of the network’s ties. */
  lines: readonly Line[];
  groups: readonly { members: readonly Actor[]; path: string }[];
  /** Actors with ties for whom there is no room. */
  left: readonly Actor[];
}

export interface Line {
  tie: Tie;
  /** How many ties between the same two come before it. */
  nth: number;
  path: string;
  /** Broader the more claims name both; the lines of relations are as broad as their kind. */
  width: number | undefined;
}

export const fontSize = 12;
const width = 936;
/** More names than this cannot be read on one sheet; those in the fewest claims are left to the tables. */
const most = 120;
/** Share of the sheet that the marks take. */
const density = 0.6;
/** Space around a mark. */
const clearance = 4;

/** Draws a network that has ties. */
export function draw(network: Network): Drawing {
  const { actors } = network;
  const tied = [...actors.values()].filter(({ ties }) => ties > 0).sort(mostToldFirst);
  const shown = new Set(tied.slice(0, most).map(({ entity }) => entity.id));
  const ties = network.ties.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const groups = groupsOf(network);
  const marks = place(tied.slice(0, most), ties, groups);
  const at = new Map(marks.map((mark) => [mark.actor.entity.id, mark]));
  return {
    width,
    height: Math.max(...marks.map(({ bottom }) => bottom)),
    marks,
    lines: draughtTies(ties, at),
    groups: groups.map((members) => ({
      members: members.map((id) => actors.get(id)!),
      path: blotOf(members.flatMap((id) => at.get(id) ?? [])),
    })),
    left: tied.slice(most),
  };
}

function mostToldFirst(a: Actor, b: Actor): number {
  return b.claims.length - a.claims.length || b.ties - a.ties || compare(a.entity.id, b.entity.id);
}

function draughtTies(ties: readonly Tie[], at: ReadonlyMap<string, Mark>): Line[] {
  const drawn = new Map<string, number>();
  return ties.map((tie) => {
    const pair = [tie.from, tie.to].sort(compare).join(' ');
    const together = tie.kind === 'together';
    const nth = together ? 0 : (drawn.get(pair) ?? 0);
    if (!together) drawn.set(pair, nth + 1);
    const path = pathOf(tie, at.get(tie.from)!, at.get(tie.to)!, nth);
    return { tie, nth, path, width: together ? widthOf(tie.evidence.length) : undefined };
  });
}

/** Places names by their ties, none touching another. */
function place(actors: readonly Actor[], ties: readonly Tie[], groups: string[][]): (Mark & { bottom: number })[] {
  const places = arrange(actors.map(({ entity }) => entity.id).sort(compare), ties, groups);
  const relations = ties.filter(({ kind }) => kind !== 'together');
  const boxes = actors.map((actor) => {
    const { id, name } = actor.entity;
    const lines = linesOf(name);
    const radius = radiusOf(actor.claims.length);
    const text = lines.length * lineHeight;
    const below = pull(id, relations, places) <= 0;
    return {
      actor,
      lines,
      radius,
      below,
      offset: (below ? -text : text) / 2,
      ...places.get(id)!,
      width: Math.max(2 * radius, ...lines.map((line) => textWidth(line, fontSize))) + 2 * clearance,
      height: 2 * radius + text + 2 * clearance,
    };
  });
  const height = boxes.reduce((sum, box) => sum + box.width * box.height, 0) / (width * density);
  for (const box of boxes) [box.x, box.y] = [(box.x * width) / 1000, (box.y * height) / 1000];
  const byId = new Map(boxes.map((box) => [box.actor.entity.id, box]));
  part(
    boxes,
    relations.map(({ from, to }) => [byId.get(from)!, byId.get(to)!]),
    width,
  );
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2));
  return boxes.map(({ actor, lines, radius, below, offset, x, y, height }) => {
    const upper = y - height / 2 - top + clearance;
    return {
      actor,
      lines,
      radius,
      x,
      y: Math.round(y + offset - top),
      baseline: Math.round(upper + 11 + (below ? 2 * radius : 0)),
      bottom: Math.round(y + height / 2 - top),
    };
  });
}

/** Do the relations of a name lead upwards (below 0) or downwards? Its text stands on the other side. */
function pull(id: string, relations: readonly Tie[], at: ReadonlyMap<string, Point>): number {
  const others = relations.filter(({ from, to }) => from === id || to === id).map(({ from, to }) => at.get(from === id ? to : from)!);
  return others.reduce((sum, { y }) => sum + Math.sign(y - at.get(id)!.y), 0);
}
