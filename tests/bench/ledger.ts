/**
 * `npm run bench:ledger -- 1000 10000`: the ledger of generated corpora of so many claims in a browser: milliseconds until the page is
 * ready, filtered, sorted and exported, and how many times those of the first size they are.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { writeCorpus } from './corpus.ts';

const claimsAnArticle = 45;
/** The middle of this many runs counts. */
const runs = 5;

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const browser = await chromium.launch({ executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let first: Record<string, number> | undefined;
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  await writeCorpus(join(folder, 'content'), Math.ceil(size / claimsAnArticle));
  const { status, stderr } = spawnSync('node', ['src/cli/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist') },
  });
  if (status !== 0) throw new Error(stderr);
  const times = await measure(pathToFileURL(join(folder, 'dist/claims/index.html')).href);
  first ??= times;
  console.log(`${Math.ceil(size / claimsAnArticle) * claimsAnArticle} claims`);
  for (const [what, time] of Object.entries(times))
    console.log(`  ${what.padEnd(26)} ${time.toFixed(0).padStart(6)} ms  ${(time / first[what]!).toFixed(1)} ×`);
}
await browser.close();
rmSync(folder, { recursive: true });

async function measure(address: string): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  const times: Record<string, number> = {};
  times.load = await middle(async () => {
    await page.goto('about:blank');
    await page.goto(address);
    return page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))));
  });
  const choose = (name: string, value: string) => timed(page, `[name="${name}"]`, value);
  times['filter to a sixth'] = await middle(async () => {
    const time = await choose('kind', 'control');
    await choose('kind', '');
    return time;
  });
  times['filter to one name'] = await middle(async () => {
    const time = await choose('entity', 'e7');
    await choose('entity', '');
    return time;
  });
  await choose('kind', 'control');
  times['filter the filtered'] = await middle(async () => {
    const time = await choose('voice', 'organisation');
    await choose('voice', '');
    return time;
  });
  times['show all again'] = await middle(async () => {
    await choose('kind', 'control');
    return choose('kind', '');
  });
  times['sort by date'] = await middle(async () => {
    await page.getByRole('button', { name: 'Where' }).click();
    return timed(page, '[data-sort="date"] button');
  });
  times['export everything'] = await middle(async () => {
    const start = performance.now();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
    const time = performance.now() - start;
    await download.delete();
    return time;
  });
  await page.close();
  return times;
}

/** Milliseconds from a choice or a click until the frame after it is drawn. */
function timed(page: Page, selector: string, value?: string): Promise<number> {
  return page.evaluate(
    ([selector, value]) =>
      new Promise<number>((done) => {
        const element = document.querySelector<HTMLSelectElement | HTMLButtonElement>(selector)!;
        requestAnimationFrame(() => {
          const start = performance.now();
          if (value === undefined) element.click();
          else {
            element.value = value;
            element.dispatchEvent(new Event('input', { bubbles: true }));
          }
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        });
      }),
    [selector, value] as const,
  );
}

async function middle(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await run());
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}
