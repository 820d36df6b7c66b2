import { expect, test } from 'vitest';
import { ledgerOf } from '../../src/components/ledger.ts';
import { buildEdition } from '../../src/edition.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';

async function ledger(folder = smallCorpus) {
  const { edition } = await buildEdition(folder);
  return ledgerOf(edition);
}

const { accounts, facets } = await ledger();
const rows = accounts.flatMap(({ rows }) => rows);
const row = (id: string, from = rows) => from.find(({ claim }) => claim.id === id)!;
const options = (name: string, from = facets) =>
  from.find((facet) => facet.name === name)?.groups.flatMap(({ options }) => options.map(({ value, label }) => [value, label]));

test('every claim once, under its account, in the order of publication and of the document', () => {
  expect(accounts.map(({ article, rows }) => [article.id, rows.map(({ claim }) => claim.id)])).toEqual([
    ['post-1901', ['sacks-p', 'hurt-p', 'again-p', 'late-p']],
    ['gazette-1901', ['fire-g', 'sacks-g', 'smoke-g', 'bridge-g', 'hurt-g']],
  ]);
});

test('a row knows the kind of its voice, and the entities it is about, that speak in it, and whose event it tells', () => {
  expect(row('hurt-g')).toMatchObject({ voice: 'named', entities: ['ada-lind'] });
  expect([...row('sacks-g').entities].sort()).toEqual(['granary-fire', 'vell']);
  expect(row('smoke-g').voice).toBe('anonymous');
  expect(row('late-p')).toMatchObject({ voice: 'unattributed', entities: ['harbour-guard'] });
});

test('a choice for every facet that leaves one', () => {
  expect(options('account')).toEqual([
    ['post-1901', 'P · The granary burns'],
    ['gazette-1901', 'G · Fire at the Vell granary'],
  ]);
  expect(options('voice')!.map(([value]) => value)).toEqual(['named', 'anonymous', 'unattributed']);
  expect(options('stance')!.map(([value]) => value)).toEqual(['asserted', 'predicted']);
  expect(facets.find(({ name }) => name === 'entity')!.groups.map(({ label }) => label)).toEqual(['People', 'Groups', 'Places', 'Events']);
  expect(options('year')).toEqual([
    ['1901', '1901'],
    ['undated', 'no date'],
  ]);
});

test('a date counts in every year that it touches; an open one in the year of the end that it has', async () => {
  const { accounts, facets } = await ledger(
    changedCorpus({
      'claims/gazette-1901.yaml': (text) =>
        text
          .replace('when: 1901-04-30', 'when: 1899/1901-04')
          .replace('at: "3.2"', 'at: "3.2"\n  when: 1900-05~')
          .replace('at: "3.3"', 'at: "3.3"\n  when: ../1899'),
    }),
  );
  const rows = accounts.flatMap(({ rows }) => rows);
  expect(options('year', facets)!.map(([value]) => value)).toEqual(['1899', '1900', '1901', 'undated']);
  expect(row('fire-g', rows).years).toEqual(['1899', '1900', '1901']);
  expect(row('sacks-g', rows).years).toEqual(['1900']);
  expect(row('smoke-g', rows).years).toEqual(['1899']);
  expect(row('bridge-g', rows)).toMatchObject({ years: ['undated'], dateRank: undefined });
  expect(['smoke-g', 'fire-g', 'sacks-g'].map((id) => row(id, rows).dateRank)).toEqual([0, 1, 2]);
});

test('a facet with one option leaves no choice and is left out', async () => {
  const { facets } = await ledger(changedCorpus({ 'claims/post-1901.yaml': swap('stance: predicted', 'stance: asserted') }));
  expect(facets.map(({ name }) => name)).toEqual(['account', 'kind', 'voice', 'entity', 'year']);
});
