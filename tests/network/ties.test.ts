import { expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { networkOf } from '../../src/network/ties.ts';
import { corpusWithTies, corpusWithoutTies } from './vell.ts';

const summary = (corpus: Corpus) =>
  networkOf(corpus).ties.map(({ kind, type, from, to, directed, evidence, told }) => ({
    tie: [from, type ?? kind, to].join(' '),
    directed,
    evidence: evidence.map(({ id }) => id),
    told: [...told],
  }));

test('ties come from relations between actors and from claims that concern both', async () => {
  expect(summary(await corpusWithTies())).toEqual([
    { tie: 'ada-lind together harbour-guard', directed: false, evidence: ['sacks-g'], told: [['gazette-1901', 1]] },
    { tie: 'ada-lind together northern-guard', directed: false, evidence: ['sacks-g'], told: [['gazette-1901', 1]] },
    {
      tie: 'harbour-guard together harbour-post',
      directed: false,
      evidence: ['again-p'],
      told: [['post-1901', 1]],
    },
    {
      tie: 'harbour-guard together northern-guard',
      directed: false,
      evidence: ['late-p', 'sacks-g', 'bridge-g'],
      told: [
        ['post-1901', 1],
        ['gazette-1901', 2],
      ],
    },
    { tie: 'ada-lind member-of northern-guard', directed: true, evidence: [], told: [] },
    {
      tie: 'harbour-guard fights-against northern-guard',
      directed: false,
      evidence: ['late-p', 'bridge-g'],
      told: [
        ['post-1901', 1],
        ['gazette-1901', 1],
      ],
    },
  ]);
});

test('an actor is a person, group or organisation, or whoever a claim has act', async () => {
  const { actors } = networkOf(await corpusWithTies());
  expect([...actors].map(([id, { claims, told, ties }]) => [id, claims.length, Object.fromEntries(told), ties])).toEqual([
    ['ada-lind', 1, { 'gazette-1901': 1 }, 3],
    ['harbour-guard', 4, { 'gazette-1901': 2, 'post-1901': 2 }, 4],
    ['harbour-post', 1, { 'post-1901': 1 }, 1],
    ['northern-guard', 3, { 'gazette-1901': 2, 'post-1901': 1 }, 4],
  ]);
});

test('an account that has a name only in the evidence of a tie has it in no claim', async () => {
  const corpus = await corpusWithTies();
  const claims = new Map(corpus.claims);
  claims.set('late-p', { ...claims.get('late-p')!, who: [] });
  const { actors } = networkOf({ ...corpus, claims });
  expect(Object.fromEntries(actors.get('northern-guard')!.told)).toEqual({ 'gazette-1901': 2, 'post-1901': 0 });
});

test('the order of records does not matter', async () => {
  const corpus = await corpusWithTies();
  const claims = [...corpus.claims].map(([id, claim]) => [id, { ...claim, who: claim.who.toReversed() }] as const);
  const other = { ...corpus, entities: new Map([...corpus.entities].reverse()), claims: new Map(claims) };
  expect(summary(other)).toEqual(summary(corpus));
});

test('a corpus without ties has a network without ties', async () => {
  expect(networkOf(await corpusWithoutTies()).ties).toEqual([]);
});
