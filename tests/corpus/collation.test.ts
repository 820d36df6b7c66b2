import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { collate, countSeals } from '../../src/corpus/collation.ts';
import type { Collation } from '../../src/corpus/collation.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { readText } from '../../src/corpus/reading.ts';
import type { Manifest } from '../../src/corpus/schema.ts';

const document = `The ferry stays in port

By Ida Holm, 4 March 1902

The ferry did not sail on Monday. “The wind’s too strong,” the captain said. Twelve travellers slept at the inn.

A second storm is expected.

The mayor asked for a new pier. It would cost 300 crowns. The council will vote in May.

Subscribe to the Gazette`;

let manifest: Manifest;
const options = { source: 'ferry', file: 'ferry.txt', terms: [], icu: 'test' };
beforeAll(async () => {
  manifest = await ingest(new Uint8Array(new TextEncoder().encode(document)), options);
});
const collateText = async (text: string) => collate(manifest.blocks, await readText(text));
const counts = (collation: Collation) => [
  countSeals(collation, 'holds'),
  countSeals(collation, 'typography'),
  countSeals(collation, 'broken'),
];
/** What is not as sealed: state, locators, text. */
const gaps = ({ rows }: Collation) =>
  rows.flatMap(({ parts }) =>
    parts
      .filter(({ state }) => state !== 'holds' && state !== 'typography')
      .map(({ state, sentences, text }) => [state, sentences.map(({ block, sentence }) => `${block}.${sentence}`).join(' '), text]),
  );

describe('a text whose seals all hold', () => {
  test.each([
    ['the document', document],
    ['line ends of Windows', document.replaceAll('\n', '\r\n')],
    ['no blank line', document.replaceAll('\n\n', '\n')],
    ['all on one line', document.replaceAll('\n\n', ' ')],
    ['a line for every word', document.replaceAll(/\s+/g, '\n')],
    ['a blank line after every word', document.replaceAll(/\s+/g, '\n\n')],
    ['no-break spaces, doubled, indented', document.replaceAll(' ', '\u00A0 ').replaceAll('\n\n', '\n\n\t')],
    ['decomposed letters', document.normalize('NFD')],
  ])('%s', async (_, text) => {
    const collation = await collateText(text);
    expect(counts(collation)).toEqual([16, 0, 0]);
    expect(gaps(collation)).toEqual([]);
    expect(collation.inOrder).toBe(true);
    expect(collation.length).toBe(collation.sealed);
    expect(collation.rows.map(({ block }) => block)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('any text that does not repeat itself holds its own seals, however it is wrapped', async () => {
  const word = fc.constantFrom('Vell', 'grain.', '“No.”', 'e\u0301', '😀', '1901', 'Mr.', 'sacks?', '—', 'قلعة');
  const space = fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\u00A0 ');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(word, space), { minLength: 1 }), fc.array(space, { minLength: 1 }), async (words, spaces) => {
      const numbered = words.map(([own], i) => own.replace(/(?=\p{P}*$)/u, String(i)));
      const text = numbered.map((own, i) => own + words[i]![1]).join('');
      const again = numbered.map((own, i) => own + spaces[i % spaces.length]!).join('');
      const { blocks } = await ingest(new Uint8Array(new TextEncoder().encode(text)), options);
      const collation = await collate(blocks, await readText(again));
      expect(countSeals(collation, 'broken')).toBe(0);
      expect(collation.sealed).toBe(
        blocks.reduce((sum, block) => sum + block.sentences.reduce((n, { start, end }) => n + end - start, 0), 0),
      );
    }),
  );
});

describe('another version', () => {
  test.each([
    ['a changed sentence', ['300 crowns', '400 crowns'], [14, 0, 2], [['differs', '5.2', 'It would cost 400 crowns.']]],
    ['a changed first sentence', ['The ferry did', 'The ship did'], [14, 0, 2], [['differs', '3.1', 'The ship did not sail on Monday.']]],
    ['a missing sentence', [' It would cost 300 crowns.', ''], [14, 0, 2], [['absent', '5.2', '']]],
    ['a missing block', ['A second storm is expected.\n\n', ''], [14, 0, 2], [['absent', '4.1', '']]],
    [
      'missing blocks, one row each',
      [/A second.*May\./s, ''],
      [10, 0, 6],
      [
        ['absent', '4.1', ''],
        ['absent', '5.1 5.2 5.3', ''],
      ],
    ],
    ['an added sentence', ['300 crowns.', '300 crowns. Or more.'], [15, 0, 1], [['added', '', 'Or more.']]],
    ['an added block', ['A second', 'Read also:\n\nA second'], [16, 0, 0], [['added', '', 'Read also:']]],
    [
      'sentences made one',
      ['crowns. The', 'crowns; the'],
      [13, 0, 3],
      [['differs', '5.2 5.3', 'It would cost 300 crowns; the council will vote in May.']],
    ],
    [
      'two changed blocks, paired',
      [/By Ida.*A second/s, 'By Jo Holm\n\nNobody sailed.\n\nA second'],
      [10, 0, 6],
      [
        ['differs', '2.1', 'By Jo Holm'],
        ['differs', '3.1 3.2 3.3', 'Nobody sailed.'],
      ],
    ],
    [
      'two changed blocks become one',
      [/By Ida.*A second/s, 'Nobody sailed.\n\nA second'],
      [10, 0, 6],
      [['differs', '2.1 3.1 3.2 3.3', 'Nobody sailed.']],
    ],
    ['the page’s furniture in place of ours', [/Subscribe.*/s, 'Share\n\nPrint'], [14, 0, 2], [['differs', '6.1', 'Share\nPrint']]],
    [
      'a part',
      [/.*(?=The mayor)/s, ''],
      [6, 0, 10],
      [
        ['absent', '1.1', ''],
        ['absent', '2.1', ''],
        ['absent', '3.1 3.2 3.3', ''],
        ['absent', '4.1', ''],
      ],
    ],
  ] as const)('%s', async (_, [from, to], expected, differences) => {
    const text = document.replace(from, to);
    expect(text).not.toBe(document);
    const collation = await collateText(text);
    expect(counts(collation)).toEqual(expected);
    expect(gaps(collation)).toEqual(differences);
  });

  test('a sentence that differs stands in its block, between those that hold', async () => {
    const { rows } = await collateText(document.replace('300', '400'));
    expect(rows.find(({ block }) => block === 5)?.parts.map(({ state }) => state)).toEqual(['holds', 'differs', 'holds']);
  });

  test('blocks in another order hold all the same, and it is said', async () => {
    const blocks = document.split('\n\n');
    const collation = await collateText([...blocks.slice(3), ...blocks.slice(0, 3)].join('\n\n'));
    expect(counts(collation)).toEqual([16, 0, 0]);
    expect(collation.inOrder).toBe(false);
    expect(collation.rows.map(({ block }) => block)).toEqual([4, 5, 6, 1, 2, 3]);
  });

  test('the parts and what stands between them are the whole text', async () => {
    const page = `Home\nNews\n\n${document.replace('300', '400')}\n\nRead also: A second storm is expected.`;
    const { rows } = await collateText(page);
    const whole = rows.flatMap(({ parts }) => parts.map(({ text }) => text)).join('');
    expect(whole.replace(/\s/g, '')).toBe(page.replace(/\s/g, ''));
  });
});

describe('typography', () => {
  test.each([
    ['straight quotation marks', (text: string) => text.replace(/[“”]/g, '"').replace(/’/g, "'"), [14, 2, 0]],
    ['straight apostrophes alone', (text: string) => text.replace(/’/g, "'"), [14, 2, 0]],
    ['soft hyphens', (text: string) => text.replaceAll('council', 'coun\u00ADcil'), [14, 2, 0]],
    ['direction marks around the text', (text: string) => `\u200E${text}\u200F`, [16, 0, 0]],
    ['marks of an embedded name', (text: string) => text.replaceAll('council', '\u2068coun\u200Dcil\u2069'), [14, 2, 0]],
    ['a byte order mark within', (text: string) => text.replaceAll('council', 'coun\uFEFFcil'), [14, 2, 0]],
  ])('%s: told apart from what holds and from what does not', async (_, change, expected) => {
    const collation = await collateText(change(document));
    expect(counts(collation)).toEqual(expected);
    expect(gaps(collation)).toEqual([]);
  });

  test('invisible characters that are sealed are kept', async () => {
    const text = 'Soft\u00ADhyphens were sealed here. They stay.';
    const { blocks } = await ingest(new Uint8Array(new TextEncoder().encode(text)), options);
    expect(counts(await collate(blocks, await readText(text)))).toEqual([3, 0, 0]);
  });

  test('the text is shown as the reader has it', async () => {
    const { rows } = await collateText(document.replace(/[“”]/g, '"'));
    expect(rows.flatMap(({ parts }) => parts.map(({ text }) => text))).toContain('"The wind’s too strong," the captain said.');
  });
});

test('a line that occurs twice is found twice', async () => {
  const text = `Fire at the mill\n\nBy Ida Holm\n\nFire at the mill\n\nIt burned.`;
  const { blocks } = await ingest(new Uint8Array(new TextEncoder().encode(text)), options);
  const both = await collate(blocks, await readText(text));
  expect([counts(both), both.inOrder]).toEqual([[8, 0, 0], true]);
  const once = await collate(blocks, await readText(text.replace('Fire at the mill\n\n', '')));
  expect(gaps(once)).toEqual([['absent', '1.1', '']]);
});

test('nothing of another text holds', async () => {
  expect(counts(await collateText('Snow fell on the hills. Nobody saw it.'))).toEqual([0, 0, 16]);
});
