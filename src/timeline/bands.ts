/** What stands where on the axis: a band of records (events and the like), and a band for each account. */
import type { Article } from '../corpus/corpus.ts';
import { badgeWidth, nameLength } from './arrange.ts';
import type { Mark } from './arrange.ts';
import { placeOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Dated, Item } from './items.ts';
import { shortName } from './short-name.ts';

/**
 * What is drawn as one mark. `name`: a record by its name. `letter`: a publication by its siglum. `dots`: claims with the
 * same date. `count`: how many items begin in a piece of the axis, where a band holds too many to draw each.
 */
export interface Group extends Mark {
  draws: 'name' | 'letter' | 'dots' | 'count';
  /** The name, letter or number that is written. */
  text: string;
  items: readonly Item[];
  /** The date of all items; where they are counted, the time in which they begin. */
  date: Dated;
}

export interface Band {
  /** The account; none for records, and for the one band of very many accounts. */
  article?: Article;
  groups: readonly Group[];
}

/** A band with more items than this shows counts; records are written out and take more room. */
const most = { records: 200, claims: 600 };
/** More accounts than this share one band. */
const mostAccounts = 12;

/** Bands from the top: records, then the accounts in the order given; a band without items is left out. */
export function makeBands(items: readonly Item[], axis: Axis, articles: readonly Article[]): Band[] {
  const records = items.filter(({ subject }) => subject.is === 'entity');
  const others = items.filter(({ subject }) => subject.is !== 'entity');
  const bands: Band[] = [{ groups: records.length > most.records ? counts(records, axis) : marks(records, axis) }];
  if (articles.length > mostAccounts) bands.push({ groups: counts(others, axis) });
  else {
    const byAccount = Map.groupBy(others, ({ accounts }) => accounts[0]);
    for (const article of articles) {
      const own = byAccount.get(article.id) ?? [];
      bands.push({ article, groups: own.length > most.claims ? counts(own, axis) : marks(own, axis) });
    }
  }
  return bands.filter(({ groups }) => groups.length > 0);
}

/** Every record and every publication by itself, claims by their date. */
function marks(items: readonly Item[], axis: Axis): Group[] {
  const groups = Map.groupBy(items, ({ id, date, subject }) => (subject.is === 'claim' ? date : id));
  return [...groups.values()].map((own): Group => {
    const { date, subject } = own[0]!;
    const place = { start: placeOf(axis, date.from), end: placeOf(axis, date.to), date, items: own };
    if (subject.is === 'claim') return { ...place, draws: 'dots', text: '', content: { dots: own.length } };
    if (subject.is === 'publication') {
      const text = subject.source.record.siglum;
      return { ...place, draws: 'letter', text, content: { badge: badgeWidth(text) } };
    }
    const text = shortName(subject.entity.name);
    return { ...place, draws: 'name', text, content: { name: nameLength(text) } };
  });
}

/** Items by the piece of the axis in which they begin. */
function counts(items: readonly Item[], axis: Axis): Group[] {
  const groups = Map.groupBy(items, ({ date }) => axis.find(({ to }) => date.from < to) ?? axis.at(-1)!);
  return [...groups].map(([{ unit, from, to, start, end }, own]) => {
    const middle = (start + end) / 2;
    const text = String(own.length);
    const when = new Date(from).toISOString().slice(0, unit === 'month' ? 7 : 4);
    const date: Dated = { when, from, to, start: 'certain', end: 'certain' };
    return { start: middle, end: middle, draws: 'count', text, items: own, date, content: { badge: badgeWidth(text) } };
  });
}
