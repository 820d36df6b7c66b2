import { beforeAll, expect, test } from 'vitest';
import { ingest } from '../../src/corpus/ingest.ts';
import { readText } from '../../src/corpus/reading.ts';
import { identify, sealIndexEntry } from '../../src/corpus/seal-index.ts';
import type { SealIndexEntry } from '../../src/corpus/seal-index.ts';

const documents = {
  ferry: 'The ferry stays in port\n\nThe ferry did not sail on Monday. “It’s too windy,” said the captain.\n\nShare this',
  mill: 'Fire at the mill\n\nThe old mill burned on Sunday. The ferry did not sail on Monday. Nobody was hurt in it.\n\nShare this',
};

let index: SealIndexEntry[];
beforeAll(async () => {
  const options = { file: 'a.txt', terms: [], icu: 'test' };
  const manifests = Object.entries(documents).map(([source, text]) =>
    ingest(new Uint8Array(new TextEncoder().encode(text)), { ...options, source }),
  );
  index = (await Promise.all(manifests)).map((manifest) => sealIndexEntry(manifest.source, manifest));
});

test.each([
  ['the document', documents.ferry, 'ferry'],
  ['the document on one line', documents.mill.replaceAll('\n', ' '), 'mill'],
  ['one that holds a sentence of the other', documents.mill, 'mill'],
  ['one sentence', '  The old mill\nburned on Sunday.  ', 'mill'],
  ['one sentence with other marks', '"It\'s too windy," said the captain.', 'ferry'],
  ['one sentence with a soft hyphen', 'The old mill burned on Sun\u00ADday.', 'mill'],
  ['what stands in many texts', 'Share this', undefined],
  ['another text', 'Snow fell on the hills. Nobody saw it.', undefined],
  ['nothing', '', undefined],
])('%s', async (_, text, id) => {
  expect(identify(await readText(text), index)?.id).toBe(id);
});

test('a record has every seal once', () => {
  for (const { seals } of index) expect(new Set(seals).size).toBe(seals.length);
});
