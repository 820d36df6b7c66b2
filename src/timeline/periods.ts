/** The timeline as a list: years, their months, and in these the dates, each with what has it. */
import { monthNames } from '../corpus/dates.ts';
import type { Dated, Item } from './items.ts';

export interface Year {
  /** Anchor in the list. */
  id: string;
  label: string;
  months: Month[];
}

export interface Month {
  id: string;
  /** With the year, and without. */
  label: string;
  short: string;
  /** Number of items. */
  count: number;
  /** `more`: how many claims are left out. */
  dates: { date: Dated; items: Item[]; more: number }[];
}

/**
 * Items, in the order of the timeline, under the year and month in which their date begins; dates without a month first. Of
 * the claims of one date at most `most` are listed.
 */
export function byPeriod(items: readonly Item[], most = Infinity): Year[] {
  return [...Map.groupBy(items, ({ date }) => yearOf(date))].map(([year, inYear]) => {
    const id = `year-${year ?? 'open'}`;
    const label = year === undefined ? 'Open beginning' : String(year);
    const byMonth = [...Map.groupBy(inYear, ({ date }) => monthOf(date))].sort(([a], [b]) => a - b);
    const months = byMonth.map(([month, inMonth]) => ({
      id: `${id}-${month}`,
      ...(month === 0
        ? { label: `${label}, no month`, short: 'no month' }
        : { label: `${monthNames[month - 1]!} ${label}`, short: monthNames[month - 1]! }),
      count: inMonth.length,
      dates: [...Map.groupBy(inMonth, ({ date }) => date)].map(([date, items]) => ({ date, ...listed(items, most) })),
    }));
    return { id, label, months };
  });
}

function listed(items: Item[], most: number): { items: Item[]; more: number } {
  let claims = 0;
  const kept = items.filter(({ subject }) => subject.is !== 'claim' || ++claims <= most);
  return { items: kept, more: items.length - kept.length };
}

function yearOf({ from }: Dated): number | undefined {
  return Number.isFinite(from) ? new Date(from).getUTCFullYear() : undefined;
}

/** The month in which a date begins, from 1; 0 where it names none, or a season. */
function monthOf({ when }: Dated): number {
  return Number(/^-?\d{4}-(0[1-9]|1[0-2])/.exec(when)?.[1] ?? 0);
}
