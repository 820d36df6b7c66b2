import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitBlocks, codePoints } from '../../src/corpus/manifest.ts';
import { buildEdition } from '../../src/edition.ts';
import type { Edition } from '../../src/edition.ts';
import { annotations } from '../../src/exports/annotations.ts';
import { changedCorpus, smallCorpus, smallDocuments, swap } from '../small-corpus.ts';

interface Annotation {
  id: string;
  motivation: string;
  body: unknown;
  target: unknown;
}
interface Collection {
  '@context': unknown[];
  'total': number;
  'first': { items: Annotation[] };
}

const read = (edition: Edition | undefined) => JSON.parse(JSON.stringify(annotations(edition!))) as Collection;
const { edition } = await buildEdition(smallCorpus);
const collection = read(edition);
const { items } = collection.first;
const find = (id: string, among = items) => among.find((item) => item.id === id)!;
const gazette = { id: `urn:sha256:${edition.corpus.sources.get('gazette-1901')!.sha256}`, type: 'Text', format: 'text/plain' };
const at = (block: number, start: number, end: number) => ({
  type: 'SpecificResource',
  source: gazette,
  selector: {
    type: 'FragmentSelector',
    conformsTo: '../data.html#linked-data',
    value: `block=${block}`,
    refinedBy: { type: 'TextPositionSelector', start, end },
  },
});

test('one annotation for each claim, note and mention, each with an id of its own', () => {
  expect(Map.groupBy(items, ({ motivation }) => motivation).get('describing')).toHaveLength(edition.corpus.claims.size);
  expect(items.filter(({ motivation }) => motivation === 'identifying')).toHaveLength(edition.mentions.length);
  expect(items).toHaveLength(edition.corpus.claims.size + edition.mentions.length + 1);
  expect([collection.total, new Set(items.map(({ id }) => id)).size]).toEqual([items.length, items.length]);
});

test('a claim describes code points of a block, which are its sentence', () => {
  expect(find('#claim-sacks-g')).toEqual({
    id: '#claim-sacks-g',
    type: 'Annotation',
    motivation: 'describing',
    body: {
      id: '../claims/gazette-1901.html#sacks-g',
      type: 'TextualBody',
      value: 'About 40 sacks of grain burned.',
      format: 'text/plain',
      language: 'en',
    },
    target: at(3, 50, 105),
  });
  const document = splitBlocks(readFileSync(join(smallDocuments, 'gazette-1901.txt'), 'utf8'));
  expect(codePoints(document[2]!, 50, 105)).toMatch(/^Some 40 .*\.$/);
});

test('sentences that follow each other are one target, others are several', async () => {
  const among = async (list: string) => {
    const { edition: changed } = await buildEdition(changedCorpus({ 'claims/gazette-1901.yaml': swap('at: "3.2"', `at: ${list}`) }));
    return find('#claim-sacks-g', read(changed).first.items).target;
  };
  expect(await among('["3.2", "3.3"]')).toEqual(at(3, 50, 164));
  expect(await among('["3.2", "4.1"]')).toEqual([at(3, 50, 105), at(4, 0, 53)]);
});

test('a note that judges assesses its place, one that does not comments', async () => {
  const note = { motivation: 'assessing', body: { id: '../articles/gazette-1901.html#note-tuesday' }, target: at(3, 0, 49) };
  expect(find('#note-gazette-1901-note-tuesday')).toMatchObject(note);
  const whole = changedCorpus({ 'articles/gazette-1901.md': swap('kind=dating at="3.1"', 'kind=context') });
  const { edition: changed } = await buildEdition(whole);
  expect(find('#note-gazette-1901-note-tuesday', read(changed).first.items)).toMatchObject({ motivation: 'commenting', target: gazette });
});

test('a mention identifies a link of the account', () => {
  expect(find('#mention-post-1901-p1-harbour-guard')).toMatchObject({
    body: '../entities/harbour-guard.html',
    target: {
      source: '../articles/post-1901.html',
      selector: { value: '#p1 a[data-entity="harbour-guard"]', refinedBy: { exact: 'Guard' } },
    },
  });
});

test('a document says where it comes from, if that is known', () => {
  expect(find('#claim-hurt-p').target).toMatchObject({ source: { via: 'https://example.org/post/granary' } });
});

test('the address of the site is the base of the file’s', async () => {
  expect(collection['@context']).toEqual(['http://www.w3.org/ns/anno.jsonld']);
  const { edition: based } = await buildEdition(changedCorpus({ 'site.yaml': (text) => `${text}base: https://example.org/vell/\n` }));
  expect(read(based)['@context'][1]).toEqual({ '@base': 'https://example.org/vell/data/annotations.jsonld' });
});
