/** Draws a picture as PNG, with fonts of its own: the same bytes on every machine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { hue } from '../components/hue.ts';
import { isRightToLeft } from '../corpus/languages.ts';
import type { Source } from '../corpus/corpus.ts';
import { fit } from './lines.ts';
import type { Measure } from './lines.ts';
import type { Picture } from './picture.ts';

/** Pixels; what those who show such pictures ask for. */
export const [width, height] = [1200, 630];

const edge = 80;
const lineHeight = 1.18;
const title = { top: 216, width: width - 2 * edge, height: 290, sizes: [84, 76, 68, 60, 52, 46], lineHeight };

const require = createRequire(import.meta.url);
const font = (name: string) => require.resolve(`@expo-google-fonts/${name}.ttf`);
const charis = {
  family: 'Charis SIL',
  files: [font('charis-sil/700Bold/CharisSIL_700Bold'), font('charis-sil/400Regular/CharisSIL_400Regular')],
};
const naskh = { family: 'Noto Naskh Arabic', files: [font('noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold')] };

/** The font of a text: one for all of it, so that it is as wide as its words; the Arabic one has the Latin letters too. */
const fontOf = (text: string) => (/\p{Script=Arabic}/u.test(text) ? naskh : charis);

/** Reading a font takes longer than drawing with it: only those that a text needs. */
function options(files: readonly string[]): ResvgRenderOptions {
  return { font: { fontFiles: [...files], loadSystemFonts: false, defaultFontFamily: charis.family } };
}

const [tokens, parts] = ['tokens', 'parts'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')) as [string, string];

/** A colour of the light scheme, from the site's own style sheets. */
function colour(sheet: string, start: string): string {
  const at = sheet.indexOf(start);
  const found = /light-dark\((#[\da-f]+)/.exec(sheet.slice(Math.max(at, 0)));
  if (at < 0 || found === null) throw new Error(`The style sheets have no colour ${start}.`);
  return found[1]!;
}

const [paper, ink, quiet, rule] = ['--paper', '--ink', '--quiet', '--rule'].map((name) => colour(tokens, `${name}:`)) as [
  string,
  string,
  string,
  string,
];
const hueOf = (source: Source) => colour(parts, `.${hue(source)} {`);

const widths = new Map<string, number>();

/** The measure of words of a text: how wide they are in bold, in font sizes, with a little room around them. */
export function measureIn(text: string): Measure {
  const { family, files } = fontOf(text);
  return (word) => {
    const key = `${family} ${word}`;
    let width = widths.get(key);
    if (width === undefined) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${line(word, { family, bold: true, size: 100 })}</svg>`;
      widths.set(key, (width = (new Resvg(svg, options(files.slice(0, 1))).getBBox()?.width ?? 0) / 100 + 0.04));
    }
    return width;
  };
}

/** One line of text; `x` and `y` are where it is anchored, on its base line. */
function line(
  text: string,
  at: { x?: number; y?: number; size: number; family?: string; bold?: boolean; fill?: string; anchor?: string },
): string {
  const { x = 0, y = 0, size, family = fontOf(text).family, bold = false, fill = ink, anchor = 'start' } = at;
  const weight = bold ? 700 : 400;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" font-family="${family}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** The picture as PNG, `width` × `height` pixels. */
export function drawPicture(picture: Picture, site: { title: string; tagline: string }): Uint8Array {
  return withFonts(pictureSvg(picture, site)).render().asPng();
}

/** An SVG ready to be drawn or measured, with the pictures’ fonts and no others. */
export function withFonts(svg: string): Resvg {
  return new Resvg(svg, options([...charis.files, ...naskh.files]));
}

/** The picture as SVG, with text as text. */
export function pictureSvg(picture: Picture, site: { title: string; tagline: string }): string {
  const { source } = picture;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${paper}"/>
${line(cut(site.title, 30), { x: edge, y: 82, size: 30, bold: true })}
<rect y="112" width="${width}" height="${source === undefined ? 2 : 6}" fill="${source === undefined ? rule : hueOf(source)}"/>
${source === undefined ? '' : siglum(source, edge + 22, 168, 22)}
${line(cut(picture.above, 32), { x: edge + (source === undefined ? 0 : 62), y: 179, size: 32, fill: quiet })}
${titleLines(picture)}
${below(picture, site.tagline)}
</svg>`;
}

function titleLines(picture: Picture): string {
  const { lines, size } = fit(picture.title, title, measureIn(picture.title));
  const { family } = fontOf(picture.title);
  const right = isRightToLeft(picture.language);
  const at = { x: right ? width - edge : edge, anchor: right ? 'end' : 'start', size, family, bold: true };
  // With the mark, signs at either end of a line stand where the direction of the text puts them.
  const mark = right ? '\u200f' : '';
  return lines.map((text, i) => line(`${mark}${text}${mark}`, { ...at, y: title.top + size + i * size * lineHeight })).join('\n');
}

/** Which sources a page treats of; one that treats of a single source has its siglum above. */
function below({ source, witnesses }: Picture, tagline: string): string {
  if (source !== undefined) return line(cut(tagline, 28), { x: edge, y: 566, size: 28, fill: quiet });
  return witnesses.map((witness, i) => siglum(witness, edge + 24 + i * 60, 556, 24)).join('\n');
}

/** A text as one line; it is measured in bold, and so has room in regular letters. */
function cut(text: string, size: number): string {
  return fit(text, { ...title, height: size, lineHeight: 1, sizes: [size] }, measureIn(text)).lines[0]!;
}

function siglum(source: Source, x: number, y: number, radius: number): string {
  const size = radius * 1.1;
  const letter = line(source.record.siglum, { x, y: y + size * 0.345, size, bold: true, fill: paper, anchor: 'middle' });
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${hueOf(source)}"/>${letter}`;
}

const round = (number: number) => Math.round(number * 10) / 10;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
