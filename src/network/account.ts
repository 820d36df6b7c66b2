/** What one account tells of the network, as a small drawing with everything in the place it has in the large one. */
import type { Drawing, Mark } from './drawing.ts';
import type { Point } from './layout.ts';
import { radiusOf, textWidth, widthOf } from './marks.ts';
import { pathOf } from './paths.ts';
import type { Network, Tie, TieKind } from './ties.ts';

export interface AccountDrawing {
  /** One path for all lines of a kind and width. */
  lines: readonly MergedLine[];
  discs: readonly (Point & { radius: number })[];
  /** The names most told of, as far as there is room; the middle of each text, and the line it stands on. */
  labels: readonly (Point & { text: string })[];
}

interface MergedLine {
  kind: TieKind;
  width: number | undefined;
  path: string;
}

/** What an article tells, in figures. */
export interface AccountCounts {
  /** Names that it has, of those with ties in any account. */
  names: number;
  ties: number;
  /** Ties that no other account tells. */
  alone: number;
  /** The two that most of its claims name together, where more than one claim does. */
  closest: { tie: Tie; claims: number } | undefined;
}

/** Counts what an article, by its id, tells of the network. */
export function countAccount({ actors, ties }: Network, article: string): AccountCounts {
  const told = ties.filter((tie) => tie.told.has(article));
  const pairs = told.filter(({ kind }) => kind === 'together').map((tie) => ({ tie, claims: tie.told.get(article)! }));
  const closest = pairs.sort((a, b) => b.claims - a.claims)[0];
  return {
    names: [...actors.values()].filter((actor) => actor.ties > 0 && actor.told.has(article)).length,
    ties: told.length,
    alone: told.filter((tie) => tie.told.size === 1).length,
    closest: closest !== undefined && closest.claims > 1 ? closest : undefined,
  };
}

/** How much larger things are than in the large drawing, as the small one is shown at less than half its size. */
const scale = 1.7;
/** Size of the labels, in the units of the drawing. */
const smallFontSize = 27;
const mostLabels = 7;

/** Draws what an article tells, lines and discs as large as its own claims make them. */
export function drawAccount({ width, height, marks, lines }: Drawing, article: string): AccountDrawing {
  const own = marks
    .filter(({ actor }) => actor.told.has(article))
    .map((mark) => ({ ...mark, radius: Math.round(scale * radiusOf(mark.actor.told.get(article)!)) }))
    .sort((a, b) => b.radius - a.radius);
  const at = new Map(own.map((mark) => [mark.actor.entity.id, mark]));
  const told = lines.flatMap(({ tie, nth }) => {
    const claims = tie.told.get(article);
    if (claims === undefined) return [];
    const path = pathOf(tie, at.get(tie.from)!, at.get(tie.to)!, nth, 4 * scale);
    return [{ kind: tie.kind, width: tie.kind === 'together' ? Math.round(scale * widthOf(claims)) : undefined, path }];
  });
  return {
    lines: merge(told),
    discs: own.map(({ x, y, radius }) => ({ x, y, radius })),
    labels: labelsOf(own, width, height),
  };
}

function merge(lines: readonly MergedLine[]): MergedLine[] {
  return [...Map.groupBy(lines, ({ kind, width }) => `${kind} ${width}`).values()].map((same) => ({
    ...same[0]!,
    path: same.map(({ path }) => path).join(''),
  }));
}

interface Label extends Point {
  text: string;
  half: number;
}

/** Labels about the first of the marks, none on another label or on a disc. */
function labelsOf(marks: readonly Mark[], width: number, height: number): AccountDrawing['labels'] {
  const placed: Label[] = [];
  for (const { actor, x, y, radius } of marks) {
    if (placed.length === mostLabels) break;
    const text = actor.entity.name;
    const half = textWidth(text, smallFontSize) / 2;
    const inside = Math.min(Math.max(x, half), width - half);
    const places = [
      { x: inside, y: y + radius + 26 },
      { x: inside, y: y - radius - 8 },
      { x: x + radius + 6 + half, y: y + 9 },
      { x: x - radius - 6 - half, y: y + 9 },
    ].map((place) => ({ x: Math.round(place.x), y: place.y, text, half }));
    const free = places.find((label) => fits(label, width, height) && isClear(label, placed, marks));
    if (free !== undefined) placed.push(free);
  }
  return placed.map(({ x, y, text }) => ({ x, y, text }));
}

function fits({ x, y, half }: Label, width: number, height: number): boolean {
  return x - half >= -1 && x + half <= width + 1 && y >= smallFontSize && y <= height - 8;
}

function isClear({ x, y, half }: Label, labels: readonly Label[], marks: readonly Mark[]): boolean {
  const middle = y - 9;
  return (
    labels.every((other) => Math.abs(other.y - y) >= smallFontSize || Math.abs(other.x - x) >= other.half + half) &&
    marks.every((disc) => Math.abs(disc.y - middle) >= disc.radius + 10 || Math.abs(disc.x - x) >= disc.radius + half)
  );
}
