import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { corpusGraph } from '../../src/exports/linked-data.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';
import type { Edit } from '../small-corpus.ts';

type Node = Record<string, unknown>;
const graphOf = async (edits: Record<string, Edit>) => {
  const { corpus, problems } = await buildCorpus(changedCorpus(edits));
  expect(problems).toEqual([]);
  // As a reader of the file has it: what is undefined is not there.
  return JSON.parse(JSON.stringify(corpusGraph(corpus))) as { '@context': Node; '@graph': Node[] };
};
const small = JSON.parse(JSON.stringify(corpusGraph((await buildCorpus(smallCorpus)).corpus))) as Awaited<ReturnType<typeof graphOf>>;
const find = (id: string, { '@graph': graph } = small) => graph.find((node) => node['@id'] === id);

test('an account is based on its source', () => {
  expect(find('../articles/post-1901.html')).toMatchObject({
    '@type': ['Article', 'prov:Entity'],
    'isBasedOn': '../sources/post-1901.html',
    'prov:hadPrimarySource': '../sources/post-1901.html',
  });
});

test('a source has its dates as sure as they are, and its custody, the last step first', async () => {
  expect(find('../sources/gazette-1901.html')).toMatchObject({
    '@type': ['NewsArticle', 'prov:Entity'],
    'author': ['../entities/ada-lind.html'],
    'datePublished': '1901-05-03',
    'temporalCoverage': { '@type': 'edtf:EDTF', '@value': '1901-04-30/1901-05-01' },
    'encoding': {
      '@id': expect.stringMatching(/^urn:sha256:[0-9a-f]{64}$/) as string,
      'prov:wasDerivedFrom': {
        'name': 'published',
        'prov:wasAttributedTo': '../entities/vell-gazette.html',
        'prov:wasDerivedFrom': {
          'name': 'written',
          'prov:wasAttributedTo': '../entities/ada-lind.html',
          'prov:generatedAtTime': { '@type': 'xsd:date', '@value': '1901-05-03' },
        },
      },
    },
  });
  expect(find('../sources/post-1901.html')!.datePublished).toEqual({ '@type': 'edtf:EDTF', '@value': '1901-05~' });
  const translated = await graphOf({ 'sources/post-1901.yaml': swap('language: en', 'language: en\noriginalLanguage: ar') });
  expect(find('../sources/post-1901.html', translated)!.translationOfWork).toEqual({ '@type': 'CreativeWork', 'inLanguage': 'ar' });
});

test('a claim is in our words, with who says it, where it appears and its figures', () => {
  expect(find('../claims/gazette-1901.html#sacks-g')).toEqual({
    '@id': '../claims/gazette-1901.html#sacks-g',
    '@type': 'Claim',
    'text': 'About 40 sacks of grain burned.',
    'isPartOf': '../articles/gazette-1901.html',
    'appearance': '../sources/gazette-1901.html',
    'cito:containsAssertionFrom': '../sources/gazette-1901.html',
    'keywords': ['#supply', '#asserted'],
    'spatialCoverage': ['../entities/vell.html'],
    'about': ['../entities/granary-fire.html'],
    'creditText': 'the harbour master › Vell Gazette',
    'prov:wasAttributedTo': ['../entities/vell-gazette.html'],
    'mentions': [
      { '@type': 'QuantitativeValue', 'name': 'sacks of grain burned', 'description': 'about 40 sacks of grain burned', 'value': 40 },
    ],
  });
  expect(find('../claims/post-1901.html#sacks-p')!.mentions).toEqual([
    { '@type': 'QuantitativeValue', 'name': 'sacks lost', 'description': 'more than 60 sacks lost', 'minValue': 60 },
  ]);
  expect(find('../claims/gazette-1901.html#hurt-g')!.author).toBe('../entities/ada-lind.html');
});

test('entities have names with their languages and identifiers elsewhere', async () => {
  const graph = await graphOf({ 'entities/place/vell.md': swap('position:', 'ids: { wikidata: Q1, geonames: "2" }\nposition:') });
  expect(find('../entities/vell.html', graph)).toMatchObject({
    '@type': 'Place',
    'alternateName': [{ '@language': 'ar', '@value': 'فل' }],
    'sameAs': ['http://www.wikidata.org/entity/Q1', 'https://sws.geonames.org/2/'],
    'geo': { '@type': 'GeoCircle', 'geoMidpoint': { latitude: 59.5, longitude: 10.25 }, 'geoRadius': 500 },
  });
  expect(find('../entities/granary-fire.html')).toMatchObject({
    startDate: '1901-04-30',
    subjectOf: ['../claims/gazette-1901.html#fire-g', '../claims/post-1901.html#sacks-p'],
  });
});

describe('claims of a question', () => {
  const question = 'questions/how-many-sacks.yaml';

  test('stand to each other only as its record says', async () => {
    expect(JSON.stringify(small['@graph'])).not.toMatch(/cito:(agrees|disagrees|qualifies)/);
    const pair = 'settle: [x]\npairs: [{ claim: sacks-p, relation: disagreesWith, with: sacks-g }]';
    const graph = await graphOf({ [question]: swap('settle: [The granary’s book.]', pair) });
    expect(find('../claims/post-1901.html#sacks-p', graph)!['cito:disagreesWith']).toEqual(['../claims/gazette-1901.html#sacks-g']);
    expect(JSON.stringify(graph).match(/"cito:disagreesWith":\[/g)).toHaveLength(1);
  });

  test('are its answers, and what the accounts agree on and not are its comments', () => {
    expect(find('../questions/how-many-sacks.html')).toMatchObject({
      suggestedAnswer: [{ text: 'about 40', isBasedOn: '../claims/gazette-1901.html#sacks-g' }, { text: 'more than 60' }],
      comment: [{ name: 'agree' }, { name: 'conflict', text: 'The figures exclude each other.' }, { name: 'settle' }],
    });
  });
});

test('everything named is in the graph, and nobody is rated', () => {
  const ids = new Set(small['@graph'].map((node) => node['@id']));
  const text = JSON.stringify(small['@graph']);
  expect([...text.matchAll(/"((?:\.\.\/|#)[^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
  expect(text).not.toContain('ClaimReview');
});

test('the address of the site is the base of the file’s', async () => {
  expect(small['@context']).not.toHaveProperty('@base');
  const graph = await graphOf({ 'site.yaml': (text) => `${text}base: https://example.org/vell\n` });
  expect(graph['@context']['@base']).toBe('https://example.org/vell/data/corpus.jsonld');
});
