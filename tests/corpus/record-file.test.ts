import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/corpus/problems.ts';
import { RecordFile } from '../../src/corpus/record-file.ts';
import { claim, claimFile, site } from '../../src/corpus/schema.ts';
import { misread } from '../../src/corpus/syntax.ts';
import { smallCorpus } from '../small-corpus.ts';

const texts = ['claims/gazette-1901.yaml', 'site.yaml'].map((path) => readFileSync(join(smallCorpus, path), 'utf8'));

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
        expect(message).not.toMatch(/undefined|\bnull\b|NaN|Invalid input/);
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
  },
);
