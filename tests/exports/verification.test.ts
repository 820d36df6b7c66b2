import { expect, test } from 'vitest';
import { buildEdition } from '../../src/edition.ts';
import { sealIndex, sealedSource } from '../../src/exports/verification.ts';
import { smallCorpus } from '../small-corpus.ts';

const { edition } = await buildEdition(smallCorpus);

test('the index names every source with its seals', () => {
  expect(sealIndex(edition).map(({ id, seals }) => [id, seals.length])).toEqual([
    ['post-1901', 5],
    ['gazette-1901', 10],
  ]);
});

test('a source has its claims in order, with addresses from the page that verifies', () => {
  const { siglum, account, record, claims } = sealedSource(edition, 'gazette-1901');
  expect([siglum, account, record]).toEqual(['G', 'articles/gazette-1901.html', 'sources/gazette-1901.html']);
  expect(claims[1]).toEqual({
    says: 'About 40 sacks of grain burned.',
    stance: 'asserted',
    voice: ['the harbour master', 'Vell Gazette'],
    locators: [{ block: 3, sentence: 2 }],
    account: 'articles/gazette-1901.html#sacks-g',
    record: 'claims/gazette-1901.html#sacks-g',
  });
});

test('a source without an account has its seals all the same', () => {
  const corpus = { ...edition.corpus, articles: new Map() };
  const { account, claims, blocks } = sealedSource({ ...edition, corpus }, 'post-1901');
  expect([account, claims, blocks.length]).toEqual([undefined, [], 3]);
});
