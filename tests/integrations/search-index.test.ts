import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openIndex } from '../../src/integrations/search-index.ts';
import { paths } from '../../src/urls.ts';

test('pages are indexed with what is added to them', async () => {
  const index = await openIndex(
    'en',
    new Map([[paths.article('a'), { facets: { kind: ['account'], year: ['2015', '2016'] }, html: '<dd id="c1">Added words</dd>' }]]),
  );
  await index.add(paths.article('a'), '<main data-pagefind-body><h1>Account</h1>');
  await index.add(paths.articles, '<main data-pagefind-body><h1>List</h1>');
  const { files, facets } = await index.close();
  const fragments = files.filter(({ path }) => path.endsWith('.pf_fragment'));
  const texts = fragments.map(({ content }) => gunzipSync(content).toString()).sort();
  expect(texts).toHaveLength(2);
  expect(facets).toEqual({ kind: { account: [0], page: [1] }, account: {}, type: {}, year: { 2015: [0], 2016: [0] } });
  expect(texts.find((text) => text.includes('Account'))).toMatch(/"url":"\/?articles\/a\.html".*Added words/);
  expect(texts.find((text) => text.includes('List'))).not.toContain('Added words');
});
