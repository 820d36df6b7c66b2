import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buildEdition } from '../../src/edition.ts';
import { sealIndex, sealedSource } from '../../src/exports/verification.ts';
import { haveSeeds, seeds } from '../seeds.ts';
import { smallCorpus, smallDocuments } from '../small-corpus.ts';
import { articles, claims, sources } from './corpus.ts';
import { expect as expectSoon, test } from './reader.ts';

/** A long document takes a busy machine its time. */
const expect = expectSoon.configure({ timeout: 20_000 });

const gazette = readFileSync(join(smallDocuments, 'gazette-1901.txt'), 'utf8');
const file = (text: string, name = 'document.txt') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const result = (page: Page) => page.getByRole('heading', { level: 2 }).and(page.locator('#result'));
const choose = (page: Page, given: ReturnType<typeof file> | string) => page.getByLabel('Choose the document').setInputFiles(given);
const paste = async (page: Page, text: string) => {
  await page.getByLabel('Or paste its text').fill(text);
  await page.getByRole('button', { name: 'Check the text' }).click();
};
const drop = async (page: Page, { name, buffer }: ReturnType<typeof file>) => {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    [name, buffer.toString()] as const,
  );
  await page.dispatchEvent('h1', 'dragover', { dataTransfer });
  await page.dispatchEvent('h1', 'drop', { dataTransfer });
};

test.describe('documents written for the test', () => {
  test.beforeEach(async ({ page }) => {
    const { edition } = await buildEdition(smallCorpus);
    await page.route('**/data/verify/*.js', (route) => {
      const name = /([^/]+)\.js$/.exec(route.request().url())![1]!;
      const body =
        name === 'index'
          ? `__sealIndex=${JSON.stringify(sealIndex(edition))}`
          : `__sealedSource=${JSON.stringify(sealedSource(edition, name))}`;
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto('verify.html');
  });

  test('the file itself: every seal holds, and the reader is led to the answer', async ({ page }) => {
    await choose(page, file(gazette));
    await expect(result(page)).toHaveText('All 13 seals hold');
    await expect(result(page)).toBeFocused();
    await expect(result(page)).toBeInViewport();
    await expect(page.getByRole('region', { name: 'All 13 seals hold' })).toContainText('This is the document itself.');
    await expect(page.getByRole('status')).toContainText('document.txt');
    await expect(page.getByText('5 of 5 hold')).toBeVisible();
    await expect(page.getByText('8 of 8 hold')).toBeVisible();
  });

  test('a copy from a page: other line ends, no blank lines, other text around', async ({ page }) => {
    const copy = `Home\r\nNews\r\n${gazette.replaceAll(/\n+/g, '\r\n').replaceAll(' ', '\u00A0')}Read on\r\nContact`;
    await paste(page, copy);
    await expect(result(page)).toHaveText('All 13 seals hold');
    await expect(page.getByText('Word for word, this is the document’s text.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Home News' }).last()).toContainText('not in the document');
  });

  test('a saved page that is dropped: its text is read, nothing of it runs or loads', async ({ page }) => {
    const paragraphs = gazette
      .trim()
      .split(/\n\s*\n/)
      .map((block) => `<p>${block.replace('Northern', 'North<b>ern</b>')}</p>`);
    const html = `<!DOCTYPE html><title>x</title><script>alert(1)</script><img src="https://example.org/a.png"><nav>Home</nav>${paragraphs.join('')}`;
    await drop(page, file(html, 'page.html'));
    await expect(result(page)).toHaveText('All 13 seals hold');
    await expect(page.locator('.rows')).not.toContainText('alert');
  });

  test('a text that is dragged from elsewhere', async ({ page }) => {
    const dataTransfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', text);
      return transfer;
    }, gazette);
    await page.dispatchEvent('h1', 'drop', { dataTransfer });
    await expect(result(page)).toHaveText('All 13 seals hold');
  });

  test('markup in a plain file is text', async ({ page }) => {
    await choose(page, file(`${gazette}\n<img src=x onerror="document.title='run'">`));
    await expect(page.locator('.rows')).toContainText('<img src=x');
    await expect(page.locator('.rows img')).toHaveCount(0);
  });

  test('other quotation marks are told apart', async ({ page }) => {
    await paste(page, gazette.replaceAll(/[“”]/g, '"'));
    await expect(result(page)).toHaveText('11 of 13 seals hold');
    await expect(page.getByText(/2 more hold once straight and curly/)).toBeVisible();
  });

  test('another version: which blocks differ, and what stands there', async ({ page }) => {
    await drop(page, file(gazette.replace('Some 40', 'Some 50').replace(/Men of.*\n\n/, '')));
    await expect(result(page)).toHaveText('8 of 13 seals hold');
    await expect(page.getByText('This is another version of the document')).toBeVisible();
    await page.getByRole('link', { name: '¶3 s2' }).click();
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator(':target')).toContainText('Some 50 sacks of grain burned, the harbour master said. [not as sealed in ¶3 s2]');
    await expect(page.locator(':target').getByRole('list', { name: 'Claims' })).toContainText('About 40 sacks of grain burned.');
    await page.getByRole('link', { name: '¶4', exact: true }).click();
    await expect(page.locator(':target')).toContainText('¶4 prose · not in your text');
  });

  test('from a stretch to its claim and back, by mouse and by keyboard', async ({ page }) => {
    await choose(page, file(gazette));
    const stretch = page.locator('.holds', { hasText: 'Men of the Northern Guard' });
    const claim = page.getByRole('listitem').filter({ hasText: 'Men of the Northern Guard held' }).last();
    await stretch.click({ position: { x: 30, y: 12 } });
    await expect(claim).toHaveClass(/current/);
    await expect(claim).toContainText('4 · G ¶4 s1');
    await expect(claim).toContainText('unattributed › Vell Gazette');
    await expect(claim.getByRole('button')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(stretch).toHaveClass(/current/);
    await expect(stretch.getByRole('button', { name: 'Claim 4' })).toBeFocused();
    await page.getByRole('button', { name: 'Claim 5' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('li.current')).toContainText('Nobody was hurt.');
    await expect(stretch).not.toHaveClass(/current/);
    await expect(claim.getByRole('link', { name: 'account' })).toHaveAttribute('href', 'articles/gazette-1901.html#bridge-g');
  });

  for (const [what, given, words] of [
    ['a huge file', file('a'.repeat(10_000_001)), /^The file has 10000001 bytes/],
    ['a huge text', file('A sentence. '.repeat(200_000)), /^The text has 2400000 characters/],
    ['a binary file', { ...file(''), buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]) }, /^This is not a text file/],
    ['a PDF', file('%PDF-1.7'), /^This is a PDF/],
    [
      'an old encoding',
      { ...file(''), buffer: Buffer.from(gazette.replaceAll(/[“”]/g, '\u0093'), 'latin1') },
      /^This file is not in UTF-8/,
    ],
    ['an empty file', file(''), /^The file is empty/],
    ['white space', file(' \n'), /^There is no text/],
    [
      'another text',
      file('Snow fell on the hills all night and nobody saw it. '.repeat(9)),
      /^This is none of the documents of this site, and no part of one.$/,
    ],
    ['a few words', file('Snow fell.'), /paste whole sentences/],
  ] as const) {
    test(`${what} gets a plain answer, and the page goes on`, async ({ page }) => {
      await choose(page, given);
      await expect(result(page)).toHaveText(/Not checked|No seal holds/);
      await expect(page.getByRole('region').and(page.locator('.result')).getByRole('paragraph')).toHaveText(words);
      await choose(page, file(gazette));
      await expect(result(page)).toHaveText('All 13 seals hold');
    });
  }

  for (const [what, dropped, words] of [
    ['a folder', [smallDocuments], /A folder cannot be checked/],
    ['two files', ['gazette-1901.txt', 'gazette-1901.txt'].map((name) => join(smallDocuments, name)), /one at a time/],
  ] as const) {
    test(`${what} dropped at once gets a plain answer`, async ({ page }) => {
      const devtools = await page.context().newCDPSession(page);
      const data = { items: [], files: [...dropped], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
      await expect(result(page)).toHaveText('Not checked');
      await expect(page.locator('.result p')).toHaveText(words);
    });
  }

  test('the later of two texts counts', async ({ page }) => {
    await choose(page, file('A sentence that nobody sealed. '.repeat(20_000)));
    await paste(page, gazette);
    await expect(result(page)).toHaveText('All 13 seals hold');
    await page.waitForTimeout(1500);
    await expect(result(page)).toHaveText('All 13 seals hold');
  });

  test('nothing is sent, nothing is kept, and clearing forgets', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await paste(page, gazette);
    await expect(result(page)).toBeVisible();
    // The site’s own scripts and icon, which every page loads, know nothing of the document.
    const asked = requests.filter((path) => !path.includes('/assets/')).map((path) => path.split('/data/')[1]);
    expect(asked).toEqual(['verify/index.js', 'verify/gazette-1901.js']);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      'caches' in window && location.protocol !== 'file:' ? (await caches.keys()).length : 0,
    ]);
    expect(kept).toEqual([0, 0, '', 0, 0]);
    await page.reload();
    await expect(page.getByLabel('Or paste its text')).toHaveValue('');
    await paste(page, gazette);
    await expect(result(page)).toBeVisible();
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await expect(result(page)).toHaveCount(0);
    await expect(page.getByLabel('Or paste its text')).toHaveValue('');
    await expect(page.getByRole('status')).toContainText('Cleared');
    expect(await page.evaluate(() => document.documentElement.textContent)).not.toContain('harbour master');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1360, 320]) {
      test.describe(`an answer, ${colorScheme}, ${width}`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        test('axe finds nothing, and nothing scrolls sideways', async ({ page, baseURL }) => {
          test.skip(baseURL!.startsWith('file:'), 'the same page as on a host');
          await paste(page, `Home\n\n${gazette.replace('Some 40', 'Some 50').replace(/Men of.*\n\n/, '')}`);
          await page.getByRole('button', { name: 'Claim 1' }).click();
          await page.getByRole('link', { name: '¶3 s2' }).click();
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        });
      });
    }
  }
});

test.describe('the policy', () => {
  test.use({ tolerated: /Content Security Policy|violates/ });

  test('forbids every connection', async ({ page }) => {
    await page.goto('verify.html');
    const refused = await page.evaluate(async () => {
      const violated = new Promise((done) =>
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => done(violatedDirective)),
      );
      await fetch('data/sources.json').catch(() => undefined);
      return violated;
    });
    expect(refused).toBe('connect-src');
  });
});

test('over plain http the page says why it cannot compute', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto('verify.html');
  await expect(page.getByRole('status')).toContainText('over plain http');
  await expect(page.getByLabel('Choose the document')).toBeDisabled();
  await drop(page, file(gazette));
  await expect(page.getByRole('status')).toContainText('over plain http');
  await page.waitForTimeout(500);
  await expect(result(page)).toHaveCount(0);
});

test('the worked example can be redone', async ({ page }) => {
  await page.goto('verify.html');
  const command = await page.getByLabel('Command for the example').innerText();
  const sentence = /^printf '%s' '(.+)' \| sha256sum$/.exec(command)![1]!;
  await expect(page.getByText(createHash('sha256').update(sentence).digest('hex'))).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says how to check by hand, and shows no box that would not work', async ({ page }) => {
    await page.goto('verify.html');
    await expect(page.locator('input:visible, textarea:visible, button:visible')).toHaveCount(0);
    await page.getByRole('link', { name: 'by hand' }).click();
    await expect(page.getByRole('heading', { name: 'By hand' })).toBeInViewport();
    await expect(page.getByText('npm run verify')).toBeVisible();
    for (const { document } of sources) await expect(page.getByRole('cell', { name: document.sha256 })).toBeVisible();
  });
});

test.describe('the documents themselves (skipped where they are not at hand)', () => {
  test.skip(!haveSeeds, `${seeds} does not exist`);

  for (const { id, document } of sources) {
    test(`${id}: every seal holds, as a file and as pasted, and each claim has its stretch`, async ({ page }) => {
      const path = join(seeds, document.file);
      await page.goto('verify.html');
      await choose(page, path);
      await expect(result(page)).toHaveText(/^All \d+ seals hold$/);
      await expect(page.getByText('This is the document itself.')).toBeVisible();
      const account = articles.find(({ source }) => source === id)!;
      const own = claims.filter(({ article }) => article === account.id);
      await expect(page.locator('.rows [data-claim]')).toHaveCount(own.length);
      for (let claim = 1; claim <= own.length; claim++)
        await expect(page.getByRole('button', { name: `Claim ${claim}`, exact: true }).first()).toBeAttached();
      await paste(page, readFileSync(path, 'utf8').replaceAll(/\n+/g, '\n'));
      await expect(page.getByText('Word for word, this is the document’s text.')).toBeVisible();
      await expect(result(page)).toHaveText(/^All \d+ seals hold$/);
      const opened = page.waitForEvent('popup');
      await page.locator('.rows').getByRole('link', { name: 'account' }).last().click();
      await expect((await opened).locator(':target')).toBeInViewport();
    });
  }
});
