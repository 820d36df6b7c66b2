import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { articles, claims, entities, longestArticle, pages, questions } from './corpus.ts';
import { dist } from './places.ts';
import { expect as promptly, test } from './reader.ts';

/** Previews wait for a script, a file and a rest: on a busy machine that takes a while. */
const expect = promptly.configure({ timeout: 20_000 });

const preview = (page: Page) => page.getByRole('dialog', { name: /^Preview/ });
const names = (page: Page) => page.locator('.prose a[data-entity]');

/** The record of the entity that a link names. */
async function entityOf(link: Locator) {
  const id = await link.getAttribute('data-entity');
  return entities.find((entity) => entity.id === id)!;
}

/** Opens by pointer and waits. */
async function hover(page: Page, link: Locator) {
  await link.hover();
  await expect(preview(page)).toBeVisible();
}

/** Do the boxes of two elements share a pixel? */
async function overlap(one: Locator, other: Locator) {
  const [a, b] = [(await one.boundingBox())!, (await other.boundingBox())!];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('a name: its preview says who or what it is, and Esc closes it for as long as the pointer stays', async ({ page }) => {
  await page.goto(longestArticle);
  const link = names(page).nth(3);
  const entity = await entityOf(link);
  await hover(page, link);
  await expect(preview(page)).toContainText(entity.name);
  await expect(preview(page)).toContainText(entity.summary);
  await page.keyboard.press('Escape');
  await expect(preview(page)).toHaveCount(0);
  await page.waitForTimeout(700);
  await expect(preview(page)).toHaveCount(0);
});

test('the pointer can go into it; away from both it closes; there is never a second one', async ({ page }) => {
  await page.goto(longestArticle);
  await hover(page, names(page).nth(3));
  await preview(page).hover();
  await page.waitForTimeout(700);
  await expect(preview(page)).toBeVisible();
  await page.mouse.move(3, 400);
  await expect(preview(page)).toHaveCount(0);
  await hover(page, names(page).nth(4));
  const other = names(page).nth(6);
  await other.hover();
  await expect(preview(page)).toContainText((await entityOf(other)).name);
  await expect(preview(page)).toHaveCount(1);
});

test('by keyboard: it opens at rest, Tab leads in and on, Shift+Tab back, Esc returns to the link', async ({ page }) => {
  await page.goto(longestArticle);
  const link = names(page).nth(3);
  await link.focus();
  await expect(preview(page)).toBeVisible();
  await expect(link).toBeFocused();
  await expect(link).toHaveAttribute('aria-details', (await preview(page).getAttribute('id'))!);
  await page.keyboard.press('Tab');
  await expect(preview(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(preview(page)).toHaveCount(0);
  await expect(link).toBeFocused();
  await link.blur();
  await link.focus();
  await expect(preview(page)).toBeVisible();
  for (let i = await preview(page).getByRole('link').count(); i >= 0; i--) await page.keyboard.press('Tab');
  await expect(link).not.toBeFocused();
  expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
});

test('a claim: where it stands, who says so, and the ways on; its footnote is marked', async ({ page }) => {
  await page.goto(longestArticle);
  const reference = page.locator('a[data-claim]').nth(2);
  const id = await reference.getAttribute('data-claim');
  const claim = claims.find((claim) => claim.id === id)!;
  await hover(page, reference);
  await expect(preview(page)).toContainText(claim.says);
  await expect(preview(page)).toContainText(`¶${claim.block}`);
  await expect(preview(page)).toContainText(claim.stance);
  for (const { person, organisation, outlet, as } of claim.voice) {
    const id = person ?? organisation ?? outlet;
    const name = id === undefined ? as! : entities.find((entity) => entity.id === id)!.name;
    await expect(preview(page).getByRole('definition').first()).toContainText(name);
  }
  const note = page.locator((await reference.getAttribute('href'))!);
  expect(await note.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  expect(await overlap(preview(page), note)).toBe(false);
  await preview(page).getByRole('link', { name: 'Go to the footnote' }).click();
  await expect(note).toBeInViewport();
  await expect(preview(page)).toHaveCount(0);
  await hover(page, reference);
  await preview(page).getByRole('link', { name: 'Open its record' }).click();
  await expect(page).toHaveURL(new RegExp(`claims/.*#${id!}$`));
});

test('a place in a document: its block, sentence and characters', async ({ page }) => {
  await page.goto(longestArticle);
  await hover(page, page.locator('.footnotes a.at', { hasText: /¶\d+ s\d+$/ }).first());
  await expect(preview(page)).toContainText(/Block \d+.*sentence \d+, characters \d+–\d+ of \d+/);
});

test('a place on the map: its position in words, and its name in Arabic as Arabic', async ({ page }) => {
  const place = entities.find(
    ({ type, position, names }) => type === 'place' && position !== undefined && names.some(({ lang }) => lang === 'ar'),
  )!;
  await page.goto('entities/index.html');
  await hover(page, page.locator(`main a[href$="${place.id}.html"]`).first());
  await expect(preview(page)).toContainText(/\d° N, .*within about .*(?:high|medium|low) confidence/);
  const arabic = preview(page).locator('[lang="ar"]');
  await expect(arabic).toHaveText(place.names.find(({ lang }) => lang === 'ar')!.text);
  await expect(arabic).toHaveAttribute('dir', 'rtl');
});

test('an editorial note and a question', async ({ page }) => {
  const withNote = pages.find((name) => name.startsWith('entities/') && readFileSync(join(dist, name), 'utf8').includes('#note-'))!;
  await page.goto(withNote);
  await hover(page, page.locator('main a[href*="#note-"]').first());
  await expect(preview(page)).toContainText('Our note');
  await page.goto('questions/index.html');
  const question = questions[0]!;
  await hover(page, page.locator(`main a[href$="questions/${question.id}.html"]`));
  await expect(preview(page)).toContainText(question.why);
});

test('nothing is loaded before a reader comes upon a link, and then two scripts and one small file', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURI(request.url()).slice(decodeURI(baseURL!).length)));
  await page.goto(longestArticle, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  expect(asked.filter((path) => !path.endsWith('icon.svg'))).toEqual([longestArticle, 'assets/site.js']);
  asked.length = 0;
  await hover(page, names(page).nth(3));
  expect(asked.filter((path) => !path.endsWith('icon.svg'))).toEqual([
    'assets/reader.js',
    'assets/preview.js',
    expect.stringMatching(/^data\/previews\/entities-..\.js$/),
  ]);
});

for (const [width, height] of [
  [1360, 900],
  [700, 420],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('it never covers its link and stays in the window, wherever the link stands', async ({ page }) => {
      test.setTimeout(180_000);
      for (const url of [articles[0]!.url, pages.find((name) => name.startsWith('claims/') && !name.endsWith('index.html'))!]) {
        await page.goto(url);
        const links = page.locator('main :is(a[data-entity], a[data-claim], a.at, a[href*="entities/"])');
        const count = await links.count();
        for (let i = 0; i < count; i += Math.ceil(count / 12)) {
          const link = links.nth(i);
          for (const block of ['start', 'center', 'end'] as const) {
            await page.mouse.move(2, 2);
            await expect(preview(page)).toHaveCount(0);
            await link.evaluate((element, block) => element.scrollIntoView({ block, behavior: 'instant' }), block);
            await hover(page, link);
            expect(await overlap(preview(page), link), `${url}, link ${i}, ${block}`).toBe(false);
            const box = (await preview(page).boundingBox())!;
            expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box)).toBe(true);
          }
        }
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('the first tap opens a sheet at the bottom, the second follows the link', async ({ page }) => {
    await page.goto(longestArticle);
    const link = names(page).nth(3);
    const entity = await entityOf(link);
    await link.tap();
    await expect(preview(page)).toContainText(entity.summary);
    const box = (await preview(page).boundingBox())!;
    expect([box.x, box.width, box.y + box.height]).toEqual([0, 390, 800]);
    expect(await overlap(preview(page), link)).toBe(false);
    await link.tap();
    await expect(page).toHaveURL(new RegExp(`entities/${entity.id}\\.html$`));
  });

  test('it leads to the page, closes by its button or a tap elsewhere, and gives the focus back', async ({ page }) => {
    await page.goto(longestArticle);
    const link = names(page).nth(3);
    await link.tap();
    await expect(preview(page)).toBeFocused();
    await preview(page).getByRole('button', { name: 'Close' }).tap();
    await expect(preview(page)).toHaveCount(0);
    await expect(link).toBeFocused();
    await link.tap();
    await expect(preview(page)).toBeVisible();
    await page.touchscreen.tap(5, 20);
    await expect(preview(page)).toHaveCount(0);
    await link.tap();
    await preview(page).getByRole('link', { name: 'Open its page' }).tap();
    await expect(page).toHaveURL(/entities\/.*\.html$/);
  });

  test('the last link of a page is not under its sheet', async ({ page }) => {
    await page.goto(longestArticle);
    const link = page.locator('.footnotes a[href*="claims/"]').last();
    await link.tap();
    await expect(preview(page)).toBeVisible();
    expect(await overlap(preview(page), link)).toBe(false);
  });

  test.describe('where its data are missing', () => {
    test.use({ tolerated: /ERR_FAILED/ });

    test('the link is a link', async ({ page, baseURL }) => {
      test.skip(baseURL!.startsWith('file:'), 'files of a disk cannot be withheld');
      await page.route('**/data/previews/*', (route) => route.abort());
      await page.goto(longestArticle);
      const link = names(page).nth(3);
      await link.hover();
      await page.waitForTimeout(600);
      await expect(preview(page)).toHaveCount(0);
      await link.tap();
      await expect(page).toHaveURL(/entities\/.*\.html$/);
    });

    test('so it is without the script', async ({ page, baseURL }) => {
      test.skip(baseURL!.startsWith('file:'), 'files of a disk cannot be withheld');
      await page.route('**/assets/preview.js', (route) => route.abort());
      await page.goto(longestArticle);
      await names(page).nth(3).tap();
      await expect(page).toHaveURL(/entities\/.*\.html$/);
    });
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1360, 390]) {
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing while one is open', async ({ page }) => {
        test.slow();
        await page.goto(articles[0]!.url);
        await names(page).nth(3).focus();
        await expect(preview(page)).toBeVisible();
        expect(await faults(new AxeBuilder({ page }).include('[role="dialog"]'))).toEqual([]);
        await page.locator('a[data-claim]').nth(2).focus();
        await expect(preview(page)).toContainText('Claim');
        expect(await faults(new AxeBuilder({ page }))).toEqual([]);
      });
    });
  }
}

async function faults(axe: AxeBuilder) {
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
}

interface Shown {
  links: [string, string][];
}

/** Every preview by its chunk. */
function records(): Map<string, Record<string, Shown>> {
  const folder = join(dist, 'data/previews');
  return new Map(
    readdirSync(folder).map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [name.replace('.js', ''), JSON.parse(text.slice(text.indexOf(']=') + 2)) as Record<string, Shown>];
    }),
  );
}

test('every link of a preview leads somewhere', () => {
  const ids = new Map(pages.map((name) => [name, new Set(readFileSync(join(dist, name), 'utf8').match(/(?<=\sid=")[^"]+/g))]));
  const dead: string[] = [];
  for (const chunk of records().values()) {
    for (const { links } of Object.values(chunk)) {
      for (const [, address] of links) {
        const [path, anchor] = address.split('#') as [string, string?];
        if (!ids.has(path) || (anchor !== undefined && !ids.get(path)!.has(anchor))) dead.push(address);
      }
    }
  }
  expect(dead).toEqual([]);
});

test('every link to a record has a preview', () => {
  const known = records();
  const missing = new Set<string>();
  for (const name of pages.filter((name) => name !== '404.html')) {
    const main = /<main[\s\S]*<\/main>/.exec(readFileSync(join(dist, name), 'utf8'))![0];
    for (const [, folder, id, anchor] of main.matchAll(/href="(?:\.\.\/)?(entities|questions|claims)\/([^"#]+)\.html(?:#([^"]+))?"/g)) {
      if (id === 'index' || (folder === 'claims' && anchor === undefined)) continue;
      const chunk =
        folder === 'claims' ? `account-${id!}` : folder === 'questions' ? folder : `entities-${id!.replace(/^al-/, '').slice(0, 2)}`;
      if (known.get(chunk)?.[folder === 'claims' ? anchor! : id!] === undefined) missing.add(`${folder!} ${id!} ${anchor ?? ''}`);
    }
    for (const [, id, label] of main.matchAll(/href="(?:\.\.\/)?sources\/([^"#]+)\.html#b\d+"[^>]*>[^<¶]*([^<]*)/g)) {
      for (const [, block, sentence] of label!.matchAll(/¶(\d+)(?: s(\d+))?/g)) {
        const key = sentence === undefined ? block! : `${block!}.${sentence}`;
        if (known.get(`source-${id!}`)?.[key] === undefined) missing.add(`${id!} ${key}`);
      }
    }
  }
  expect([...missing]).toEqual([]);
});
