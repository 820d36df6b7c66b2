import { gzipSync } from 'node:zlib';
import { longestArticle } from './corpus.ts';
import { expect, test } from './reader.ts';

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
  await page.addInitScript(() => {
    (window as unknown as { shift: number }).shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(longestArticle, { waitUntil: 'networkidle' });
  expect(await page.locator('script[src]:not([defer]), link[rel="stylesheet"]').count()).toBe(0);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
});
