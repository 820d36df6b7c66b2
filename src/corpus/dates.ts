/** Dates in EDTF level 1 (ISO 8601-2; Library of Congress specification of 2019-02-04): check, compare, say in words. */
import edtf, { parse } from 'edtf';

/** Reading a date is slow, and a corpus says the same dates many times. */
function remembered<Value>(of: (date: string) => Value): (date: string) => Value {
  const known = new Map<string, Value>();
  return (date) => {
    if (!known.has(date)) known.set(date, of(date));
    return known.get(date)!;
  };
}

/** Is `text` a valid EDTF level 1 expression? */
export const isEdtf = remembered((text) => {
  try {
    parse(text, { level: 1 });
    // The grammar takes intervals that end before they begin, one without either end, and 29 February of any year.
    const { from, to } = span(text);
    const leapDays = text.match(/\d{4}-02-29/g) ?? [];
    return from <= to && text !== '/' && leapDays.every((day) => new Date(day).toISOString().startsWith(day));
  } catch {
    return false;
  }
});

/** First and last millisecond (UTC, since 1970) that a date may mean; ±Infinity where it is open or unknown. */
export const span = remembered((date): { readonly from: number; readonly to: number } => {
  const { min, max } = edtf(date, { level: 1 });
  return { from: min ?? -Infinity, to: max ?? Infinity };
});

/** How sure one end of a date is: EDTF's qualifiers (`~`, `?`, `%`), or that the date has no such end (`..`, nothing). */
export type End = 'certain' | 'approximate' | 'uncertain' | 'both' | 'open' | 'unknown';

const endMarks: Record<string, End> = { '~': 'approximate', '?': 'uncertain', '%': 'both' };

/** Is a date plain ISO 8601 as well: a day, a month or a year, without qualifier, unknown digits or season? */
export function isPlain(date: string): boolean {
  return /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?$/.test(date);
}

/** Start and end of a date, each with how sure it is; those of a date that is no interval are alike. */
export function endsOf(date: string): { start: End; end: End } {
  const [start = '', end = start] = date.split('/');
  return { start: endOf(start), end: endOf(end) };
}

function endOf(text: string): End {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : (endMarks[text.at(-1)!] ?? 'certain');
}

/** First and last year that a date may mean; where one end is open, the year of the other; of `../..`, none. */
export function years(date: string): [first: number, last: number] | undefined {
  const { from, to } = span(date);
  const [first, last = first] = [from, to].filter(Number.isFinite).map((moment) => new Date(moment).getUTCFullYear());
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** Years that some dates begin or end with, in order. */
export function yearsIn(dates: Iterable<string>): number[] {
  return [...new Set([...dates].flatMap((date) => years(date) ?? []))].sort((a, b) => a - b);
}

/** Those of some years that a date touches. */
export function yearsTouched(date: string, all: readonly number[]): number[] {
  const own = years(date);
  return own === undefined ? [] : all.filter((year) => year >= own[0] && year <= own[1]);
}

/** Orders by first, then by last possible moment; a record without a date comes last. */
export function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [one, two] = [span(a), span(b)];
  return compareMoments(one.from, two.from) || compareMoments(one.to, two.to);
}

/** Orders two moments; a difference would be no number where both are infinite. */
export function compareMoments(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export const monthNames = 'January February March April May June July August September October November December'.split(' ');
const seasons: Record<string, string> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const qualifiers: Record<string, string> = { '?': 'possibly ', '~': 'about ', '%': 'possibly about ' };

interface Said {
  qualifier: string;
  day: string;
  month: string;
  year: string;
  /** What is not known, said after the date. */
  unknown: string;
}

function say(date: string): Said {
  const mark = date.at(-1) ?? '';
  const qualifier = qualifiers[mark] ?? '';
  const [, year = '', month = '', day = ''] = /^(-?\w{4})(?:-(\w\w))?(?:-(\w\w))?/.exec(date) ?? [];
  const unknown = month === 'XX' ? ', month unknown' : day === 'XX' ? ', day unknown' : '';
  return {
    qualifier,
    day: /^\d+$/.test(day) ? String(Number(day)) : '',
    month: seasons[month] ?? monthNames[Number(month) - 1] ?? '',
    year: yearInWords(year),
    unknown,
  };
}

/** `-0043` is 44 BC, as EDTF has a year 0. */
function yearInWords(year: string): string {
  const [digits, era] = year.startsWith('-') ? [year.slice(1), ' BC'] : [year, ''];
  if (digits === 'XXXX') return 'an unknown year';
  if (digits.endsWith('X')) return `the ${digits.replaceAll('X', '0')}s${era}`;
  return Number(year) > 0 ? year : `${1 - Number(year)} BC`;
}

const join = (said: Said, ...parts: ('day' | 'month' | 'year')[]): string =>
  `${said.qualifier}${parts
    .map((part) => said[part])
    .filter((part) => part !== '')
    .join(' ')}${said.unknown}`;

/**
 * A date for people, in English: `2015-06-16/2015-06-22` → "between 16 and 22 June 2015", `2015-06~` → "about June 2015".
 * The text must be a valid EDTF level 1 expression.
 */
export const dateInWords = remembered((date) => inWords(date, 'between', 'and'));

/** A stretch of time, all of which is meant: `2015-06-16/2015-06-22` → "from 16 to 22 June 2015"; any other date as `dateInWords` has it. */
export const periodInWords = remembered((date) => inWords(date, 'from', 'to'));

function inWords(date: string, before: string, joint: string): string {
  if (!date.includes('/')) return join(say(date), 'day', 'month', 'year');
  const [lower = '', upper = ''] = date.split('/');
  if (lower === '..' && upper === '..') return 'at any time';
  if (lower === '..' || lower === '') return `${lower === '' ? 'start unknown, ' : ''}until ${dateInWords(upper)}`;
  if (upper === '..' || upper === '') return `from ${dateInWords(lower)}${upper === '' ? ', end unknown' : ' on'}`;
  const [from, to] = [say(lower), say(upper)];
  const sameYear = from.year === to.year && from.unknown === '';
  const sameMonth = sameYear && from.month === to.month && from.day !== '' && to.day !== '';
  const start = sameMonth
    ? join(from, 'day')
    : sameYear && from.month !== ''
      ? join(from, 'day', 'month')
      : join(from, 'day', 'month', 'year');
  return `${before} ${start} ${joint} ${join(to, 'day', 'month', 'year')}`;
}

/** What a record is dated to and how that is known: "15 June 2015, printed “[June 15]”. The year is inferred." Empty where it is not dated. */
export function datingInWords({ when, printed, basis }: Partial<Record<'when' | 'printed' | 'basis', string | undefined>>): string {
  const date = when === undefined ? '' : `${dateInWords(when)}${printed === undefined ? '' : `, printed “${printed}”`}`;
  return [date, basis].filter((part) => part).join('. ');
}
