import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { cutFiles } from '../../src/integrations/search-chunks.ts';

const read = (content: Uint8Array) => gunzipSync(content).subarray('pagefind_dcd'.length);

test('every word is in one chunk, which the list of chunks names', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  const words = Array.from({ length: 4000 }, (_, i) => `w${((i * 7919) % 46_656).toString(36)}x`);
  for (let page = 0; page < 4; page++)
    await index!.addHTMLFile({
      url: `${page}.html`,
      content: `<html lang="en"><main data-pagefind-body><h1 id="h">T</h1><p id="p">${words.slice(page * 1000, page * 1000 + 1000).join(' ')}</p></main></html>`,
    });
  const { files } = await index!.getFiles();
  await pagefind.close();
  const own = cutFiles(files);
  const chunks = own.filter(({ path }) => path.endsWith('.pf_index'));
  const wordsOf = (content: Uint8Array) => (decode(read(content), { allowIndefinite: true }) as [[string][]])[0].map(([word]) => word);
  const before = files.filter(({ path }) => path.endsWith('.pf_index')).flatMap(({ content }) => wordsOf(content));
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.flatMap(({ content }) => wordsOf(content)).sort()).toEqual(before.sort());

  const meta = own.find(({ path }) => path.endsWith('.pf_meta'))!;
  const [, , entries] = decode(read(meta.content), { allowIndefinite: true }) as [string, unknown, [string, string, string][]];
  for (const { path, content } of chunks) {
    const list = wordsOf(content);
    expect(entries).toContainEqual([list[0], list.at(-1), /^index\/(.*)\.pf_index$/.exec(path)![1]]);
  }
});
