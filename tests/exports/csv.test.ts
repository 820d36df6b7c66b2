import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/edition.ts';
import { csvFile, csvLine } from '../../src/exports/csv.ts';
import { claimLines, tables } from '../../src/exports/tables.ts';
import { dataFiles } from '../../src/exports/files.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';

const { edition } = await buildEdition(smallCorpus);

test.each([
  [['plain', 7, true, undefined], 'plain,7,true,'],
  [['a, b', 'say “so”', 'say "so"'], '"a, b",say “so”,"say ""so"""'],
  [['two\nlines', 'حلب'], '"two\nlines",حلب'],
  [['=1+1', '+44', '-1', '@home', '\tx'], "'=1+1,'+44,'-1,'@home,'\tx"],
  [['＝1', '1-1', 'a=b'], "'＝1,1-1,a=b"],
  [[-33.5, 0], '-33.5,0'],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test('a file has a byte order mark and ends every line as RFC 4180 says', () => {
  expect(csvFile(['a,b', '1,2'])).toBe('\ufeffa,b\r\n1,2\r\n');
});

describe('the tables', () => {
  const read = (name: string, from = edition) =>
    csvParse(
      tables
        .find((table) => table.name === name)!
        .lines(from)
        .join('\n'),
    );

  test('every file of records has its table, row for row', () => {
    for (const { name, records } of dataFiles) {
      const ids = records(edition).map((record) => (record as { id: string }).id);
      expect(
        read(name).map(({ id }) => id),
        name,
      ).toEqual(ids);
    }
  });

  test('the columns of claims are fields of the records', () => {
    const records = dataFiles.find(({ name }) => name === 'claims')!.records(edition);
    const fields = new Set(records.flatMap((record) => Object.keys(record)));
    expect(read('claims').columns.filter((column) => !fields.has(column))).toEqual([]);
    expect([...fields].filter((field) => !read('claims').columns.includes(field))).toEqual([]);
  });

  test('a claim in one row: figures, voice and places in words', () => {
    expect(read('claims').find(({ id }) => id === 'sacks-g')).toMatchObject({
      url: 'claims/gazette-1901.html#sacks-g',
      block: '3',
      sentence: '2',
      locators: '¶3 s2',
      where: 'vell',
      measures: 'about 40 sacks of grain burned',
      voiceKind: 'anonymous',
      voice: 'the harbour master › Vell Gazette',
      when: '',
    });
  });

  test('commas, quotation marks, line breaks, formulas and Arabic come back as they were', async () => {
    const says = 'says: "=He said \\"40, or more\\"\\nof قمح."';
    const { edition: changed } = await buildEdition(
      changedCorpus({ 'claims/gazette-1901.yaml': swap('says: About 40 sacks of grain burned.', says) }),
    );
    expect(read('claims', changed).find(({ id }) => id === 'sacks-g')!.says).toBe(`'=He said "40, or more"\nof قمح.`);
    expect(read('names').map(({ text }) => text)).toContain('فل');
  });

  test('figures by themselves, with their qualifiers', () => {
    expect(read('measures')[0]).toMatchObject({ claim: 'sacks-p', of: 'sacks lost', value: '60', atLeast: 'true', approx: '' });
    expect(read('answers').map(({ claim, measure }) => [claim, measure])).toEqual([
      ['sacks-g', 'about 40 sacks of grain burned'],
      ['sacks-p', 'more than 60 sacks lost'],
    ]);
  });

  test('the ledger finds a line by the id that begins it', () => {
    const [, ...lines] = claimLines(edition);
    expect(lines.map((line) => line.slice(0, line.indexOf(',')))).toEqual([...edition.corpus.claims.keys()]);
  });
});
