import { expect, test } from 'vitest';
import { sourceTitle } from '../../src/components/references.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { changedCorpus, swap } from '../small-corpus.ts';

test('a title in another language than the site’s says so, and has its own direction', async () => {
  const foreign = {
    'sources/gazette-1901.yaml': (text: string) => swap('language: en', 'language: ar')(text).replace(/title: .*/, 'title: حريق'),
  };
  const { corpus } = await buildCorpus(changedCorpus(foreign));
  expect(sourceTitle(corpus.sources.get('gazette-1901')!).text).toBe('<bdi lang="ar">حريق</bdi>');
  expect(sourceTitle(corpus.sources.get('post-1901')!).text).toBe(corpus.sources.get('post-1901')!.record.title);
});
