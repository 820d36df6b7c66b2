import { beforeAll, describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { makeAxis } from '../../src/timeline/axis.ts';
import { makeBands } from '../../src/timeline/bands.ts';
import { facets } from '../../src/timeline/facets.ts';
import { certaintyOf, timelineItems } from '../../src/timeline/items.ts';
import type { Item } from '../../src/timeline/items.ts';
import { byPeriod } from '../../src/timeline/periods.ts';
import { shortName } from '../../src/timeline/short-name.ts';
import { changedCorpus, swap } from '../small-corpus.ts';

let corpus: Corpus;
let items: Item[];

beforeAll(async () => {
  const folder = changedCorpus({
    'claims/gazette-1901.yaml': (text) =>
      text
        .replace('kind: control', 'kind: control\n  when: ../1901-04')
        .replace('says: About 40 sacks', 'when: 1901-04-30\n  says: About 40 sacks'),
    'claims/post-1901.yaml': (text) =>
      text
        .replace('kind: casualties', 'kind: casualties\n  when: 1901-04~/')
        .replace('kind: assessment', 'kind: assessment\n  when: "1901"'),
    'entities/event/granary-fire.md': swap('where: [vell]', 'where: [vell]\nparticipants: [harbour-guard]'),
  });
  const built = await buildCorpus(folder);
  expect(built.problems).toEqual([]);
  corpus = built.corpus;
  items = timelineItems(corpus);
});

const axisOf = (items: readonly Item[]) => makeAxis(items.flatMap(({ date }) => [date.from, date.to]).filter(Number.isFinite));

describe('items', () => {
  test('claims, records and publications with a date, by first and then by last possible moment', () => {
    expect(items.map(({ id, date }) => [date.when, id.split('-')[0]])).toEqual([
      ['../1901-04', 'claim'],
      ['1901', 'claim'],
      ['1901-04~/', 'claim'],
      ['1901-04-30', 'entity'],
      ['1901-04-30', 'claim'],
      ['1901-04-30', 'claim'],
      ['1901-05~', 'publication'],
      ['1901-05-03', 'publication'],
    ]);
  });

  test('an event belongs to every account whose claims tell it, with its places and participants', () => {
    const event = items.find(({ kind }) => kind === 'entity-event')!;
    expect(event).toMatchObject({ accounts: ['gazette-1901', 'post-1901'], places: ['vell'], actors: ['harbour-guard'] });
  });

  test('ends say what is not known', () => {
    const ends = (when: string) => {
      const { start, end, from, to } = items.find(({ date }) => date.when === when)!.date;
      return [start, end, Number.isFinite(from), Number.isFinite(to)];
    };
    expect(ends('../1901-04')).toEqual(['open', 'certain', false, true]);
    expect(ends('1901-04~/')).toEqual(['approximate', 'unknown', true, false]);
  });

  test.each([
    ['certain', 'open', 'certain'],
    ['approximate', 'certain', 'approximate'],
    ['certain', 'uncertain', 'uncertain'],
    ['uncertain', 'approximate', 'both'],
    ['both', 'unknown', 'both'],
  ] as const)('%s to %s is %s', (start, end, whole) => {
    expect(certaintyOf({ when: '', from: 0, to: 0, start, end })).toBe(whole);
  });
});

describe('bands', () => {
  test('records first, then the accounts; claims of one date are one group', () => {
    const bands = makeBands(items, axisOf(items), [...corpus.articles.values()]);
    expect(bands.map(({ article }) => article?.id)).toEqual([undefined, ...corpus.articles.keys()]);
    expect(bands[0]!.groups.map(({ draws, text }) => [draws, text])).toEqual([['name', 'Granary fire']]);
    const gazette = bands.find(({ article }) => article?.id === 'gazette-1901')!;
    expect(gazette.groups.map(({ draws, date, items }) => [draws, date.when, items.length])).toEqual([
      ['dots', '../1901-04', 1],
      ['dots', '1901-04-30', 2],
      ['letter', '1901-05-03', 1],
    ]);
  });

  test('every item has its place once, from open beginning to unknown end', () => {
    const bands = makeBands(items, axisOf(items), [...corpus.articles.values()]);
    const groups = bands.flatMap(({ groups }) => groups);
    expect(groups.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const { start, end } of groups) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(1);
    }
    expect(groups.find(({ date }) => date.when === '../1901-04')!.start).toBe(0);
    expect(groups.find(({ date }) => date.when === '1901-04~/')!.end).toBe(1);
  });

  test('too many claims or accounts to draw are counted, each once', () => {
    const many = Array.from({ length: 700 }, (_, i) => items.map((item) => ({ ...item, id: `${item.id}-${i}` }))).flat();
    const bands = makeBands(many, axisOf(many), [...corpus.articles.values()]);
    expect(bands.every(({ groups }) => groups.every(({ draws }) => draws === 'count'))).toBe(true);
    expect(bands.flatMap(({ groups }) => groups).reduce((sum, { text }) => sum + Number(text), 0)).toBe(many.length);
    const crowd = Array.from({ length: 13 }, (_, i) => ({ ...corpus.articles.get('gazette-1901')!, id: `a${i}` }));
    expect(makeBands(items, axisOf(items), crowd).map(({ article }) => article)).toEqual([undefined, undefined]);
  });
});

test('the list has every item once, under year and month; dates without a month come first', () => {
  const years = byPeriod(items);
  expect(years.map(({ label, months }) => [label, ...months.map(({ label, count }) => `${label}: ${count}`)])).toEqual([
    ['Open beginning', 'Open beginning, no month: 1'],
    ['1901', '1901, no month: 1', 'April 1901: 4', 'May 1901: 2'],
  ]);
  const listed = years.flatMap(({ months }) => months.flatMap(({ dates }) => dates.flatMap(({ items }) => items)));
  expect(listed.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
});

test('a long list has the first claims of each date, all records, and counts what it leaves out', () => {
  const months = byPeriod(items, 1).flatMap(({ months }) => months);
  expect(months.map(({ label, count }) => [label, count])).toEqual(
    byPeriod(items)
      .flatMap(({ months }) => months)
      .map(({ label, count }) => [label, count]),
  );
  const dates = months.flatMap(({ dates }) => dates);
  const [cut] = dates.filter(({ more }) => more > 0);
  expect([cut!.date.when, cut!.items.map(({ id }) => id), cut!.more]).toEqual(['1901-04-30', ['entity-granary-fire', 'claim-fire-g'], 1]);
  expect(dates.reduce((sum, { items, more }) => sum + items.length + more, 0)).toBe(items.length);
  // What counts the items of a month in the figure leads to the first of them.
  for (const { date, items: listed } of dates) expect(listed[0]).toBe(items.find((item) => item.date === date));
});

test('only what occurs can be filtered by, with its count', () => {
  const [account, place, actor, kind] = facets(items, corpus, [...corpus.entities.values()]);
  expect(account!.groups[0]!.options.map(({ label, count }) => [label[0], count])).toEqual([
    ['P', 4],
    ['G', 5],
  ]);
  expect(place!.groups[0]!.options).toMatchObject([{ value: 'vell' }]);
  expect(actor!.groups[0]!.options.map(({ value }) => value)).toContain('harbour-guard');
  expect(kind!.groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
    ['Records', ['entity-event', 'publication']],
    ['Claims', ['casualties', 'control', 'event', 'assessment', 'supply']],
  ]);
});

test('what no item has is no filter', () => {
  const publications = items.filter(({ kind }) => kind === 'publication');
  expect(facets(publications, corpus, [...corpus.entities.values()]).map(({ name }) => name)).toEqual(['account', 'kind']);
});

test.each([
  ['Capture of the mill, March 1901', 'Capture of the mill'],
  ['Offensive of April 1901', 'Offensive'],
  ['Battle of Vell, 3 May 1901', 'Battle of Vell'],
  ['Talks at the mill, late 1901', 'Talks at the mill'],
  ['Advance to the river, 1901–1902', 'Advance to the river'],
  ['Raids on the harbour, April–May 1901', 'Raids on the harbour'],
  ['Report on April 1901', 'Report on April 1901'],
  ['Vell 1901', 'Vell 1901'],
  ['The very long meeting of the council of the harbour and mill', 'The very long meeting of the council of the …'],
  ['会'.repeat(60), `${'会'.repeat(44)} …`],
])('%s is drawn as %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
