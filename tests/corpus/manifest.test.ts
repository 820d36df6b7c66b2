import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTerms, ingest } from '../../src/corpus/ingest.ts';
import { codePoints, seal, splitBlocks, splitSentences, verify } from '../../src/corpus/manifest.ts';
import { haveSeeds, seeds } from '../seeds.ts';

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const options = { source: 'a', file: 'a.txt', terms: [], icu: 'test' };

describe('splitBlocks', () => {
  test.each([
    ['lines of white space part blocks', 'a\n \u00A0\t\nb', ['a', 'b']],
    ['runs of white space are one space', '  a\u00A0 b\n\tc  ', ['a b c']],
    ['line ends of every system', 'a\r\n\r\nb\r\rc', ['a', 'b', 'c']],
    ['composed and decomposed letters are one', 'e\u0301', ['\u00E9']],
    ['a byte order mark is not text', '\uFEFFa', ['a']],
    ['nothing', ' \n\n', []],
  ])('%s', (_, text, blocks) => {
    expect(splitBlocks(text)).toEqual(blocks);
  });

  test('cutting blocks a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const once = splitBlocks(lines.join('\n'));
        expect(splitBlocks(once.join('\n\n'))).toEqual(once);
      }),
    );
  });
});

describe('splitSentences', () => {
  test('offsets are code points and leave out the space between', () => {
    const text = '😀 One. “Two?” Three';
    const cut = splitSentences(text).map(({ start, end }) => codePoints(text, start, end));
    expect(cut).toEqual(['😀 One.', '“Two?”', 'Three']);
  });

  test('sentences cover all that is not white space, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        for (const text of splitBlocks(raw)) {
          const parts = splitSentences(text).map(({ start, end }) => codePoints(text, start, end));
          expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        }
      }),
    );
  });
});

test('the seal of a text is the SHA-256 of its UTF-8 bytes', async () => {
  expect(await seal('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

describe('verify', () => {
  const document = 'First block. Second sentence.\n\nAnother block.\n';

  test('every seal of an untouched document holds', async () => {
    const manifest = await ingest(bytes(document), options);
    expect(await verify(manifest, bytes(document))).toEqual({ file: true, checked: 5, broken: [] });
  });

  test('white space may differ, the file is then another', async () => {
    const manifest = await ingest(bytes(document), options);
    expect(await verify(manifest, bytes(document.replaceAll(' ', '\u00A0\n')))).toMatchObject({ file: false, broken: [] });
  });

  test('one changed letter breaks its sentence and its block and no other', async () => {
    const manifest = await ingest(bytes(document), options);
    const { broken } = await verify(manifest, bytes(document.replace('Second', 'second')));
    expect(broken.map(({ block, sentence }) => [block, sentence])).toEqual([
      [1, undefined],
      [1, 2],
    ]);
    expect(broken[1]).toMatchObject({ expected: manifest.blocks[0]!.sentences[1]!.sha256, found: await seal('second sentence.') });
  });

  test('a missing and an added block are named', async () => {
    const manifest = await ingest(bytes(document), options);
    const missing = await verify(manifest, bytes('First block. Second sentence.'));
    expect(missing.broken.map(({ block, found }) => [block, found])).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
    const added = await verify(manifest, bytes(`${document}\nMore.`));
    expect(added.broken).toEqual([{ block: 3, found: await seal('More.') }]);
  });
});

describe('ingest', () => {
  test('roles that an editor set are kept where the block is the same', async () => {
    const earlier = await ingest(bytes('A title here\n\nText that ends.'), options);
    earlier.blocks[1]!.role = 'caption';
    const again = await ingest(bytes('Another title\n\nText that ends.'), { ...options, earlier });
    expect(again.blocks.map(({ role }) => role)).toEqual(['headline', 'caption']);
  });

  test('a document that is not UTF-8 is refused', async () => {
    await expect(ingest(new Uint8Array([0x61, 0xff]), options)).rejects.toThrow(TypeError);
  });

  test.each([
    ['plural, possessive and case', 'Rebels, the rebel’s, REBEL; rebellion', 'rebel', 3],
    ['phrases over white space', 'al-Assad\u00A0forces and al-Assad forces', 'al-Assad forces', 2],
    ['a word in -y', 'militia, militias; mercenaries', 'mercenary', 1],
    ['no part of a word', 'unjihadist jihadists', 'jihadi', 0],
  ])('terms: %s', (_, text, word, count) => {
    expect(countTerms(text, [{ group: 'g', words: [word] }])).toEqual({ [word]: count });
  });
});

test('of two terms, one inside the other, the longer one counts', () => {
  const words = ['harbour guard', 'Northern Harbour Guard'];
  expect(countTerms('The Northern Harbour Guard and the harbour guard’s men', [{ group: 'g', words }])).toEqual({
    'harbour guard': 1,
    'Northern Harbour Guard': 1,
  });
});

const vectors = [
  ['000_36693c1248e8b1cd.txt', 5791, 17, 'aecd5ec53cfb8471', 'b85afc5c6703ac56'],
  ['001_9bddc2469977b160.txt', 26572, 82, '6cd6c13bb7d1837e', 'c43db8aa3dea0509'],
  ['002_98dac285ad9f0e24.txt', 2163, 9, 'c887f134c26ea831', '720e280e1ab28fa6'],
  ['003_2df66e9c9227f2b9.txt', 7945, 31, 'ebf1a9f3281118b1', '9b35821cb14c0db8'],
  ['004_590804bac0740253.txt', 5090, 26, '360ccdd37c3e696b', '041b61d9f77547e9'],
] as const;

describe.skipIf(!haveSeeds)('the five documents (skipped where they are not at hand)', () => {
  test.each(vectors)('%s', async (file, size, blocks, first, last) => {
    const manifest = await ingest(new Uint8Array(readFileSync(join(seeds, file))), { ...options, file });
    expect(manifest.bytes).toBe(size);
    expect(manifest.blocks).toHaveLength(blocks);
    expect(manifest.blocks[0]!.sha256.slice(0, 16)).toBe(first);
    expect(manifest.blocks.at(-1)!.sha256.slice(0, 16)).toBe(last);
  });
});
