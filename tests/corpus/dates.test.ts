import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDates, dateInWords, endsOf, isEdtf, isPlain, periodInWords, span, yearsIn, yearsTouched } from '../../src/corpus/dates.ts';
import { edtf } from '../../src/corpus/schema.ts';

describe('isEdtf', () => {
  test.each([
    '2016',
    '2016-06',
    '2016-06-28',
    '2016-06-28?',
    '2015-06~',
    '2016-06%',
    '2016-12-03/2016-12-05',
    '2016-07/..',
    '../2016',
    '2016-07/',
    '/2016',
    '201X',
    '2016-XX',
    '2016-22',
  ])('takes %s', (date) => {
    expect(isEdtf(date)).toBe(true);
  });
  test.each(['', '31 June 2016', '2016-06-31', '2016-13', '2016/06/28', 'June 2016', '16-06-2016', '2016-06-28..', '[2016,2017]'])(
    'refuses %s',
    (date) => {
      expect(isEdtf(date)).toBe(false);
    },
  );
});

test.each([
  ['2016-12-03/2016-12-03', /Write this one once\.$/],
  ['2016~/2016~', /Write this one once\.$/],
  ['2016-12-05/2016-12-03', /the earlier date first/],
])('of %s, one problem that says what to write', (date, says) => {
  const issues = edtf.safeParse(date).error!.issues.map(({ message }) => message);
  expect(issues).toEqual([expect.stringMatching(says)]);
});

test('a day is a date where the calendar has it, and then its words and its span say that day', () => {
  const numbers = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
  fc.assert(
    fc.property(numbers, ([year, month, day]) => {
      const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
      const moment = Date.parse(text);
      const exists = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
      expect(isEdtf(text), text).toBe(exists);
      if (!exists) return;
      expect(span(text)).toEqual({ from: moment, to: moment + 86_400_000 - 1 });
      expect(dateInWords(text).split(' ')[0]).toBe(String(day));
    }),
    { examples: [[[1900, 2, 29]], [[2000, 2, 29]], [[2015, 2, 29]]] },
  );
});

test.each([
  ['2015-06-15', '15 June 2015'],
  ['-0043-03-15', '15 March 44 BC'],
  ['-0043~', 'about 44 BC'],
  ['-0003/-0001', 'between 4 BC and 2 BC'],
  ['0000', '1 BC'],
  ['XXXX', 'an unknown year'],
  ['2015-06', 'June 2015'],
  ['2015', '2015'],
  ['2015-06~', 'about June 2015'],
  ['2016-06-28?', 'possibly 28 June 2016'],
  ['2016-06%', 'possibly about June 2016'],
  ['2015-06-16/2015-06-22', 'between 16 and 22 June 2015'],
  ['2014-04-12/2014-05-02', 'between 12 April and 2 May 2014'],
  ['2014-11/2015-02', 'between November 2014 and February 2015'],
  ['2012/2016', 'between 2012 and 2016'],
  ['2012/2016-12', 'between 2012 and December 2016'],
  ['2016-07/2016-12-03~', 'between July and about 3 December 2016'],
  ['2012-06?/2016-12-03', 'between possibly June 2012 and 3 December 2016'],
  ['2016-07/..', 'from July 2016 on'],
  ['../2016-07', 'until July 2016'],
  ['2016-07/', 'from July 2016, end unknown'],
  ['/2016-07', 'start unknown, until July 2016'],
  ['201X', 'the 2010s'],
  ['20XX', 'the 2000s'],
  ['2016-XX', '2016, month unknown'],
  ['2016-06-XX', 'June 2016, day unknown'],
  ['2016-22', 'summer 2016'],
])('%s is %s', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});

test.each([
  ['2015-06-16/2015-06-22', 'from 16 to 22 June 2015'],
  ['2012-06?/2016-12-03', 'from possibly June 2012 to 3 December 2016'],
  ['2016-07/..', 'from July 2016 on'],
  ['2015-06', 'June 2015'],
])('as a period, %s is %s', (date, words) => {
  expect(periodInWords(date)).toBe(words);
});

test('dates are compared by their first, then their last moment; none comes last', () => {
  const dates = ['2016-08-08', undefined, '2014-04-12/2014-04-30', '2016-08', '2014-04'];
  expect(dates.toSorted(compareDates)).toEqual(['2014-04', '2014-04-12/2014-04-30', '2016-08', '2016-08-08', undefined]);
  expect([undefined, '2016'].sort(compareDates)).toEqual(['2016', undefined]);
});

test('a span is in UTC, and open where the date is', () => {
  expect(span('2016-02')).toEqual({ from: Date.UTC(2016, 1, 1), to: Date.UTC(2016, 2, 1) - 1 });
  expect(span('../2016')).toEqual({ from: -Infinity, to: Date.UTC(2017, 0, 1) - 1 });
  expect(span('2016-02/')).toEqual({ from: Date.UTC(2016, 1, 1), to: Infinity });
});

test.each([
  ['2016-06-28', 'certain', 'certain'],
  ['2015-06~', 'approximate', 'approximate'],
  ['2016-06?', 'uncertain', 'uncertain'],
  ['2016-07~/2016-08-08', 'approximate', 'certain'],
  ['2012-06?/..', 'uncertain', 'open'],
  ['../2014-04', 'open', 'certain'],
  ['/2014-04%', 'unknown', 'both'],
  ['2016-07/', 'certain', 'unknown'],
])('%s begins %s and ends %s', (date, start, end) => {
  expect(endsOf(date)).toEqual({ start, end });
});

test.each([
  ['2016', true],
  ['2016-06', true],
  ['2016-06-28', true],
  ['2016-22', false],
  ['2016-06~', false],
  ['201X', false],
  ['2016-06/2016-07', false],
])('%s is plain ISO 8601: %s', (date, plain) => {
  expect(isPlain(date)).toBe(plain);
});

test('a date touches the years from its first to its last, of those that some dates begin or end with', () => {
  const all = yearsIn(['2016-07', '2014/2016', '2015-02-03', '2012/..', '../..', '0900']);
  expect(all).toEqual([900, 2012, 2014, 2015, 2016]);
  expect(yearsTouched('2014/2016', all)).toEqual([2014, 2015, 2016]);
  expect(yearsTouched('2012/..', all)).toEqual([2012]);
  expect(yearsTouched('2013', all)).toEqual([]);
  expect(yearsTouched('../..', all)).toEqual([]);
});
