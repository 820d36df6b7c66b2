import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { citation, citationFormats, cslItem } from '../../src/exports/citations.ts';
import { smallCorpus } from '../small-corpus.ts';

const { corpus } = await buildCorpus(smallCorpus);
const [post, gazette] = [corpus.sources.get('post-1901')!, corpus.sources.get('gazette-1901')!];

test('a printed date is whole; an inferred one is as exact as it is sure, and the note says so', () => {
  expect(cslItem(gazette, corpus)).toEqual({
    'id': 'gazette-1901',
    'citation-key': 'gazette-1901',
    'type': 'article-newspaper',
    'title': 'Fire at the Vell granary',
    'author': [{ family: 'Lind', given: 'Ada' }],
    'container-title': 'Vell Gazette',
    'issued': { 'date-parts': [[1901, 5, 3]] },
    'language': 'en',
  });
  expect(cslItem(post, corpus)).toMatchObject({
    issued: { 'date-parts': [[1901, 5]] },
    author: [],
    note: 'Published about May 1901 (inferred).',
  });
});

test.each([
  ['bibtex', /^@\w+\{[^]*title = \{Fire at the \{?Vell\}? granary\}[^]*\}\n$/],
  ['ris', /^TY {2}- NEWS\n[^]*TI {2}- Fire at the Vell granary\n[^]*ER {2}- ?\n$/],
  ['data', /"title": "Fire at the Vell granary"/],
] as const)('%s', (name, form) => {
  expect(citation(gazette, corpus, name)).toMatch(form);
});

test.each(['190X', '1901/..', '/1901'])('of %s, which has no one year, only the note tells', (when) => {
  const vague = { ...post, record: { ...post.record, published: { ...post.record.published, when } } };
  for (const { name } of citationFormats) expect(citation(vague, corpus, name)).toContain('(inferred)');
  expect(citation(vague, corpus, 'ris')).not.toMatch(/^(?:DA|PY) /m);
});

test('a long address is whole in RIS', () => {
  const address = `https://example.org/${'long/'.repeat(30)}`;
  const long = { ...post, record: { ...post.record, address } };
  expect(citation(long, corpus, 'ris')).toContain(`UR  - ${address}\n`);
});
