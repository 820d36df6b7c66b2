/** Puts what was found by name and by text into one order. */
import { asTyped, heldTogether } from './find.ts';
import type { Found, Ranked } from './find.ts';
import { describe } from './directory.ts';
import type { NamedPage } from './directory.ts';
import type { NameMatch } from './names.ts';

/** A page that was found by its name, by its text, or by both. */
export interface Result {
  page: NamedPage;
  named?: NameMatch;
  text?: Ranked;
}

/** What counts beside the text, whose best counts 1: the name, and one stretch of text that has everything. */
const worth = { exactName: 10, name: 2.4, title: 1.15, passage: 0.5 };

/** The same for an account: whoever asks for a figure or for words as printed asks for the place that has them, above all as they were typed. */
const inAccount = { figure: 1.6, description: 0.9, words: 0.3, asTyped: 1.2 };

/** What a question counts more to whoever asks one, and one that begins in the same way: `who`, `how`. */
const toQuestion = { any: 0.4, alike: 0.8 };

/** How who asks a question begins. */
const asking = /^(?:wh(?:at|en|ere|ich|om?|ose|y)|how|did|does|was|were)\s/i;

/** So much of a query and a name must be in each other for the name to be a result without its text, 0 to 1. */
const namedEnough = 0.5;

/** Pages of the frame, such as the one on data, say little about what is asked. */
const frame = 0.6;

/** Is a page a result by its name alone? */
export const isNamedEnough = ({ isExact, share }: NameMatch) => isExact || share >= namedEnough;

/** Orders the best pages by text with those by name; a text is loaded only where `pageOf` does not know whose it is. */
export async function mergeResults(
  best: readonly Ranked[],
  { ideas, weights }: Found,
  matches: readonly NameMatch[],
  pageOf: (id: string) => NamedPage | undefined,
  text: string,
): Promise<Result[]> {
  const top = best[0]?.score ?? 1;
  const asked = ideas.some(({ kind }) => kind === 'figure' || kind === 'phrase')
    ? inAccount.figure
    : ideas.length > 2
      ? inAccount.description
      : inAccount.words;
  const [opening] = text.toLowerCase().split(/(?<= )/) as [string];
  const isQuestion = asking.test(text);
  const asQuestion = (title: string) => (title.toLowerCase().startsWith(opening) ? toQuestion.alike : isQuestion ? toQuestion.any : 0);
  // A name that is in the texts as it was typed is still a name.
  const typed = isQuestion ? 0 : inAccount.asTyped * (1 - (matches[0]?.share ?? 0));
  const inText = ({ places }: Ranked, held: number) => asked * held ** 2 + typed * asTyped(places, ideas);
  const results = new Map<string, Result & { score: number }>();
  for (const text of best) {
    const page = pageOf(text.hit.id) ?? (await ownerOf(text));
    const [url, kind, , title] = page;
    const held = heldTogether(text.places, weights);
    const own = (text.score / top + worth.passage * held) * (kind === 'page' ? frame : 1);
    const more = kind === 'account' ? inText(text, held) : kind === 'question' ? asQuestion(title) : 0;
    results.set(url, { page, text, score: own + more });
  }
  for (const match of matches) {
    const [url, , weight, title] = match.page;
    const own = results.get(url);
    // `Hezbollah` is rather `Hezbollah (Lebanon)` than `Kata’ib Hezbollah`.
    const isTitle = match.share > 0.9 && title.startsWith(match.name);
    const score = (match.isExact ? worth.exactName + weight / 1e4 : worth.name * match.share ** 2) * (isTitle ? worth.title : 1);
    if (own !== undefined) results.set(url, { ...own, named: match, score: own.score + score });
    else if (isNamedEnough(match)) results.set(url, { page: match.page, named: match, score });
  }
  return [...results.values()].sort((a, b) => b.score - a.score || (a.page[0] < b.page[0] ? -1 : 1));
}

/** Whose a text is, from itself. */
async function ownerOf({ hit }: Ranked): Promise<NamedPage> {
  const text = await hit.data();
  return describe(text.url.replace(/^\//, ''), text);
}
