import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuery, wordsOf } from '../../src/search/query.ts';

/** Kinds and forms of the ideas of a query, as short text. */
const ideas = (text: string) =>
  readQuery(text).ideas.map(({ kind, forms }) => `${kind} ${forms.map((words) => words.join(' ')).join(' | ')}`);

test.each([
  ['al-Bab and AL-RAMOUSEH', ['bab', 'and', 'ramouseh']],
  ['al Nusra, an-Nusrah', ['nusra', 'nusrah']],
  ['asch-Scham, et-Tell', ['scham', 'tell']],
  ['Sa‘id’s', ['said']],
  ['Turkish-Russian talks', ['turkish', 'russian', 'talks']],
  ['Igarapé', ['igarape']],
  ['النصرة', ['نصره']],
  ['…', []],
])('words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

describe('dates', () => {
  test.each([
    ['28 June 2016', 'date 28 june 2016 | 28 june'],
    ['June 28, 2016', 'date 28 june 2016 | 28 june'],
    ['2016-06-28', 'date 28 june 2016 | 28 june'],
    ['28.6.2016', 'date 28 june 2016 | 28 june'],
    ['5/12/2016', 'date 5 december 2016 | 5 december | 12 may 2016 | 12 may'],
    ['November 3rd 2016', 'date 3 november 2016 | 3 november'],
    ['3rd of Nov', 'date 3 november'],
    ['3. November 2016', 'date 3 november 2016 | 3 november'],
    ['31 June', 'date 31 june'],
    ['October 2013', 'date october 2013'],
    ['2014/04', 'date april 2014'],
    ['third of December 2016', 'date 3 december 2016 | 3 december'],
    ['the twenty-first of May', 'date 21 may'],
    ['thirtieth of June', 'date 30 june'],
    ['15. Juni 2015', 'date 15 june 2015 | 15 june'],
    ['28 июня 2016', 'date 28 june 2016 | 28 june'],
    ['июнь 2016', 'date june 2016'],
    ['8 Ağustos', 'date 8 august'],
    ['février 2016', 'date february 2016'],
    ['٨ آب ٢٠١٦', 'date 8 august 2016 | 8 august'],
    ['12 كانون الأول 2016', 'date 12 december 2016 | 12 december'],
    ['12 ديسمبر 2016', 'date 12 december 2016 | 12 december'],
  ])('%s', (text, idea) => {
    expect(ideas(text)).toEqual([idea]);
  });

  test.each(['45 June', '2016-13-01', 'May have', 'second July attack', 'mars', 'mai troops', '3 maize'])('%s is none', (text) => {
    expect(ideas(text).some((idea) => idea.startsWith('date'))).toBe(false);
  });
});

describe('figures', () => {
  test.each([
    ['7,500', 'figure 7500'],
    ['16 000', 'figure 16000 | sixteen thousand'],
    ['16’000', 'figure 16000 | sixteen thousand'],
    ['16k', 'figure 16 thousand | 16000 | sixteen thousand'],
    ['300.000', 'figure 300000'],
    ['1.5m', 'figure 1.5 million | 1500000'],
    ['7.5', 'figure 7.5'],
    ['٣٠٠٬٠٠٠', 'figure 300000'],
    ['22', 'figure 22 | twenty two'],
    ['twenty-two', 'figure twenty-two | 22 | twenty two'],
    ['three hundred', 'figure three hundred | 300'],
    ['1.5 million', 'figure 1.5 million | 1500000'],
    ['two thousand', 'figure two thousand | 2000'],
  ])('%s', (text, idea) => {
    expect(ideas(text)).toEqual([idea]);
  });

  test.each(['65th', 'RTR3L05C', 'one', 'hundred'])('%s is a word', (text) => {
    expect(ideas(text)[0]).toMatch(/^word/);
  });
});

test('a question keeps the words that say something; words alone keep all', () => {
  expect(ideas('When was the siege lifted?')).toEqual(['word siege', 'word lifted']);
  expect(ideas('who was it')).toEqual(['word who', 'word was', 'word it']);
});

test('phrases, and what no result may have', () => {
  expect(readQuery('convoy “shuffle the cards” -August -al-Bab')).toMatchObject({
    ideas: [{ kind: 'word' }, { kind: 'phrase', forms: [['shuffle', 'the', 'cards']] }],
    without: [['august'], ['bab']],
  });
});

test('whatever is typed is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { forms } of readQuery(text).ideas) {
        expect(forms.length).toBeGreaterThan(0);
        expect(forms.flat().every((word) => word !== '')).toBe(true);
      }
    }),
  );
});
