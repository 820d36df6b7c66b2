import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../../src/corpus/problems.ts';
import { RecordFile } from '../../src/corpus/record-file.ts';
import * as schema from '../../src/corpus/schema.ts';
import { claim, claimFile, site } from '../../src/corpus/schema.ts';
import { commented, misread } from '../../src/corpus/syntax.ts';
import { record as baseMapRecord, topology } from '../small-base-map.ts';
import { smallCorpus } from '../small-corpus.ts';

const texts = ['claims/gazette-1901.yaml', 'site.yaml'].map((path) => readFileSync(join(smallCorpus, path), 'utf8'));

/** Words of the parsers and of the language, which mean nothing to an editor. */
const parserWords = /``|undefined|null\b|NaN|Invalid|Too |xpected|received|Unrecognized|[Ii]mplicit|scalar|token|indicator|collection/;

test('whatever is put into a record, every problem has a place in it, and syntax is one problem', () => {
  const stray = fc.constantFrom(
    ...[
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ': ',
      ' #',
      '*a',
      '&a',
      '!a',
      '\t',
      '\n',
      '- ',
      '---\n',
      '|',
      '>',
      '? ',
      '2.10: x',
      '@',
      '%',
      ',',
      '',
    ],
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 3 }), stray, (text, place, removed, put) => {
      const at = place % text.length;
      const changed = text.slice(0, at) + put + text.slice(at + removed);
      const file = new RecordFile('a.yaml', changed);
      const problems: Problem[] = [];
      for (const schema of [site, claimFile]) file.validate(schema, problems);
      if (file.syntaxProblems.length === 0)
        for (const id of Object.keys(Object(file.value) as object)) file.validate(claim, problems, [id]);
      const lines = changed.split('\n');
      for (const { line, column, message } of problems) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
        expect(message).not.toMatch(parserWords);
      }
      const syntax = file.syntaxProblems.filter(({ rule, hint }) => rule === 'yaml/syntax' && !hint!.startsWith('Put the value'));
      expect(syntax.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['2.10: x', { '2.10': 'x' }],
  ['007: x', { '007': 'x' }],
  ['{ 1e3: x, y: 1e3 }', { '1e3': 'x', 'y': 1000 }],
  ['a: [b, { 4.10: x }]', { a: ['b', { '4.10': 'x' }] }],
  ['- 4.10: x', [{ '4.10': 'x' }]],
  ['-   4.10: x', [{ '4.10': 'x' }]],
  ['- - 4.10: x', [[{ '4.10': 'x' }]]],
])('a key is what is written: %s', (text, value) => {
  expect(new RecordFile('a.yaml', text).value).toEqual(value);
});

test.each(['toll-42: x', 'a:\n  says: From 10-12: 4 shells, a 5-2: x', 'a: "1-2: x"', 'a-1:\n  b: 2'])(
  'needs no parser that keeps positions: %s',
  (text) => {
    expect(text).not.toMatch(misread);
    expect(text).not.toMatch(commented);
  },
);

const records: [name: string, schema: z.ZodType, text: string][] = [
  ['site.yaml', schema.site, read('site.yaml')],
  ['source.yaml', schema.source, read('sources/gazette-1901.yaml')],
  ['manifest.json', schema.manifest, read('sources/gazette-1901.manifest.json')],
  ['article.yaml', schema.article, frontMatter('articles/gazette-1901.md')],
  ['entity.yaml', schema.entity, frontMatter('entities/place/vell.md')],
  ['question.yaml', schema.question, read('questions/how-many-sacks.yaml')],
  ['map.yaml', schema.baseMap, baseMapRecord],
  ['topology.json', schema.topology, JSON.stringify(topology)],
];

test.each(records)('whatever value stands in %s, what is wrong with it is said in the words of an editor', (name, of, text) => {
  const values = [
    '""',
    'null',
    '9e300',
    '-9999',
    '1.5',
    'true',
    '[]',
    '{}',
    ...(name.endsWith('json') ? [] : ['', '“A b”', '[a b]', '3,000']),
  ];
  const ranges: [number, number][] = [];
  visit(parseDocument(text), {
    Value: (key, { range }) => {
      // That of a block ends on the line after it.
      if (key !== 'key' && range) ranges.push([range[0], range[0] + text.slice(range[0], range[1]).trimEnd().length]);
    },
  });
  expect(ranges.length).toBeGreaterThan(2);
  for (const [start, end] of ranges.slice(0, 100)) {
    for (const value of values) {
      const problems: Problem[] = [];
      new RecordFile(name, text.slice(0, start) + value + text.slice(end)).validate(of, problems);
      const places = problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
      for (const { message, hint } of problems) {
        expect(message).not.toMatch(parserWords);
        expect(hint ?? message).toMatch(/\.$|\?$/);
      }
      expect(new Set(places).size).toBe(places.length);
    }
  }
});

function read(path: string): string {
  return readFileSync(join(smallCorpus, path), 'utf8');
}

function frontMatter(path: string): string {
  return read(path).split('---\n')[1]!;
}
