import { expect, test } from 'vitest';
import { buildEdition } from '../src/edition.ts';
import { previewChunks } from '../src/previews.ts';
import { changedCorpus, smallCorpus, swap } from './small-corpus.ts';
import type { Edit } from './small-corpus.ts';

async function chunks(edits: Record<string, Edit> = {}) {
  const content = Object.keys(edits).length === 0 ? smallCorpus : changedCorpus(edits);
  return new Map(previewChunks((await buildEdition(content)).edition));
}

test('every record stands in the chunk that its link leads to', async () => {
  const keys = Object.fromEntries([...(await chunks())].map(([name, chunk]) => [name, Object.keys(chunk).sort()]));
  expect(keys).toEqual({
    'entities-ad': ['ada-lind'],
    'entities-gr': ['granary-fire'],
    'entities-ha': ['harbour-guard', 'harbour-post'],
    'entities-no': ['northern-guard'],
    'entities-ve': ['vell', 'vell-gazette'],
    'account-gazette-1901': ['bridge-g', 'fire-g', 'hurt-g', 'note-tuesday', 'sacks-g', 'smoke-g'],
    'account-post-1901': ['again-p', 'hurt-p', 'late-p', 'sacks-p'],
    'questions': ['how-many-sacks'],
    'source-gazette-1901': expect.arrayContaining(['1', '3', '3.1', '3.2']) as string[],
    'source-post-1901': expect.arrayContaining(['2', '2.2']) as string[],
  });
});

test('a place: its names, position and what each account has of it', async () => {
  expect((await chunks()).get('entities-ve')!.vell).toEqual({
    kind: 'Place',
    title: 'Vell',
    names: [{ text: 'فل', lang: 'ar', rtl: true }],
    text: 'A town by the sea.',
    facts: [['Position', '59.5° N, 10.25° E, within about 500 m, low confidence']],
    accounts: [
      { siglum: 'P', hue: 'w1', words: 'named' },
      { siglum: 'G', hue: 'w2', words: '2 mentions, 3 claims' },
    ],
    links: [['Open its page', 'entities/vell.html']],
  });
});

test('of very many accounts that name it, the first, and how many there are', async () => {
  const { edition } = await buildEdition(smallCorpus);
  const shown = (most: number) => new Map(previewChunks(edition, most)).get('entities-ve')!.vell!;
  expect(shown(2).accounts).toHaveLength(2);
  expect(shown(1).accounts!.map(({ siglum }) => siglum)).toEqual(['P']);
  expect(shown(1).facts).toContainEqual(['Accounts', '2, of which these are the first']);
});

test('a claim: where, who says so and how sure, and our notes on its sentence', async () => {
  const edits = { 'claims/gazette-1901.yaml': swap('stance: asserted\nsmoke-g', 'stance: alleged\n  certainty: [it seems]\nsmoke-g') };
  const account = (await chunks(edits)).get('account-gazette-1901')!;
  expect(account['sacks-g']).toEqual({
    kind: 'Claim: supply, alleged',
    mark: { siglum: 'G', hue: 'w2', at: '¶3 s2' },
    text: 'About 40 sacks of grain burned.',
    facts: [
      ['Says so', 'the harbour master (not named) › Vell Gazette'],
      ['Figures', 'about 40 sacks of grain burned'],
      ['Hedged', '“it seems”'],
      ['Account', 'Vell Gazette, 3 May 1901'],
    ],
    links: [
      ['Read it in the account', 'articles/gazette-1901.html#sacks-g'],
      ['Open its record', 'claims/gazette-1901.html#sacks-g'],
    ],
  });
  expect(account['fire-g']!.facts).toContainEqual([
    'Date',
    '30 April 1901, printed “Tuesday night”. The Tuesday before the day of publication.',
  ]);
  expect(account['fire-g']!.links).toContainEqual(['Our note: dating', 'articles/gazette-1901.html#note-tuesday']);
});

test('an editorial note: its kind, its place, its first words without what it cites', async () => {
  const note = 'The article prints no date for “Tuesday”; before 3 May 1901 it was 30 April.';
  expect((await chunks()).get('account-gazette-1901')!['note-tuesday']).toMatchObject({
    kind: 'Our note: dating',
    mark: { siglum: 'G', at: '¶3 s1' },
    text: note,
  });
  const long = { 'articles/gazette-1901.md': swap(' it was 30 April', ` it was 30 April, ${'and so on, '.repeat(30)}`) };
  const { text } = (await chunks(long)).get('account-gazette-1901')!['note-tuesday']!;
  expect(text).toMatch(/^The article .* so …$/);
  expect(text.split(' ')).toHaveLength(51);
});

test('a question: how many answers each account has', async () => {
  expect((await chunks()).get('questions')!['how-many-sacks']).toMatchObject({
    title: 'How many sacks burned?',
    accounts: [
      { siglum: 'P', words: '1 answer' },
      { siglum: 'G', words: '1 answer' },
    ],
  });
});

test('a place in a document: its block, its sentence, its characters', async () => {
  const source = (await chunks()).get('source-gazette-1901')!;
  expect(source['3.2']!.facts![0]!.join(': ')).toMatch(/^Block 3: prose; sentence 2, characters \d+–\d+ of \d+$/);
  expect(source['3']!.facts![0]!.join(': ')).toMatch(/^Block 3: prose; \d sentences, \d+ characters$/);
  expect(source['3']!.links).toEqual([['Open its seal in the manifest', 'sources/gazette-1901.html#b3']]);
});
