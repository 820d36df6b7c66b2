import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { expect, test } from 'vitest';
import { gexf } from '../../src/exports/gexf.ts';
import { corpusWithTies, corpusWithoutTies } from '../network/vell.ts';

test('another reader finds every actor and tie with who says so', async () => {
  const graph = parse(MultiGraph, gexf(await corpusWithTies()));
  expect(graph.nodes()).toEqual(['ada-lind', 'harbour-guard', 'harbour-post', 'northern-guard']);
  expect(graph.getNodeAttributes('harbour-guard')).toMatchObject({ label: 'Harbour Guard', type: 'group', claims: 4, community: 1 });
  const edges = graph.mapEdges((_, attributes, from, to, _a, _b, undirected) => ({ from, to, undirected, ...attributes }));
  expect(edges).toHaveLength(6);
  expect(edges).toContainEqual(
    expect.objectContaining({
      from: 'harbour-guard',
      to: 'northern-guard',
      undirected: true,
      type: 'fights-against',
      when: '1901-04',
      accounts: 'post-1901 gazette-1901',
      evidence: 'late-p bridge-g',
      weight: 2,
    }),
  );
  expect(edges).toContainEqual(expect.objectContaining({ from: 'ada-lind', to: 'northern-guard', undirected: false, type: 'member-of' }));
  expect(edges.filter(({ type }) => type === 'named-together')).toHaveLength(4);
});

test('marks in names are escaped', async () => {
  const corpus = await corpusWithTies();
  const entities = new Map(corpus.entities);
  entities.set('harbour-guard', { ...entities.get('harbour-guard')!, name: 'Guard & “Sons” <"1901">' });
  const graph = parse(MultiGraph, gexf({ ...corpus, entities }));
  expect(graph.getNodeAttribute('harbour-guard', 'name')).toBe('Guard & “Sons” <"1901">');
});

test('without ties it holds the actors alone', async () => {
  const graph = parse(MultiGraph, gexf(await corpusWithoutTies()));
  expect([graph.order, graph.size]).toEqual([3, 0]);
});
