/**
 * `npm run bench:quality`: asks the built site what `tests/search-queries.ts` asks, in a browser and from disk, and
 * prints hit@1, hit@3 and nDCG@5 by kind of query, and every query whose answer does not come first.
 */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { queries } from '../search-queries.ts';
import type { Query } from '../search-queries.ts';
import { launchBrowser } from '../e2e/browser.ts';

const looked = 5;

interface Scored extends Query {
  /** Pages of the first results, without their ending. */
  found: string[];
  first: number;
  ndcg: number;
}

/** Discounted gain of the first results, 3 for an answer and 1 for what is good to have, against the best order of them. */
function ndcg({ best, good }: Query, found: readonly string[]): number {
  const gain = (page: string) => (best.includes(page) ? 3 : good.includes(page) ? 1 : 0);
  const sum = (gains: readonly number[]) => gains.slice(0, looked).reduce((total, gain, i) => total + gain / Math.log2(i + 2), 0);
  return sum(found.map(gain)) / sum([...best.map(() => 3), ...good.map(() => 1)]);
}

const browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${pathToFileURL(resolve(process.env.OUT_DIR ?? 'dist')).href}/search.html`);
const scored: Scored[] = [];
for (const query of queries) {
  await page.evaluate((text) => (location.hash = `q=${encodeURIComponent(text)}`), query.text);
  await page.waitForFunction((text) => document.querySelector('[data-search-status]')?.textContent.includes(`“${text}”`), query.text);
  const links = await page.locator('a[data-result]').evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href));
  const found = links.map(
    (link) => /([^/]+\/)?[^/]+(?=\.html)/.exec(new URL(link).href.slice(page.url().lastIndexOf('/search.html') + 1))![0],
  );
  const first = found.findIndex((id) => query.best.includes(id)) + 1;
  scored.push({ ...query, found: found.slice(0, looked), first: first === 0 ? Infinity : first, ndcg: ndcg(query, found) });
}
await browser.close();

const share = (list: readonly Scored[], value: (query: Scored) => number) =>
  (list.reduce((sum, query) => sum + value(query), 0) / list.length).toFixed(3);
const row = (name: string, list: readonly Scored[]) =>
  `${name.padEnd(14)} ${String(list.length).padStart(4)}   ${share(list, ({ first }) => Number(first === 1))}   ${share(list, ({ first }) => Number(first <= 3))}   ${share(list, (query) => query.ndcg)}`;
console.log('                  n   hit@1   hit@3   nDCG@5');
for (const [kind, list] of Map.groupBy(scored, ({ kind }) => kind)) console.log(row(kind, list));
console.log(row('all', scored));
for (const { kind, text, first, best, found } of scored.filter((query) => query.first > 1))
  console.log(
    `${kind}: ${text}\n  wanted ${best.join(' or ')}${first === Infinity ? '' : ` (came ${first})`}\n  got    ${found.join(', ') || 'nothing'}`,
  );
