import { expect, test } from 'vitest';
import { isRightToLeft } from '../../src/corpus/languages.ts';

test.each([
  ...['ar', 'ar-SY', 'he', 'fa', 'ur', 'ckb', 'ps', 'syr', 'ku-Arab', 'az-Arab'].map((tag) => [tag, true] as const),
  ...['en', 'tr', 'ku', 'ar-Latn', 'zh-Hant'].map((tag) => [tag, false] as const),
])('%s: %s', (tag, isRtl) => {
  expect(isRightToLeft(tag)).toBe(isRtl);
});
