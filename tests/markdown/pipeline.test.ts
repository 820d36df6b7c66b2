import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { createRenderer } from '../../src/markdown/pipeline.ts';
import type { Render } from '../../src/markdown/pipeline.ts';
import { paths } from '../../src/urls.ts';
import { smallCorpus } from '../small-corpus.ts';

const cases = fileURLToPath(new URL('../fixtures/markdown', import.meta.url));
let render: Render;

beforeAll(async () => {
  render = createRenderer((await buildCorpus(smallCorpus)).corpus);
});

/** A case is a folder: input.md, and output.html as it must be. With UPDATE=1, and never in CI, the output is written. */
describe('pipeline', () => {
  test.each(readdirSync(cases).sort())('%s', (name) => {
    const text = readFileSync(`${cases}/${name}/input.md`, 'utf8');
    const { html, problems } = render({ path: `${name}/input.md`, text, lineOffset: 0 }, { page: paths.article('x') });
    expect(problems).toEqual([]);
    const output = `${cases}/${name}/output.html`;
    if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(output, `${html}\n`);
    expect(existsSync(output)).toBe(true);
    expect(`${html}\n`).toBe(readFileSync(output, 'utf8'));
  });

  test.each([
    ['| a |\n| - |\n| b |', '<table'],
    ['a\n:-\nb', '<table'],
    ['~a~', '<del>'],
    ['www.example.org', 'href="http://www.example.org"'],
    ['http://example.org', 'href="http://example.org"'],
    ['a@example.org', 'href="mailto:a@example.org"'],
    ['- [x] a', '> a</li>'],
    ['-  [ ] a', '> a</li>'],
    ['www\\.example.org', 'href="http://www.example.org"'],
  ])('GFM where a text has nothing else of it: %j', (text, part) => {
    expect(render({ path: 'a.md', text, lineOffset: 0 }, { page: paths.home }).html).toContain(part);
  });

  test('positions of problems count the lines above the text', () => {
    const { problems } = render({ path: 'a.md', text: 'One.\n\nTwo[^x] and\nthree [[y]].', lineOffset: 10 }, { page: paths.home });
    expect(problems.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['claims/unknown', 13, 4],
      ['references/unknown-entity', 14, 7],
    ]);
  });

  test('links are relative to the page they stand on', () => {
    const { html } = render({ path: 'a.md', text: 'In Vell.', lineOffset: 0 }, { page: paths.about });
    expect(html).toContain('href="entities/vell.html"');
  });

  test('whatever is written, problems have a place in it, nothing harmful is left, and no text is lost unseen', () => {
    const piece = fc.constantFrom(
      ...[
        ':::',
        '\n:::\n',
        '\n:::note{kind=gap}\n',
        '\n::::note{kind=gap at=3}\n',
        ':plain[',
        ':plain',
        '::note{}',
        '{',
        '}',
        '[',
        ']',
        '[[vell]]',
      ],
      ...[
        '[[',
        ']]',
        '|',
        '[^fire-g]',
        '[^',
        '[^x]: y',
        '(https://example.org)',
        '](javascript:a)',
        '`',
        '\n\n',
        '\n',
        ' ',
        '*',
        '# ',
        '> ',
        '- ',
      ],
      ...[
        '<b>',
        '</b>',
        '<div onclick="a">',
        '</div>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<x-note data-kind="gap">',
        '<a id="p1">',
        'Vell',
        '“',
        'a:b',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `${pieces.join('')}\n\nThe last word.\n`;
        const { html, problems } = render({ path: 'a.md', text, lineOffset: 0 }, { page: paths.home });
        const lines = text.split('\n');
        for (const { line, column } of problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
        }
        expect(html).not.toMatch(/<script|<[^<>]*(?:onclick=|href="javascript)|<x-/);
        if (problems.length === 0 && !text.includes('<script>')) expect(html).toContain('The last word.');
      }),
      { numRuns: 500 },
    );
  });
});
