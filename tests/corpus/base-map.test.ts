import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { formatProblems } from '../../src/corpus/problems.ts';
import { record, baseMap, topology } from '../small-base-map.ts';
import { changedCorpus } from '../small-corpus.ts';
import type { Edit } from '../small-corpus.ts';

const reversed = { ...topology, arcs: topology.arcs.map((arc) => arc.toReversed()) };
const damaged = { ...topology, objects: { ...topology.objects, land: { type: 'Polygon', arcs: [[7]] } } };
const swapped = (from: string, to: string) => ({ 'geo/vell.yaml': record.replace(from, to) });
const shapes = (of: object) => ({ 'geo/vell.topojson': JSON.stringify(of) });

test('a base map has its layers with their shapes', async () => {
  const { corpus, problems } = await buildCorpus(changedCorpus(baseMap));
  expect(problems).toEqual([]);
  const map = corpus.maps.get('vell')!;
  expect(map.views.map(({ id }) => id)).toEqual(['town', 'coast']);
  expect(map.layers.map(({ object, shapes }) => [object, shapes.map(({ geometry }) => geometry.type)])).toEqual([
    ['land', ['Polygon']],
    ['lake', ['Polygon']],
    ['names', ['Point']],
  ]);
});

test('a corpus without a base map has none', async () => {
  const { corpus } = await buildCorpus(changedCorpus());
  expect(corpus.maps.size).toBe(0);
});

const bad: [what: string, edits: Record<string, Edit | undefined>, file: string, line: number, rule: string, hint?: string][] = [
  ['a record without shapes', { 'geo/vell.topojson': undefined }, 'geo/vell.yaml', 1, 'geo/no-topology'],
  ['shapes without a record', { 'geo/vell.yaml': undefined }, 'geo/vell.topojson', 1, 'geo/no-record'],
  ['a misspelt object', swapped('object: lake', 'object: lakes'), 'geo/vell.yaml', 4, 'geo/unknown-object', 'Did you mean lake?'],
  [
    'a misspelt layer of a view',
    swapped('layers: [land, lake', 'layers: [land, lke'),
    'geo/vell.yaml',
    14,
    'geo/unknown-layer',
    'Did you mean lake?',
  ],
  ['a view twice', swapped('id: coast', 'id: town'), 'geo/vell.yaml', 11, 'ids/duplicate'],
  ['an extent inside out', swapped('west: 10,', 'west: 11,'), 'geo/vell.yaml', 9, 'schema/invalid-value'],
  ['an unknown way to draw', swapped('draw: lake', 'draw: lak'), 'geo/vell.yaml', 4, 'schema/invalid-value', 'Did you mean lake?'],
  ['a layer without a licence', swapped(', licence: CC0 }', ' }'), 'geo/vell.yaml', 3, 'schema/missing-field'],
  ['a name that is an area', swapped('draw: lake', 'draw: name'), 'geo/vell.yaml', 4, 'geo/no-name'],
  ['rings that run the wrong way', shapes(reversed), 'geo/vell.yaml', 3, 'geo/winding'],
  ['an arc that is missing', shapes(damaged), 'geo/vell.yaml', 3, 'geo/unreadable-object'],
  ['shapes that are not TopoJSON', shapes({ type: 'FeatureCollection', features: [] }), 'geo/vell.topojson', 1, 'schema/invalid-value'],
  ['shapes that are not JSON', { 'geo/vell.topojson': '{"type": ' }, 'geo/vell.topojson', 1, 'yaml/syntax'],
  [
    'a file with another ending',
    { 'geo/vell.geojson': '{}' },
    'geo/vell.geojson',
    1,
    'files/unexpected',
    'Files in geo/ end in .yaml or .topojson.',
  ],
];

test.each(bad)('%s is reported', async (_, edits, file, line, rule, hint) => {
  const merged = { ...baseMap, ...edits };
  const present = Object.fromEntries(Object.entries(merged).filter(([, edit]) => edit !== undefined));
  const { problems } = await buildCorpus(changedCorpus(present));
  const found = problems.filter((problem) => problem.rule === rule);
  expect(
    found.map((problem) => [problem.file.replace(/^.*\/content\//, ''), problem.line]),
    formatProblems(problems),
  ).toContainEqual([file, line]);
  if (hint !== undefined) expect(found.map((problem) => problem.hint)).toContain(hint);
});

test('a record that cannot be read does not make its shapes wrong as well, nor the other way round', async () => {
  for (const edits of [swapped('note', 'nte'), { 'geo/vell.topojson': '{}' }]) {
    const { problems } = await buildCorpus(changedCorpus({ ...baseMap, ...edits }));
    expect(problems.filter(({ rule }) => rule.startsWith('geo/'))).toEqual([]);
    expect(problems).not.toEqual([]);
  }
});
