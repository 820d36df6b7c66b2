import { expect, test } from 'vitest';
import { narrow, ranks } from '../../src/client/facets.ts';

const rows = [
  { kind: ['event'], voice: ['named'], entity: ['vell', 'bay'] },
  { kind: ['event'], voice: ['anonymous'], entity: ['vell'] },
  { kind: ['control'], voice: ['anonymous'], entity: [] },
];
const facets = ['kind', 'voice', 'entity'];
const counts = (wanted: Record<string, string>) =>
  Object.fromEntries(
    [...narrow(rows, facets, new Map(Object.entries(wanted))).counts].map(([facet, own]) => [facet, Object.fromEntries(own)]),
  );

test.each([
  [{}, [true, true, true]],
  [{ kind: 'event' }, [true, true, false]],
  [{ entity: 'bay' }, [true, false, false]],
  [{ kind: 'event', voice: 'anonymous' }, [false, true, false]],
  [{ kind: 'nothing' }, [false, false, false]],
])('%j', (wanted, shown) => {
  expect(narrow(rows, facets, new Map(Object.entries(wanted))).shown).toEqual(shown);
});

test('a count says how many rows that value would leave with the other facets as they are', () => {
  expect(counts({})).toEqual({ kind: { event: 2, control: 1 }, voice: { named: 1, anonymous: 2 }, entity: { vell: 2, bay: 1 } });
  expect(counts({ kind: 'event' })).toEqual({
    kind: { event: 2, control: 1 },
    voice: { named: 1, anonymous: 1 },
    entity: { vell: 2, bay: 1 },
  });
  expect(counts({ kind: 'control', voice: 'named' })).toEqual({ kind: { event: 1 }, voice: { anonymous: 1 }, entity: {} });
});

test('equal values share a place', () => {
  expect(ranks(['b', 'a', 'b', 'ä'])).toEqual([1, 0, 1, 2]);
});
