/** Puts what was found by name and by text into one order. */
import type { Found, Ranked } from './find.ts';
import type { PageText } from './lookup.ts';
import type { NameMatch } from './names.ts';
import { passagesOf } from './passages.ts';
import type { Passage } from './passages.ts';

/** A page that was found by its name, by its text, or by both. */
export interface Result {
  /** From the site’s root. */
  url: string;
  named?: NameMatch;
  text?: { page: PageText; passages: readonly Passage[] };
}

/** What counts beside the text, whose best counts 1: the name, and one passage that has everything. */
const worth = { exactName: 10, name: 2.4, passage: 0.5 };

/** The same for an account: whoever asks for a figure or for words as printed asks for the place that has them. */
const inAccount = { figure: 1.6, description: 0.9, words: 0.3 };

/** So much of a query and a name must be in each other for the name to be a result without its text, 0 to 1. */
export const namedEnough = 0.5;

/** Pages of the frame, such as the one on data, say little about what is asked. */
const frame = 0.6;

/** Loads the texts of the best pages by text and orders them with those by name. */
export async function mergeResults(best: readonly Ranked[], { ideas, weights }: Found, matches: readonly NameMatch[]): Promise<Result[]> {
  const top = best[0]?.score ?? 1;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const asked = ideas.some(({ kind }) => kind === 'figure' || kind === 'phrase')
    ? inAccount.figure
    : ideas.length > 2
      ? inAccount.description
      : inAccount.words;
  const results = new Map<string, Result & { score: number }>();
  for (const { hit, score, places } of best) {
    const page = await hit.data();
    const url = page.url.replace(/^\//, '');
    const passages = passagesOf(page, places, weights);
    const held = (passages[0]?.held ?? 0) / whole;
    const own = (score / top + worth.passage * held) * (page.meta.kind === 'page' ? frame : 1);
    results.set(url, { url, text: { page, passages }, score: own + (page.meta.kind === 'account' ? asked * held ** 2 : 0) });
  }
  for (const match of matches) {
    const [url, , weight] = match.page;
    const own = results.get(url);
    const score = match.isExact ? worth.exactName + weight / 1e4 : worth.name * match.share ** 2;
    if (own !== undefined) results.set(url, { ...own, named: match, score: own.score + score });
    else if (match.isExact || match.share >= namedEnough) results.set(url, { url, named: match, score });
  }
  return [...results.values()].sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
}
