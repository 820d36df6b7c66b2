import type { Page } from '@playwright/test';
import { articles, entities, kinds, longestArticle, pages } from './corpus.ts';
import { expect, test } from './reader.ts';

/** Does anything stick out of the page sideways? */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const kind of kinds) {
  test(`${kind}: every control is reached by Tab, in view, with a visible focus`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(kind);
    const unseen: string[] = [];
    // As many steps as show every control of the frame and a good part of the text's.
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        // In a drawing the focus is a heavy line around the mark: an outline would follow its box, label included.
        const ring = element.querySelector('.hit, .inset');
        const drawn = ring !== null && getComputedStyle(ring).stroke !== 'none' && parseFloat(getComputedStyle(ring).strokeWidth) >= 3;
        const box = element.getBoundingClientRect();
        return {
          what: element.outerHTML.slice(0, 120),
          outlined: drawn || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
          inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        };
      });
      if (focus === undefined) break;
      if (!focus.outlined || !focus.inView) unseen.push(`${focus.what} outlined: ${focus.outlined}, in view: ${focus.inView}`);
    }
    expect(unseen).toEqual([]);
  });

  test(`${kind}: text of twice the size does not stick out or hide`, async ({ page }) => {
    await page.goto(kind);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expect(page.locator('h1')).toBeVisible();
  });

  test(`${kind}: in forced colours links and fields keep their borders and names`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(kind);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe('none');
    for (const field of await page.locator('.field:visible').all())
      expect(await field.evaluate((element) => parseFloat(getComputedStyle(element).borderTopWidth))).toBeGreaterThan(0);
  });
}

test('an account is read in order: the frame, the title, the facts, the text, the notes, the foot', async ({ page }) => {
  await page.goto(longestArticle);
  const tree = await page.locator('body').ariaSnapshot();
  const places = [
    '- banner',
    '- main',
    'heading',
    'term',
    '- navigation "On this page"',
    '[level=2]',
    '- region "Footnotes"',
    '- contentinfo',
  ];
  const found = places.reduce<number[]>((list, place) => [...list, tree.indexOf(place, list.at(-1) ?? 0)], []);
  expect(
    found.every((at, i) => at >= 0 && at >= (found[i - 1] ?? 0)),
    `${places.join(', ')} at ${found.join(', ')}`,
  ).toBe(true);
  // A reference is a link named by its number, and its note leads back.
  expect(tree).toContain('superscript:');
  expect(tree).toContain('link "Back"');
});

test('Arabic has its language and direction wherever it stands', async ({ page }) => {
  test.setTimeout(120_000);
  const withArabic = entities.filter(({ names }) => names.some(({ lang }) => lang === 'ar')).map(({ url }) => url);
  test.skip(withArabic.length === 0, 'no Arabic names in this corpus');
  const looked = [
    ...withArabic.filter((_, i) => i % 8 === 0),
    ...articles.map(({ url }) => url),
    ...pages.filter((page) => !page.includes('/')),
  ];
  const unmarked: string[] = [];
  for (const url of looked) {
    await page.goto(url);
    unmarked.push(
      ...(
        await page.evaluate(() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const bad: string[] = [];
          for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
            if (!/\p{Script=Arabic}/u.test(node.nodeValue!) || node.parentElement!.closest('script, style') !== null) continue;
            if (node.parentElement!.closest('[lang|=ar][dir=rtl], [lang|=ar] [dir=rtl]') === null) bad.push(node.nodeValue!.trim());
          }
          return bad.slice(0, 3);
        })
      ).map((text) => `${url}: ${text}`),
    );
  }
  expect(unmarked).toEqual([]);
});

test('nothing moves by itself, for anybody', async ({ page }) => {
  await page.goto(longestArticle);
  const moving = await page.evaluate(() => [
    getComputedStyle(document.documentElement).scrollBehavior,
    ...document.getAnimations().map((animation) => animation.id),
  ]);
  expect(moving).toEqual(['auto']);
});
