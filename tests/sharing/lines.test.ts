import { describe, expect, test } from 'vitest';
import { fit } from '../../src/sharing/lines.ts';

/** Every letter is half as wide as it is high. */
const measure = (text: string) => Array.from(text).length / 2;
const place = { width: 100, height: 60, sizes: [20, 15, 10], lineHeight: 1 };

test.each([
  ['one line', 'Grain', 20, ['Grain']],
  ['lines of about equal width', 'The fire at the granary', 20, ['The fire', 'at the', 'granary']],
  [
    'a smaller size where the largest has no room',
    'The great fire at the granary of Vell',
    15,
    ['The great fire', 'at the granary', 'of Vell'],
  ],
  ['a smaller size for a long word', 'Granary-keeper', 10, ['Granary-keeper']],
])('%s', (_, title, size, lines) => {
  expect(fit(title, place, measure)).toEqual({ size, lines });
});

describe('what has no room at the smallest size', () => {
  test('is cut off with an ellipsis', () => {
    const { size, lines } = fit('fire '.repeat(60), place, measure);
    expect(size).toBe(10);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/^fire fire .*…$/);
  });

  test('is broken inside a word that is longer than a line', () => {
    const { lines } = fit('a'.repeat(50), place, measure);
    expect(lines.join('')).toBe('a'.repeat(50));
    for (const line of lines) expect(measure(line) * 10).toBeLessThanOrEqual(100);
  });
});
