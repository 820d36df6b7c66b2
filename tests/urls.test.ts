import { expect, test } from 'vitest';
import { canonical, link, paths } from '../src/urls.ts';

test.each([
  [paths.home, paths.article('a'), undefined, 'articles/a.html'],
  [paths.article('a'), paths.home, undefined, '../index.html'],
  [paths.article('a'), paths.entity('b'), 'mentions', '../entities/b.html#mentions'],
  [paths.article('a'), paths.article('a'), 'p1', '#p1'],
  [paths.article('a'), paths.article('a'), undefined, '../articles/a.html'],
  [paths.about, paths.dataFile('manifests/a.json'), undefined, 'data/manifests/a.json'],
])('from %s to %s#%s is %s', (from, to, fragment, expected) => {
  expect(link(from, to, fragment)).toBe(expected);
});

test.each([
  [undefined, paths.home, undefined],
  ['https://example.org', paths.home, 'https://example.org/'],
  ['https://example.org/deep/', paths.article('a'), 'https://example.org/deep/articles/a.html'],
])('under %s the address of %s is %s', (base, to, expected) => {
  expect(canonical(base, to)).toBe(expected);
});
