import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { feed } from '../../src/exports/feed.ts';
import { changedCorpus } from '../small-corpus.ts';

test('accounts and questions, each with its whole address', async () => {
  const site = (text: string) => text.replace('title: Vell', 'title: R&D <Vell>').concat('base: https://example.org/vell\n');
  const { corpus } = await buildCorpus(changedCorpus({ 'site.yaml': site }));
  const document = new DOMParser().parseFromString(feed(corpus), 'application/xml');
  const all = (name: string) => Array.from(document.getElementsByTagName(name), ({ textContent }) => textContent);
  expect(all('title')).toEqual(['R&D <Vell> Annotated', 'The granary burns', 'Fire at the Vell granary', 'How many sacks burned?']);
  expect(all('guid')).toEqual([
    'https://example.org/vell/articles/post-1901.html',
    'https://example.org/vell/articles/gazette-1901.html',
    'https://example.org/vell/questions/how-many-sacks.html',
  ]);
  expect(document.getElementsByTagName('atom:link')[0]!.getAttribute('href')).toBe('https://example.org/vell/feed.xml');
});
