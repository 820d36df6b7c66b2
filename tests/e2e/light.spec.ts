import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { longestArticle } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test } from './reader.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

test('the longest article: at most 25,000 bytes compressed and 6 requests before any interaction', async ({ page }) => {
  const files: { url: string; bytes: number }[] = [];
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    pending.push(
      response.body().then((body) => {
        files.push({ url: response.url(), bytes: gzipSync(body, { level: 9 }).length });
      }),
    );
  });
  await page.goto(longestArticle, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  expect(files.length).toBeLessThanOrEqual(6);
  expect(
    files.reduce((sum, { bytes }) => sum + bytes, 0),
    JSON.stringify(files),
  ).toBeLessThanOrEqual(25_000);
});

test('no script blocks, nothing shifts', async ({ page }) => {
  await watchShifts(page);
  await page.goto(longestArticle, { waitUntil: 'networkidle' });
  expect(await page.locator('script[src]:not([defer]), link[rel="stylesheet"]').count()).toBe(0);
  expect(await shiftsOf(page)).toBe(0);
});

// Those of the query set that load most: many synonyms, common words in quotes, two long accounts.
for (const query of [
  'How many fighters attacked western Aleppo?',
  'operations room not announced with Nusra',
  'Aleppo Conquest Operations Room',
  'fighters bring fruit to besieged area',
  '"the flag of the conquest"',
  '31 factions',
  '2000 fighters from Iraq',
  'did turkey send weapons to the rebels',
  'who attacked west Aleppo in October and November 2016?',
  'how much of eastern Aleppo had the regime recaptured by December 2016',
  '"dictate the terms of a settlement"',
])
  test(`search: the first results of a text within 120,000 bytes compressed, its page included: ${query}`, async ({ page }) => {
    test.skip(test.info().project.name !== 'root', 'the same files everywhere, on disk in another form');
    // What is there when the first marked results are put into the list; the texts of others are asked for right after.
    await page.addInitScript(() => {
      const put = Object.getOwnPropertyDescriptor(Element.prototype, 'replaceChildren')!.value as Element['replaceChildren'];
      Element.prototype.replaceChildren = function (...nodes) {
        if (nodes.some((node) => node instanceof Element && node.querySelector('mark') !== null))
          (window as unknown as { loaded?: string[] }).loaded ??= performance.getEntriesByType('resource').map(({ name }) => name);
        put.apply(this, nodes);
      };
    });
    await page.goto(`search.html#q=${encodeURIComponent(query)}`);
    const loaded = await page.waitForFunction(() => (window as unknown as { loaded?: string[] }).loaded).then((list) => list.jsonValue());
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    const sizes = ['search.html', ...loaded!.map((url) => new URL(url).pathname.slice(1))].map((file) => {
      const bytes = readFileSync(join(dist, file));
      return [file, (/\.(?:pagefind|pf_\w+)$/.test(file) ? bytes : gzipSync(bytes, { level: 9 })).length] as const;
    });
    expect(
      sizes.reduce((sum, [, size]) => sum + size, 0),
      JSON.stringify(sizes),
    ).toBeLessThanOrEqual(120_000);
    expect(sizes.find(([file]) => file.endsWith('/names.js'))![1]).toBeLessThanOrEqual(15_000);
  });
