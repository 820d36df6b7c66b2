import { expect, test } from 'vitest';
import { firstOf } from '../../src/components/limits.ts';
import { accountLinks, sigla } from '../../src/components/references.ts';
import { buildEdition } from '../../src/edition.ts';
import { paths } from '../../src/urls.ts';
import { smallCorpus } from '../small-corpus.ts';

const { corpus } = (await buildEdition(smallCorpus)).edition;
const sources = [...corpus.sources.values()];

test('what is first and what is left of a list are all of it, and a list that fits is whole', () => {
  expect(firstOf([1, 2, 3], 2)).toEqual({ first: [1, 2], rest: [3] });
  expect(firstOf([1, 2, 3], 3)).toEqual({ first: [1, 2, 3], rest: [] });
});

test('sigla, or how many there would be', () => {
  expect(sigla(sources, 2).text).toContain('>P</abbr>');
  expect(sigla(sources, 1).text).toBe('<small>2 accounts</small>');
});

test('accounts left out of a list are links', () => {
  const accounts = [...corpus.articles.values()].map(({ id, source }) => ({ article: id, source: corpus.sources.get(source)! }));
  expect(accountLinks(paths.entity('vell'), accounts).text.match(/href="[^"]*"|>\w</g)).toEqual([
    'href="../articles/post-1901.html"',
    '>P<',
    'href="../articles/gazette-1901.html"',
    '>G<',
  ]);
});
