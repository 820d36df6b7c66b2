/** Figures in a query, in digits or words, in every way that the site may write them. */
import type { Unplaced } from './query.ts';

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '. . twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
const short: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', mn: 'million', bn: 'billion' };
const word = [...units, ...tens.slice(2), ...Object.keys(scales)].join('|');
const digits = String.raw`[1-9]\d{0,2}(?:[,. ']\d{3})+(?!\d)|\d+(?:\.\d+)?`;
const separators = /(?<=\b[1-9]\d{0,2}(?:[,. ']\d{3})*)[,. '](?=\d{3}(?:\D|$))/g;
// A number in words begins with its own word; “hundred” alone says too little.
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?:(?:${digits})(?: (?:${Object.keys(scales).join('|')})|${Object.keys(short).join('|')})?|(?:${word})(?:[ -](?:and )?(?:${word}))*)(?![\p{L}\p{N}])`,
  'giu',
);

/** Takes the figures out of a text: what stands around them stays as text. */
export function readFigures(text: string): (string | Unplaced)[] {
  const parts: (string | Unplaced)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const plain = found
      .toLowerCase()
      .replace(separators, '')
      .replace(/(?<=\d)[a-z]+$/, (scale) => ` ${short[scale]!}`);
    const value = valueOf(plain);
    if (value === undefined) continue;
    parts.push(text.slice(end, index), { kind: 'figure', text: found, forms: formsOf(plain, value) });
    end = index + found.length;
  }
  return [...parts, text.slice(end)].filter((part) => typeof part !== 'string' || part.trim() !== '');
}

/** What a figure is worth; a single small number in words is left a word, as `one` rarely is a figure. */
function valueOf(text: string): number | undefined {
  const parts = text.split(/[ -](?:and )?/);
  if (parts.length === 1 && (text === 'one' || text in scales)) return undefined;
  let [whole, group] = [0, 0];
  for (const part of parts) {
    const scale = scales[part];
    if (scale === 100) group = (group || 1) * 100;
    else if (scale !== undefined) [whole, group] = [whole + (group || 1) * scale, 0];
    else group += /^\d/.test(part) ? Number(part) : Math.max(units.indexOf(part), tens.indexOf(part) * 10);
  }
  return Math.round((whole + group) * 1000) / 1000;
}

/** In digits, in words where it is short, and with its scale: 1500000, `1.5 million`. */
function formsOf(text: string, value: number): string[][] {
  const forms = [[String(value)]];
  if (value < 100 && Number.isInteger(value)) forms.push(inWords(value));
  if (value >= 1e6) forms.push([String(value / 1e6), 'million']);
  if (value >= 100 && value < 1000 && value % 100 === 0) forms.push([units[value / 100]!, 'hundred']);
  if (value >= 1000 && value < 21_000 && value % 1000 === 0) forms.push([units[value / 1000] ?? 'twenty', 'thousand']);
  return [...new Map([text.split(' '), ...forms].map((form) => [form.join(' '), form])).values()];
}

function inWords(value: number): string[] {
  if (value < 20) return [units[value]!];
  return value % 10 === 0 ? [tens[value / 10]!] : [tens[Math.floor(value / 10)]!, units[value % 10]!];
}
