/** Dates in a query, in words or figures and in any order, in the words that the site writes them in. */
import { foldForSearch } from './fold.ts';
import type { Unplaced } from './query.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth'.split(
    ' ',
  );
const tens = ['twenty', 'thirty'];
const day = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
// In words only before `of`: a “second July attack” is no date.
const dayInWords = `((?:(?:${tens.join('|')})[ -])?(?:${ordinals.join('|')})) of`;
const year = '(\\d{4})';

/** Each way to write a date, and what its groups are. */
type Parts = readonly [day: string | undefined, month: string | undefined, year: string | undefined];
const shapes: readonly (readonly [RegExp, (groups: readonly string[]) => readonly Parts[]])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/i, ([y, m, d]) => [[d, m, y]]],
  // Day and month may stand either way round.
  [
    /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/,
    ([d, , m, y]) => [
      [d, m, y],
      [m, d, y],
    ],
  ],
  [new RegExp(`\\b${day}(?: of)? ${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`, 'iu'), ([d, m, y]) => [[d, m, y]]],
  [new RegExp(`\\b${dayInWords} ${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`, 'iu'), ([d, m, y]) => [[d, m, y]]],
  [new RegExp(`\\b${month} ${day}(?:,? ${year})?(?![\\p{L}\\p{N}])`, 'iu'), ([m, d, y]) => [[d, m, y]]],
  [new RegExp(`\\b${month},? ${year}(?![\\p{L}\\p{N}])`, 'iu'), ([m, y]) => [[undefined, m, y]]],
  [/\b(\d{4})[-/](0[1-9]|1[0-2])(?![\d/-])/, ([y, m]) => [[undefined, m, y]]],
];

/** Takes the dates out of a text: what stands around them stays as text. A day that its month does not have is one too, since documents print such. */
export function readDates(text: string): (string | Unplaced)[] {
  for (const [pattern, read] of shapes) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const forms = read(found.slice(1)).flatMap(formsOf);
    if (forms.length === 0) continue;
    const unique = [...new Map(forms.map((form) => [form.join(' '), form])).values()];
    const after = text.slice(found.index + found[0].length);
    return [...readDates(text.slice(0, found.index)), { kind: 'date', text: found[0].trim(), forms: unique }, ...readDates(after)];
  }
  return text.trim() === '' ? [] : [text];
}

/** Languages whose months are understood too; in the Levant they are not those of other Arabic. */
const languages = ['ar', 'ar-SY', 'de', 'fr', 'it', 'ru', 'tr'];

let others: { names: ReadonlyMap<string, string>; pattern: RegExp } | undefined;

/** A folded text with months of other languages in English, after a day or before a year: `mars` may be a planet. */
export function monthsInEnglish(text: string): string {
  if (!/\d/.test(text)) return text;
  others ??= otherMonths();
  const { names, pattern } = others;
  return text.replace(pattern, (found) => names.get(found.toLowerCase()) ?? found);
}

/** The browser knows them: alone and after a day, where some languages inflect them. */
function otherMonths() {
  const names = new Map<string, string>();
  for (const language of languages)
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: 'long', day });
      for (const [i, name] of months.entries())
        for (const { type, value } of format.formatToParts(new Date(2001, i, 15)))
          if (type === 'month') names.set(foldForSearch(value).toLowerCase(), name);
    }
  const any = `(?:${[...names.keys()].join('|')})(?!\\p{L})`;
  return { names, pattern: new RegExp(`(?<=\\d\\.? )${any}|(?<!\\p{L})${any}(?= \\d{4})`, 'giu') };
}

/** A day in digits or in words, `twenty-first`. */
function dayOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const parts = text.toLowerCase().split(/[ -]/);
  const last = ordinals.indexOf(parts.at(-1)!) + 1;
  return (parts.length > 1 ? (tens.indexOf(parts[0]!) + 2) * 10 : 0) + (last === ordinals.length ? 30 : last);
}

function formsOf([written, m, y]: Parts): string[][] {
  const d = written === undefined ? undefined : dayOf(written);
  const number = /^\d/.test(m ?? '')
    ? Number(m)
    : months.findIndex((name) => name.toLowerCase().startsWith(m!.toLowerCase().slice(0, 3))) + 1;
  if (number < 1 || number > 12 || (d ?? 1) < 1 || (d ?? 1) > 31) return [];
  const name = months[number - 1]!.toLowerCase();
  const date = d === undefined ? [name] : [String(d), name];
  return [...(y === undefined ? [] : [[...date, y]]), ...(y !== undefined && d === undefined ? [] : [date])];
}
