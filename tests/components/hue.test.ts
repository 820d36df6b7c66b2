import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hue } from '../../src/components/hue.ts';

test('every source has a hue of the style sheet, and every hue is used', () => {
  const css = readFileSync(new URL('../../src/styles/parts.css', import.meta.url), 'utf8');
  const defined = [...css.matchAll(/^\.(w\d+) \{/gm)].map(([, name]) => name);
  expect(new Set(Array.from({ length: 20 }, (_, i) => hue({ order: i + 1 })))).toEqual(new Set(defined));
});
