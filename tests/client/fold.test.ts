import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NameEntry } from '../../src/client/fold.ts';
import { bearersOf, collectSpellings, foldArabic, foldForSearch, plainTypography, skeleton, spellingsOf } from '../../src/client/fold.ts';

test.each([
  ['“al‑Qasak”', '"al-Qasak"'],
  ['Sa‘id and Sa’id', "Sa'id and Sa'id"],
  ['Homs—Hama', 'Homs Hama'],
  ['a\u00A0b', 'a b'],
  ['ســوق', 'سوق'],
])('typography: %s is %s', (text, plain) => {
  expect(plainTypography(text)).toBe(plain);
});

test.each([
  ['جبهة النصرة', 'جبهه نصره'],
  ['إدلب', 'ادلب'],
  ['حَلَب', 'حلب'],
  ['الباب', 'باب'],
  ['مصطفى', 'مصطفي'],
])('Arabic: %s is %s', (text, folded) => {
  expect(foldArabic(text)).toBe(folded);
});

describe('skeleton', () => {
  test.each([
    [['Hananu', 'Hanano', 'Hannano', 'Hanānū']],
    [['Nusra', 'al-Nusra', 'an-Nusrah', 'Nusrah']],
    [['Ramouseh', 'Ramousah', 'Ramusa']],
    [['Julani', 'Jolani', 'Golani', 'Jawlani']],
    [['Qaterji', 'Katerji']],
  ])('%j share one', (words) => {
    expect(new Set(words.map(skeleton)).size).toBe(1);
  });

  test('words too short to tell apart have none', () => {
    expect(['Bab', 'Homs', 'a', ''].map(skeleton)).toEqual(['', 'hms', '', '']);
  });
});

describe('spellingsOf', () => {
  const entries: NameEntry[] = [
    ['entities/hananu.html', 'place', 'Hananu', 'Hanano', 'the Hananu homes', 'هنانو'],
    ['entities/nusra.html', 'group', 'Jabhat al-Nusra', 'جبهة النصرة'],
  ];
  const spellings = collectSpellings(entries);

  test.each([
    ['hananu', 'hananu'],
    ['“Jabhat al‑Nusra”', 'nusra'],
    ['جبهة نصرة', 'nusra'],
    ['Jabhat', undefined],
    ['', undefined],
  ])('%s is the very name of %s', (query, id) => {
    expect(bearersOf(query, entries).map(([url]) => url)).toEqual(id === undefined ? [] : [`entities/${id}.html`]);
  });

  test('what was typed comes first, other spellings after it', () => {
    expect(spellingsOf('Hannano', spellings)).toEqual(['Hannano', 'hananu', 'hanano']);
    expect(spellingsOf('hananu', spellings)).toEqual(['hananu', 'hanano']);
  });

  test('every word in turn, eight searches at most', () => {
    expect(spellingsOf('Hannano Nusrah', spellings)).toEqual([
      'Hannano Nusrah',
      'hananu Nusrah',
      'hanano Nusrah',
      'Hannano nusra',
      'hananu nusra',
      'hanano nusra',
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Hannano', 'Nusrah', 'x')), (words) => {
        expect(spellingsOf(words.join(' '), spellings).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  test('a phrase in quotes of any kind is searched as it is', () => {
    expect(spellingsOf('“Hannano Road”', spellings)).toEqual(['"Hannano Road"']);
  });
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = plainTypography(text);
      expect(plainTypography(once)).toBe(once);
    }),
  );
  expect(foldForSearch('“حلب”')).toBe('"حلب"');
});
