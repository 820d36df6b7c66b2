import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NameIndex, foldName } from '../../src/corpus/names.ts';

const name = (text: string, link = true) => ({ text, lang: 'en', in: [], link });
const index = new NameIndex([
  ['nusra', { name: 'Jabhat al-Nusra', names: [name('al-Nusra Front')] }],
  ['front', { name: 'the Front', names: [] }],
  ['zahraa-village', { name: 'al-Zahraa (village)', names: [name('al-Zahraa')] }],
  ['zahraa-suburb', { name: 'Jam’iyat al-Zahraa', names: [name('al-Zahraa'), name('Zahra suburb')] }],
  ['homs', { name: 'Homs', names: [{ ...name('حمص'), lang: 'ar' }] }],
  ['badr', { name: 'Badr Organization', names: [name('Badr', false)] }],
  ['ypg', { name: 'People’s Protection Units', names: [] }],
  ['hawk', { name: 'Desert Hawk', names: [] }],
  ['3000', { name: '3000 Apartments', names: [] }],
]);

const found = (text: string) => index.find(text).map(({ start, end, entities }) => [text.slice(start, end), ...entities]);

describe('find', () => {
  test.each([
    [
      'the longest name',
      'the al-Nusra Front of Homs',
      [
        ['al-Nusra Front', 'nusra'],
        ['Homs', 'homs'],
      ],
    ],
    ['a name inside a longer one is not another', 'Jam’iyat al-Zahraa', [['Jam’iyat al-Zahraa', 'zahraa-suburb']]],
    [
      'straight and curly apostrophes alike',
      "Jam'iyat al-Zahraa, People‘s Protection Units",
      [
        ["Jam'iyat al-Zahraa", 'zahraa-suburb'],
        ['People‘s Protection Units', 'ypg'],
      ],
    ],
    ['a shared name names both', 'near al-Zahraa.', [['al-Zahraa', 'zahraa-village', 'zahraa-suburb']]],
    ['the start of a sentence', 'Al-Nusra Front men', [['Al-Nusra Front', 'nusra']]],
    [
      'possessives stay outside',
      'Homs’s roads, Homs’ roads',
      [
        ['Homs', 'homs'],
        ['Homs', 'homs'],
      ],
    ],
    ['plurals belong to the name', 'two Desert Hawks left', [['Desert Hawks', 'hawk']]],
    ['no part of a word', 'Homsi, Homsy, Homsss, unHoms, Homs2', []],
    [
      'hyphens part words',
      'the Homs-based anti-Homs men',
      [
        ['Homs', 'homs'],
        ['Homs', 'homs'],
      ],
    ],
    ['non-breaking hyphens and spaces', 'Jabhat\u00A0al\u2011Nusra', [['Jabhat\u00A0al\u2011Nusra', 'nusra']]],
    ['Arabic words whole', 'في حمص، وحمص حمصي', [['حمص', 'homs']]],
    ['a name broken over lines', 'Jabhat\nal-Nusra', [['Jabhat\nal-Nusra', 'nusra']]],
    ['figures in names', 'the 3000 Apartments; 13000 Apartments', [['3000 Apartments', '3000']]],
    ['a name not to be linked', 'Badr said', []],
    ['small letters are not a name', 'homs', []],
  ])('%s', (_, text, matches) => {
    expect(found(text)).toEqual(matches);
  });

  test('an index without names finds nothing', () => {
    expect(new NameIndex([]).find('Homs')).toEqual([]);
  });

  test('matches are in order, whole, and never overlap', () => {
    const words = fc.constantFrom('Homs', 'Jabhat al-Nusra', 'al-Zahraa', ' ', '-', 'x', '’s', '😀', 'حمص', '3000 Apartments');
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join('');
        let free = 0;
        for (const { start, end, name } of index.find(text)) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(foldName(text.slice(start, end)).startsWith(name)).toBe(true);
          free = end;
        }
      }),
    );
  });
});

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldName(text)).toHaveLength(text.length);
    }),
  );
});
