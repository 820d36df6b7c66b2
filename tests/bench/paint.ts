/**
 * `npm run bench:paint`: first paint of the longest article on a slow line, as a ratio to bare HTML of the same text, from
 * one run: the two are loaded in turn, each first in every other round, and medians compared; the quartiles say how far
 * to trust them. The server itself is the slow line: Chromium's own throttle hands over whatever a socket holds in one
 * lump, the whole page or a sixth of it as chance has it. Needs a build and Chromium.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { longestArticle } from '../e2e/corpus.ts';
import { dist } from '../e2e/places.ts';

const rounds = 30;
/** A slow mobile line: 1.6 Mbit/s, 150 ms there and back, packets of a common size. */
const line = { bytesPerMs: 200, latency: 150, packet: 1460 };

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
  void deliver(response, gzipSync(body, { level: 9 }));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const times = new Map<string, number[]>([
  ['bare.html', []],
  [longestArticle, []],
]);
for (let i = 0; i < rounds; i++) {
  const order = i % 2 === 0 ? [...times] : [...times].reverse();
  for (const [path, list] of order) list.push(await firstPaint(browser, `http://127.0.0.1:${port}/${path}`));
}
await browser.close();
server.close();
for (const [path, list] of times) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(list, share).toFixed(0));
  console.log(`${path}: ${middle} ms (middle half: ${low}–${high})`);
}
const [bareMs, pageMs] = [...times.values()].map((list) => quantile(list, 0.5));
console.log(`${(pageMs! / bareMs!).toFixed(2)} × (bar: 1.15)`);

/** Answers as a slow line does: after its latency, packet by packet. */
async function deliver(response: ServerResponse, body: Buffer): Promise<void> {
  await sleep(line.latency);
  response.flushHeaders();
  const start = performance.now();
  for (let sent = 0; sent < body.length; sent += line.packet) {
    const due = start + (sent + line.packet) / line.bytesPerMs;
    if (due > performance.now()) await sleep(due - performance.now());
    response.write(body.subarray(sent, sent + line.packet));
  }
  response.end();
}

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

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;
}
