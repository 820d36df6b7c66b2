import { describe, expect, test } from 'vitest';
import { skeleton } from '../../src/search/fold.ts';
import { isOneEdit, mayBeginAlike } from '../../src/search/likeness.ts';
import { Names } from '../../src/search/names.ts';
import { wordsOf } from '../../src/search/query.ts';

const names = new Names({
  pages: [
    ['entities/hananu.html', 'place', 9, 'Hananu', 'Masaken Hananu', 'هنانو'],
    ['entities/nusra.html', 'group', 20, 'Jabhat al-Nusra', 'جبهة النصرة'],
    ['entities/fateh.html', 'group', 5, 'Jaish al-Fateh', 'Army of Conquest'],
    ['entities/fatah-halab.html', 'group', 5, 'Fatah Halab'],
    ['entities/salah.html', 'place', 2, 'Salah al-Din'],
    ['entities/bombs.html', 'weapon', 1, 'truck bombs'],
    ['entities/road.html', 'place', 8, 'Castello Road'],
    ['entities/cut.html', 'event', 1, 'Cutting of the Castello Road'],
    ['entities/turkey.html', 'place', 9, 'Turkey'],
    ['entities/states.html', 'place', 1, 'United States', 'US'],
    ['entities/watch.html', 'organisation', 3, 'Human Rights Watch'],
    ['entities/hamann.html', 'person', 1, 'Eduarda Hamann'],
    ['entities/qaterji.html', 'place', 3, 'Qatraji'],
    ['entities/zaid.html', 'place', 1, 'Bani Zaid'],
    ['entities/draft.html', 'document', 1, 'UN Security Council draft'],
    ['entities/council.html', 'organisation', 1, 'UN Security Council'],
    ['entities/kuznetsov.html', 'weapon', 1, 'Admiral Kuznetsov'],
    ['entities/nubl.html', 'place', 2, 'Nubl'],
    ['entities/legion.html', 'group', 1, 'Sham Legion'],
    ['entities/khanaser.html', 'place', 1, 'Khanaser'],
    ['entities/air-base.html', 'place', 1, 'Kuweires air base'],
    ['entities/observatory.html', 'organisation', 1, 'Syrian Observatory for Human Rights'],
    ['questions/siege.html', 'question', 0, 'Was the siege lifted in August 2016?'],
  ],
  synonyms: [
    ['truck bomb', 'car bomb'],
    ['lifted', 'broken'],
    ['ceasefire', 'truce'],
    ['front line', 'battlefront'],
    ['Islamic State', '-Daesh'],
  ],
  accounts: {},
});

const first = (query: string) => names.matches(wordsOf(query), false)[0];

describe('the first page for', () => {
  test.each([
    ['Jabhat al‑Nusra', 'nusra'],
    ['al Nusra', 'nusra'],
    ['جبهه نصرة', 'nusra'],
    ['هنانو', 'hananu'],
    ['Hannano', 'hananu'],
    ['Jaysh al-Fatah', 'fateh'],
    ['Salahuddin', 'salah'],
    ['army conquest', 'fateh'],
    ['Casetllo', 'road'],
    ['castello', 'road'],
    ['cast', 'road'],
    ['was the siege lifted', 'siege'],
    ['Dschabhat an-Nusra', 'nusra'],
    ['Beni Zeid', 'zaid'],
    ['Kusnezow', 'kuznetsov'],
    ['Kuznetzovv', 'kuznetsov'],
  ])('%s is %s', (query, id) => {
    expect(first(query)?.page[0]).toMatch(new RegExp(`/${id}\\.html$`));
  });
});

test('only the very name is exact, and says by which name', () => {
  expect(first('Army of Conquest')).toMatchObject({ isExact: true, share: 1, name: 'Army of Conquest' });
  expect(first('conquest')).toMatchObject({ isExact: false });
});

test('a word that says little in the texts takes little away from a name', () => {
  const share = (weights?: ReadonlyMap<string, number>) => names.matches(['kuwairis', 'airport'], false, weights)[0]!.share;
  expect(share(new Map([['airport', 0]]))).toBeGreaterThan(share());
  expect(names.matches(['nothing'], false, new Map([['nothing', 0]]))).toEqual([]);
});

test('letters that a name is short for, of capitalised names alone', () => {
  const full = (word: string) => names.synonyms([word]).map(({ words }) => words.join(' '));
  expect(full('sohr')).toEqual(['syrian observatory for human rights']);
  expect(full('unsc')).toEqual(['un security council']);
  expect(full('tb')).toEqual([]);
  expect(full('wsla')).toEqual([]);
});

test('a synonym that is a name, in another spelling', () => {
  expect(names.synonyms(['daech']).map(({ words }) => words.join(' '))).toEqual(['islamic state']);
});

test('a synonym that no text has stands for others, and no other for it', () => {
  expect(names.synonyms(['daesh']).map(({ words }) => words.join(' '))).toEqual(['islamic state']);
  expect(names.synonyms(['islamic', 'state'])).toEqual([]);
});

test.each([
  ['Hannano', ['hananu']],
  ['Katerji', ['qatraji']],
  ['truce', ['truck']],
  ['human', []],
  ['Nebbol', ['nubl']],
  ['Alhananu', ['hananu']],
  ['Annusra', ['nusra']],
  ['Cebhet', ['jabhat']],
  ['Hanasır', ['khanaser']],
])('%s is another spelling of %j', (word, others) => {
  expect(names.spellings(word.toLowerCase())).toEqual(others);
});

test('a stem of two letters is no word of a name', () => {
  expect(names.matches(['used'], false)).toEqual([]);
});

test.each([
  ['nusta', ['nusra']],
  ['combs', []],
  ['ziege', []],
  ['liftes', ['lifted']],
])('%s is a slip for %j: of five letters, for proper names alone', (word, others) => {
  expect(names.slips(word)).toEqual(others);
});

test('sh for the letters that are said so, where a name has it', () => {
  expect(names.respelt('„Feylak eş-Şam“ Šamil')).toBe('„Feylak esh-sham“ Šamil');
});

test('only as typed: no other spelling, slip or beginning', () => {
  for (const query of ['Hannano', 'Casetllo', 'cast']) expect(names.matches(wordsOf(query), true)).toEqual([]);
});

test('synonyms by any form of their words', () => {
  expect(names.synonyms(['car', 'bombs']).map(({ words }) => words.join(' '))).toEqual(['truck bomb']);
  expect(names.phraseLength(['car', 'bombs', 'used'])).toBe(2);
  expect(names.phraseLength(['bombs', 'used'])).toBe(1);
});

test('synonyms written as one or apart', () => {
  expect(names.phraseLength(['cease', 'fire', 'now'])).toBe(2);
  expect(names.synonyms(['cease', 'fire']).map(({ words }) => words.join(' '))).toEqual(['ceasefire', 'truce']);
  expect(names.synonyms(['frontlines']).map(({ words }) => words.join(' '))).toEqual(['front line', 'battlefront']);
});

test.each([
  ['casetllo', 'castello', true],
  ['lavrow', 'lavrov', true],
  ['lavro', 'lavrov', true],
  ['lavrrov', 'lavrov', true],
  ['lavrov', 'lavrov', false],
  ['lvarvo', 'lavrov', false],
  ['lav', 'lavrov', false],
])('%s and %s are one edit apart: %s', (one, other, is) => {
  expect(isOneEdit(one, other)).toBe(is);
  expect(isOneEdit(other, one)).toBe(is);
});

test('words of one skeleton are looked at', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const rest = ['mdan', 'hmdan', 'jmdan', 'shmdan', 'chmdan'];
  const words = letters.flatMap((letter) => rest.map((end) => letter + end));
  const alike = words.flatMap((one) =>
    words.filter((other) => skeleton(one) !== '' && skeleton(one) === skeleton(other)).map((other) => [one, other]),
  );
  expect(alike.length).toBeGreaterThan(words.length);
  expect(alike.filter(([one, other]) => !mayBeginAlike(one!, other!))).toEqual([]);
});
