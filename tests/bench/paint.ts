/**
 * `npm run bench:paint`: first paint of the longest article on a throttled line, as a ratio to bare HTML of the same
 * text, from one run: the two are loaded in turn, and medians compared. Needs a build and Chromium.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { longestArticle } from '../e2e/corpus.ts';
import { dist } from '../e2e/places.ts';

const rounds = 15;
/** A slow mobile line: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const line = { offline: false, downloadThroughput: 200_000, uploadThroughput: 94_000, latency: 150 };

const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const bare = await bareHtml(browser, readFileSync(join(dist, longestArticle), 'utf8'));
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname).slice(1);
  const body = path === 'bare.html' ? bare : readFileSync(join(dist, path));
  response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip' });
  response.end(gzipSync(body));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const times = { bare: [] as number[], page: [] as number[] };
for (let i = 0; i < rounds; i++) {
  times.bare.push(await firstPaint(browser, `http://127.0.0.1:${port}/bare.html`));
  times.page.push(await firstPaint(browser, `http://127.0.0.1:${port}/${longestArticle}`));
}
await browser.close();
server.close();
const [bareMs, pageMs] = [median(times.bare), median(times.page)];
console.log(`bare HTML ${bareMs.toFixed(0)} ms, ${longestArticle} ${pageMs.toFixed(0)} ms: ${(pageMs / bareMs).toFixed(2)} × (bar: 1.15)`);

/** The text of a page's main part in paragraphs and headings, nothing else. */
async function bareHtml(browser: Browser, html: string): Promise<string> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.setContent(html);
  const blocks = await page.locator('main :is(h1, h2, p, li)').evaluateAll((elements) =>
    elements.map((element) => {
      const tag = element.localName === 'li' ? 'p' : element.localName;
      return `<${tag}>${element.textContent.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${tag}>`;
    }),
  );
  await page.close();
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Bare</title>${blocks.join('\n')}</html>`;
}

/** Milliseconds from the start of a navigation in a fresh context to the first paint of content. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await page.goto(url);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return time;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
