import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import { drawPicture, measureIn, pictureSvg, withFonts } from '../../src/sharing/drawing.ts';
import type { Picture } from '../../src/sharing/picture.ts';
import { smallCorpus } from '../small-corpus.ts';

const { sources, site } = (await buildCorpus(smallCorpus)).corpus;
const source = sources.get('gazette-1901')!;
const picture = (changes: Partial<Picture>): Picture => ({
  title: 'Fire at the Vell granary',
  language: 'en',
  above: 'Vell Gazette, 3 May 1901',
  source,
  witnesses: [],
  ...changes,
});

/** Left, top, right and bottom of what is drawn without the background and the rule. */
function extent(svg: string) {
  const { x, y, width, height } = withFonts(svg.replaceAll(/<rect .*\/>/g, '')).getBBox()!;
  return [x, y, x + width, y + height];
}

const long =
  'What the keepers of the granary, the guards of the harbour and the two newspapers of Vell each said that had burned, and when';
const arabic = 'ماذا قالت الصحيفتان عن الحريق في مخزن الحبوب، وكم كيساً احترق؟';

describe.each([
  ['a short title', {}],
  ['a long one', { title: `${long}, and ${long}` }],
  ['one long word', { title: 'Granary'.repeat(30) }],
  ['Arabic', { title: arabic, language: 'ar' }],
  ['long Arabic', { title: `${arabic} ${arabic} ${arabic}`, language: 'ar' }],
  ['both', { title: `${arabic} and ${long}`, above: arabic.repeat(5) }],
  ['a long outlet', { above: long.repeat(2) }],
  ['signs of markup', { title: 'Grain & <b>sacks</b>' }],
] satisfies [string, Partial<Picture>][])('%s', (_, changes) => {
  test('stays between the edges', () => {
    const [left, top, right, bottom] = extent(pictureSvg(picture(changes), site));
    expect(left).toBeGreaterThanOrEqual(70);
    expect(right).toBeLessThanOrEqual(1130);
    expect(top).toBeGreaterThan(40);
    expect(bottom).toBeLessThan(600);
  });

  test('is drawn with the same bytes again', () => {
    const [one, two] = [drawPicture(picture(changes), site), drawPicture(picture(changes), site)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect([...one.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });
});

test('Arabic stands at the right, and is measured with a font that has it', () => {
  const [left, , right] = extent(pictureSvg(picture({ title: 'حريق', language: 'ar', above: '', source: undefined! }), site));
  expect(right).toBeGreaterThan(1100);
  expect(left).toBeLessThan(100);
  expect(measureIn(arabic)('حريق')).toBeGreaterThan(1);
});
