/** What a reader typed, cut into ideas: dates, figures, phrases in quotes, words. */
import { article, foldForSearch } from './fold.ts';
import { monthsInEnglish, readDates } from './dates.ts';
import { readFigures } from './figures.ts';

/** One idea of a query. */
export interface Idea {
  kind: 'word' | 'phrase' | 'date' | 'figure';
  /** As it was typed, for messages. */
  text: string;
  /** Ways to write it, the one nearest to what was typed first, each as its words in order. */
  forms: readonly (readonly string[])[];
  /** How many words of the query are before it. */
  at: number;
}

/** An idea before it is known where it stands. */
export type Unplaced = Omit<Idea, 'at'>;

export interface Query {
  ideas: readonly Idea[];
  /** What no result may have, typed with a minus before it: a word, or words in quotes that follow each other. */
  without: readonly (readonly string[])[];
}

const common = new Set(
  'a also an and any are as at be been but by can could did do does for from had has have he her his how i if in into is it its just no not of on or our really she should so such than that the their them then there these they this those to very was we were what when where which who whom whose why will with would you your'.split(
    ' ',
  ),
);

/** Does a word say too little to be searched for? */
export const isCommon = (word: string) => common.has(word);

/** A word as search compares it: lower case, no accents, no article al-, no possessive. */
export function keyOf(word: string): string {
  const plain = word.toLowerCase();
  // Most words, and there are tens of thousands.
  if (/^[a-z0-9]+$/.test(plain)) return plain;
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[ae]l /, '')
    .replace(article, '')
    .replace(/'s?$/, '')
    .replaceAll("'", '');
}

/** The words of a text in order, cut at hyphens but for that of the article al-. */
export function wordsOf(text: string): string[] {
  const words = foldForSearch(text).match(/(?:(?:al|el)[- ]|(?:[ae](?:[nrstdz]|s?ch)|[aeü]sh)-)?[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/giu) ?? [];
  return words.map(keyOf).filter((word) => word !== '');
}

/** Cuts a query into ideas. Words that say too little are left out, unless there are no others. */
export function readQuery(text: string): Query {
  const ideas: Unplaced[] = [];
  const without: (readonly string[])[] = [];
  const plain = foldForSearch(text);
  const parts = plain.matchAll(/((?<=^|\s)-)?"([^"]+)"?|(?<=^|\s)-([\p{L}\p{N}]\S*)|(?:(?!"|\s-["\p{L}\p{N}]).)+/gsu);
  for (const [part, minus, phrase, word] of parts) {
    if (phrase !== undefined) {
      const words = wordsOf(phrase);
      if (words.length > 0 && minus !== undefined) without.push(words);
      else if (words.length > 0) ideas.push({ kind: 'phrase', text: phrase, forms: [words] });
    } else if (word !== undefined) without.push(...wordsOf(word).map((own) => [own]));
    else ideas.push(...readPlain(part));
  }
  let words = 0;
  const placed = ideas.map((idea) => {
    const at = words;
    words += idea.forms[0]!.length;
    return { ...idea, at };
  });
  const meaningful = placed.filter(({ kind, text }) => kind !== 'word' || !isCommon(text));
  return { ideas: meaningful.length > 0 ? meaningful : placed, without };
}

function readPlain(text: string): Unplaced[] {
  return readDates(monthsInEnglish(text)).flatMap((piece) =>
    typeof piece === 'string'
      ? readFigures(piece).flatMap((part): Unplaced[] =>
          typeof part === 'string' ? wordsOf(part).map((word) => ({ kind: 'word', text: word, forms: [[word]] })) : [part],
        )
      : [piece],
  );
}
