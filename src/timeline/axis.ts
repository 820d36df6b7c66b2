/**
 * The axis: one scale for all time, piece by piece even. A piece is a month, a year in which little is dated, or a
 * stretch of years in which nothing is; the more begins or ends in it, the wider it is drawn.
 */

/** A piece of the axis. */
export interface Piece {
  /** `gap`: years without a date, cut short. */
  unit: 'month' | 'year' | 'gap';
  /** First moment, and first moment after it, milliseconds since 1970 (UTC). */
  from: number;
  to: number;
  /** Where these stand, as shares of the axis's whole length, 0 to 1. */
  start: number;
  end: number;
}

export type Axis = readonly Piece[];

/** An axis as far as places and moments go. */
export type Scale = readonly Omit<Piece, 'unit'>[];

/** The share of all beginnings and ends from which on a year is cut into months. */
const busyYear = 0.05;
/** Widths of pieces against each other: without a date in them, and what the busiest month has more. */
const least = { month: 0.3, year: 1.45, gap: 0.6 };
const most = 5.5;

/** Cuts the time from the first to the last of these moments (milliseconds since 1970, in any order) into pieces. */
export function makeAxis(moments: readonly number[]): Axis {
  const sorted = moments.toSorted((a, b) => a - b);
  const years = Map.groupBy(sorted, yearOf);
  const months = Map.groupBy(sorted, (moment) => startOf(yearOf(moment), new Date(moment).getUTCMonth()));
  const busiest = [...months.values()].reduce((most, { length }) => Math.max(most, length), 0);
  const pieces: (Pick<Piece, 'unit' | 'from' | 'to'> & { width: number })[] = [];
  for (const [year, { length }] of years) {
    const [from, to] = [startOf(year), startOf(year + 1)];
    const last = pieces.at(-1)?.to ?? from;
    if (last < from) pieces.push({ unit: 'gap', from: last, to: from, width: least.gap });
    if (length < busyYear * sorted.length) {
      pieces.push({ unit: 'year', from, to, width: least.year });
      continue;
    }
    for (let month = 0; month < 12; month++) {
      const [from, to] = [startOf(year, month), startOf(year, month + 1)];
      const dated = months.get(from)?.length ?? 0;
      pieces.push({ unit: 'month', from, to, width: least.month + (dated === 0 ? 0 : 0.15 + most * (dated / busiest) ** 0.75) });
    }
  }
  const within = pieces.filter(({ from, to }) => to > sorted[0]! && from <= sorted.at(-1)!);
  const whole = within.reduce((sum, { width }) => sum + width, 0);
  let end = 0;
  return within.map(({ width, ...piece }) => ({ ...piece, start: end, end: (end += width / whole) }));
}

function yearOf(moment: number): number {
  return new Date(moment).getUTCFullYear();
}

/** First moment of a year or month; `Date.UTC` would take the year 50 for 1950. */
function startOf(year: number, month = 0): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

/** Where a moment stands, 0 to 1; what lies outside the axis stands at its nearer end. */
export function placeOf(axis: Scale, moment: number): number {
  const piece = axis.find(({ to }) => moment < to);
  if (piece === undefined) return 1;
  const { from, to, start, end } = piece;
  return moment <= from ? start : start + ((moment - from) / (to - from)) * (end - start);
}

/** The moment that stands at a place. */
export function momentAt(axis: Scale, place: number): number {
  const piece = axis.find(({ end }) => place <= end) ?? axis.at(-1)!;
  const { from, to, start, end } = piece;
  return Math.round(from + ((Math.max(place, start) - start) / (end - start)) * (to - from));
}
