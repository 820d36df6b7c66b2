import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { cutFiles, indexOf } from '../../src/integrations/search-chunks.ts';
import { readFacets, writeFacets } from '../../src/search/facets.ts';
import type { FacetFile } from '../../src/search/facets.ts';
import { facetsName } from '../../src/search/index-files.ts';
import { partLength } from '../../src/search/lookup.ts';
import type { PageText } from '../../src/search/lookup.ts';

const read = (content: Uint8Array) => gunzipSync(content).subarray('pagefind_dcd'.length);

test('every word is in one chunk, the only one in whose range it is, a short word at the end of one too', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  const words = Array.from({ length: 4000 }, (_, i) => `${['w', 'in'][i % 2]!}${((i * 7919) % 46_656).toString(36)}x`);
  for (let page = 0; page < 4; page++)
    await index!.addHTMLFile({
      url: `${page}.html`,
      content: `<html lang="en"><main data-pagefind-body><h1 id="h">T</h1><p id="p">${words.slice(page * 1000, page * 1000 + 1000).join(' in ')}</p></main></html>`,
    });
  const { files } = await index!.getFiles();
  await pagefind.close();
  const { own } = await cutFiles(files, writeFacets([]));
  const chunks = own.filter(({ path }) => path.endsWith('.pf_index'));
  const wordsOf = (content: Uint8Array) => (decode(read(content), { allowIndefinite: true }) as [[string][]])[0].map(([word]) => word);
  const before = files.filter(({ path }) => path.endsWith('.pf_index')).flatMap(({ content }) => wordsOf(content));
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.flatMap(({ content }) => wordsOf(content)).sort()).toEqual(before.sort());

  const meta = own.find(({ path }) => path.endsWith('.pf_meta'))!;
  const [, , entries] = decode(read(meta.content), { allowIndefinite: true }) as [string, unknown, [string, string, string][]];
  for (const { path, content } of chunks)
    for (const word of wordsOf(content))
      expect(entries.filter(([from, to]) => from <= word && word <= to).map(([, , hash]) => `index/${hash}.pf_index`)).toEqual([path]);
});

test('pages are listed in the order in which Pagefind was given the pages', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  const urls = ['b.html', 'c/a.html', 'a.html'];
  for (const url of urls) await index!.addHTMLFile({ url, content: `<html lang="en"><main data-pagefind-body>Page ${url}</main></html>` });
  const { files } = await index!.getFiles();
  await pagefind.close();
  const { own } = await cutFiles(files, writeFacets([]));
  const urlOf = (id: string) =>
    (JSON.parse(read(own.find(({ path }) => path.endsWith(`/${id}.pf_fragment`))!.content).toString()) as { url: string }).url;
  expect(indexOf(own).ids.map(urlOf)).toEqual(urls);
});

test('the words of a long text are in parts, those of a short one with it', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  const words = Array.from({ length: 1000 }, (_, i) => `word${i}`);
  const add = (url: string, text: string) =>
    index!.addHTMLFile({ url, content: `<html lang="en"><main data-pagefind-body><p id="p">${text}</p></main></html>` });
  await add('long.html', words.join('\n'));
  await add('short.html', words.slice(0, 9).join(' '));
  const { files } = await index!.getFiles();
  await pagefind.close();
  const { own } = await cutFiles(files, writeFacets([]));
  const textOf = (path: string) => read(own.find((file) => file.path === path)!.content).toString();
  const [long, short] = indexOf(own).ids.map((id) => ({ id, ...(JSON.parse(textOf(`fragment/${id}.pf_fragment`)) as PageText) }));
  expect(long).toMatchObject({ url: 'long.html', content: '', length: 1000, anchors: [{ id: 'p' }] });
  const parts = [0, 1, 2, 3].map((part) => textOf(`fragment/${long!.id}-${part}.pf_fragment`).split(' '));
  expect(parts.flat().map((word) => word.replace('.', ''))).toEqual(words);
  expect(parts.map((part) => part.length)).toEqual([partLength, partLength, partLength, 1000 - 3 * partLength]);
  expect(short!.content.split(' ')).toHaveLength(9);
});

test('what results can be narrowed to is a file of the index, and another makes another index', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  await index!.addHTMLFile({ url: 'a.html', content: '<html lang="en"><main data-pagefind-body>Page</main></html>' });
  const { files } = await index!.getFiles();
  await pagefind.close();
  const made = await Promise.all(['page', 'name'].map((kind) => cutFiles(files, writeFacets([{ kind: [kind] }]))));
  const [one, other] = made.map(({ own }) => {
    const { name, ids } = indexOf(own);
    expect(Buffer.from(own.find(({ path }) => path.endsWith('pagefind-entry.json'))!.content).toString()).toContain(name);
    const file = own.find(({ path }) => path === facetsName(name))!;
    return { name, values: readFacets(JSON.parse(read(file.content).toString()) as FacetFile, ids).get(ids[0]!) };
  });
  expect([one!.values, other!.values]).toEqual([{ kind: ['page'] }, { kind: ['name'] }]);
  expect(one!.name).not.toBe(other!.name);
});
