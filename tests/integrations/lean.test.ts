import { expect, test } from 'vitest';
import { withoutMarks } from '../../src/integrations/lean.ts';

test.each([
  [
    '<main id="content" data-pagefind-body><p data-pagefind-ignore="all" class="a">b</p></main>',
    '<main id="content"><p class="a">b</p></main>',
  ],
  ['<span hidden data-aliases="S | As-Safir" data-pagefind-meta="aliases[data-aliases], kind:account"></span><h1>A</h1>', '<h1>A</h1>'],
  ['<p data-places="">a data-pagefind-body b</p>', '<p data-places="">a data-pagefind-body b</p>'],
])('%s', (marked, plain) => {
  expect(withoutMarks(marked)).toBe(plain);
});
