import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import { compareDates } from '../../src/corpus/dates.ts';
import { claims } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test } from './reader.ts';

const ledger = 'claims/index.html';
const total = `${claims.length} claims`;
const [first, last] = [claims[0]!, claims.at(-1)!];
/** Claims by somebody described but not named, of the kind of the first of them. */
const kind = claims.find(({ voiceKind }) => voiceKind === 'anonymous')!.kind;
const wanted = claims.filter((claim) => claim.voiceKind === 'anonymous' && claim.kind === kind);

const status = (page: Page) => page.getByRole('status');
const shown = (page: Page) =>
  page.locator('.ledger tbody tr[id]').evaluateAll((rows) => rows.filter((row) => !row.closest('[hidden]')).map(({ id }) => id));

async function download(page: Page): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('a reader filters to the anonymous claims of one kind and takes them away', async ({ page }) => {
  await page.goto('index.html');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Claims' }).click();
  await expect(status(page)).toHaveText(total);
  await page.getByLabel('Kind').selectOption({ label: `${kind} (${claims.filter((claim) => claim.kind === kind).length})` });
  await page.getByLabel('Voice').selectOption({ label: `anonymous source (${wanted.length})` });
  await expect(status(page)).toHaveText(`${wanted.length} of ${total}`);
  expect(await shown(page)).toEqual(wanted.map(({ id }) => id));
  await expect(page.getByRole('row').filter({ hasText: wanted[0]!.says })).toBeVisible();
  const { name, text } = await download(page);
  expect(name).toBe(`claims-${kind}-anonymous.csv`);
  const rows = csvParse(text.replace('\ufeff', ''));
  expect(rows.map(({ id, says, voiceKind }) => ({ id, says, voiceKind }))).toEqual(
    wanted.map(({ id, says }) => ({ id, says, voiceKind: 'anonymous' })),
  );
});

test('everything exported is the file of the build, byte for byte', async ({ page }) => {
  await page.goto(ledger);
  const { name, text } = await download(page);
  expect(name).toBe('claims.csv');
  expect(text).toBe(readFileSync(join(dist, 'data/claims.csv'), 'utf8'));
});

test('by date, the undated last, either way; the export keeps the order', async ({ page }) => {
  await page.goto(ledger);
  const date = page.getByRole('columnheader', { name: 'Date' });
  const when = new Map(claims.map((claim) => [claim.id, claim.when]));
  await date.getByRole('button').click();
  await expect(date).toHaveAttribute('aria-sort', 'ascending');
  const ascending = (await shown(page)).map((id) => when.get(id));
  expect(ascending).toEqual(ascending.toSorted(compareDates));
  expect(ascending).toHaveLength(claims.length);
  await date.getByRole('button').press('Enter');
  await expect(date).toHaveAttribute('aria-sort', 'descending');
  const order = await shown(page);
  const descending = order.map((id) => when.get(id));
  const dated = descending.filter((date) => date !== undefined);
  expect(dated).toEqual(dated.toSorted((a, b) => compareDates(b, a)));
  expect(descending.slice(dated.length).every((date) => date === undefined)).toBe(true);
  const { text } = await download(page);
  expect(csvParse(text.replace('\ufeff', '')).map(({ id }) => id)).toEqual(order);
  await page.getByRole('columnheader', { name: 'Where' }).getByRole('button').click();
  expect(await shown(page)).toEqual(claims.map(({ id }) => id));
});

test('the address holds the view: after a reload, on the way back, and for whoever gets the link', async ({ page }) => {
  await page.goto(ledger);
  await page.getByLabel('Voice').selectOption('anonymous');
  await page.getByRole('button', { name: 'Kind' }).click();
  const view = await shown(page);
  expect(new URL(page.url()).search).toBe('');
  expect(new URL(page.url()).hash).toBe('#voice=anonymous&sort=kind');
  await page.reload();
  expect(await shown(page)).toEqual(view);
  await page.locator(`[id="${view[0]!}"] td:nth-child(2) a`).click();
  await expect(page.locator('article[data-article]')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Voice')).toHaveValue('anonymous');
  expect(await shown(page)).toEqual(view);
});

test('every facet narrows, by itself, to the claims that its count promises', async ({ page }) => {
  await page.goto(ledger);
  for (const label of ['Account', 'Kind', 'Voice', 'Stance', 'Name', 'Year']) {
    const select = page.getByLabel(label, { exact: true });
    const option = select.locator('option').nth(2);
    const promised = Number(/\((\d+)\)$/.exec((await option.textContent())!)![1]);
    await select.selectOption(await option.getAttribute('value'));
    await expect(status(page)).toHaveText(`${promised} of ${total}`);
    expect(await shown(page)).toHaveLength(promised);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(status(page)).toHaveText(total);
    expect(new URL(page.url()).hash).toBe('');
  }
});

test('nothing left says so, and there is nothing to download', async ({ page }) => {
  const other = claims.find(({ article }) => article !== first.article)!;
  const lacking = claims.find(({ kind }) => !claims.some((claim) => claim.article === other.article && claim.kind === kind));
  test.skip(lacking === undefined, 'every account has claims of every kind');
  await page.goto(`${ledger}#account=${other.article}&kind=${lacking!.kind}`);
  await expect(status(page)).toHaveText(`None of ${total}`);
  await expect(page.getByRole('button', { name: 'Download as CSV' })).toBeDisabled();
  await expect(page.locator('.ledger tbody:visible')).toHaveCount(0);
});

for (const width of [1360, 390]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('an address that names a claim leads to it, out of whatever was filtered', async ({ page }) => {
      await page.goto(`${ledger}#${last.id}`);
      await expect(page.locator(`[id="${last.id}"]`)).toBeInViewport();
      const other = claims.find((claim) => claim.kind !== last.kind)!;
      await page.evaluate((hash) => (location.hash = hash), `kind=${other.kind}&sort=-date`);
      await expect(page.locator(`[id="${last.id}"]`)).toBeHidden();
      await page.evaluate((hash) => (location.hash = hash), last.id);
      await expect(page.locator(`[id="${last.id}"]`)).toBeInViewport();
      await expect(page.getByLabel('Kind')).toHaveValue('');
      await expect(status(page)).toHaveText(total);
    });
  });
}

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('no speaker of an account’s claims reaches into the margin, and names stand apart for a finger', async ({ page }) => {
    for (const account of new Set(claims.map(({ article }) => article))) {
      await page.goto(`claims/${account}.html`);
      const over = await page.locator('.claim .voice > *').evaluateAll((speakers) =>
        speakers.flatMap((speaker) => {
          const { left, right } = speaker.closest('p')!.getBoundingClientRect();
          return [...speaker.getClientRects()].map((box) => Math.max(left - box.left, box.right - right));
        }),
      );
      expect(Math.max(...over), account).toBeLessThan(0.5);
      const heights = await page
        .locator('.claim .inline a')
        .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().height));
      expect(Math.min(...heights), account).toBeGreaterThanOrEqual(24);
    }
  });
});

test.describe('the records missing', () => {
  test.use({ tolerated: /claims\.csv\.js|Failed to load/ });

  test('the download says so', async ({ page }) => {
    await page.route('**/claims.csv.js', (route) => route.abort());
    await page.goto(ledger);
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    await expect(status(page)).toContainText('could not be read');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every claim stands in the table, under its account, and the file is a link', async ({ page }) => {
    await page.goto(ledger);
    await expect(page.locator('.ledger tbody tr[id]')).toHaveCount(claims.length);
    await expect(page.locator(`[id="${first.id}"]`)).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.locator('main button:visible')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'All claims as CSV' })).toBeVisible();
  });
});
