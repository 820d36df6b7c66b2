import { expect, test } from 'vitest';
import { verdictOn } from '../../src/client/verdict.ts';
import type { CollatedBlock, Collation, SealState } from '../../src/corpus/collation.ts';

/** Blocks of one sentence each. */
function collation(states: readonly SealState[], changes: Partial<Collation> & { furniture?: number } = {}): Collation {
  const blocks = states.map((state, i): CollatedBlock => {
    const role = i < (changes.furniture ?? 0) ? 'boilerplate' : 'prose';
    return { block: i + 1, role, state, sentences: [state] };
  });
  return { blocks, rows: [], inOrder: true, sealed: 100, length: 100, ...changes };
}
const many = (state: SealState, count: number) => Array.from({ length: count }, () => state);

test.each([
  ['the file', collation(['holds', 'holds']), true, 'All 4 seals hold', /document itself/],
  ['the text', collation(['holds', 'holds']), false, 'All 4 seals hold', /^Word for word/],
  ['in another order', collation(['holds', 'holds'], { inOrder: false }), false, 'All 4 seals hold', /order/],
  ['in a page', collation(['holds'], { sealed: 30 }), false, 'All 2 seals hold', /30 % of your text/],
  ['other marks', collation(['holds', 'typography']), false, '2 of 4 seals hold', /words are the document’s.* 2 more hold/],
  ['other furniture', collation(['broken', 'holds'], { furniture: 1 }), false, '2 of 4 seals hold', /furniture/],
  ['a version', collation(['broken', 'holds']), false, '2 of 4 seals hold', /another version/],
  ['a part', collation(['holds', ...many('broken', 20)]), false, '2 of 42 seals hold', /a part/],
  ['a quotation', collation(['holds', ...many('broken', 20)], { sealed: 5 }), false, '2 of 42 seals hold', /another text/],
])('%s', (_, given, sameFile, heading, words) => {
  const verdict = verdictOn(given, sameFile);
  expect(verdict.heading).toBe(heading);
  expect(verdict.more.join(' ')).toMatch(words);
});

test('a file with the right SHA-256 is not said to hold where a seal does not', () => {
  expect(verdictOn(collation(['holds', 'broken']), true).heading).toBe('2 of 4 seals hold');
});
