import { articles, claims, entities, longestArticle, mentions } from './corpus.ts';
import { expect, test } from './reader.ts';

test('from the home page to a claim, its note, its record, its source, and back', async ({ page }) => {
  await page.goto('index.html');
  await page.locator('.accounts a').first().click();
  await expect(page.locator('article[data-article]')).toBeVisible();
  const reference = page.locator('a[data-claim]').first();
  const claim = (await reference.getAttribute('data-claim'))!;
  await reference.click();
  const note = page.locator(':target');
  await expect(note).toBeInViewport();
  await note.locator('a').first().click();
  await expect(page.locator(`#${claim}`)).toBeInViewport();
  await page.locator('.footnotes li').first().locator('a').nth(2).click();
  await expect(page).toHaveURL(new RegExp(`claims/.*#${claim}$`));
  await expect(page.locator(`#${claim}`)).toBeInViewport();
  await page.locator(`#${claim} a.at`).click();
  await expect(page).toHaveURL(/sources\/.*#b\d+$/);
  await expect(page.locator(':target')).toBeInViewport();
  await page.goBack();
  await page.locator(`#${claim}`).getByText('in the account').click();
  await expect(page).toHaveURL(new RegExp(`articles/.*#${claim}$`));
});

test('from a name to its page and from a mention back to the paragraph', async ({ page }) => {
  const { entity, article, paragraph, surface } = mentions[0]!;
  await page.goto(articles.find(({ id }) => id === article)!.url);
  await page.locator(`#${paragraph} a[data-entity="${entity}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`entities/${entity}\\.html$`));
  await page.locator(`.mention a[href$="${article}.html#${paragraph}"]`).first().click();
  await expect(page.locator(`#${paragraph}`)).toBeInViewport();
  await expect(page.locator(`#${paragraph}`)).toContainText(surface);
});

test('wide: notes stand in the margin, level with their block or just below the notes above', async ({ page }) => {
  await page.goto(longestArticle);
  const boxes = await page.locator('.footnotes > ol').evaluateAll((lists) =>
    lists.map((list) => {
      const block = document.getElementById(getComputedStyle(list).getPropertyValue('--r').trim().slice(2))!;
      const [note, text] = [list.getBoundingClientRect(), block.getBoundingClientRect()];
      return { top: note.top, bottom: note.bottom, left: note.left, blockTop: text.top, blockRight: text.right };
    }),
  );
  expect(boxes.length).toBeGreaterThan(3);
  for (const [i, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThan(box.blockRight);
    expect(box.top).toBeGreaterThanOrEqual(box.blockTop - 1);
    if (i > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1]!.bottom - 1);
  }
  const level = boxes.filter(({ top, blockTop }) => top - blockTop < 2);
  expect(level.length).toBeGreaterThan(boxes.length / 4);
});

test('wide: on no page do the notes run into the footer', async ({ page }) => {
  test.setTimeout(180_000);
  const overrun: string[] = [];
  for (const { url } of [...articles, ...entities.filter((_, i) => i % 5 === 0)]) {
    await page.goto(url);
    const over = await page.evaluate(() => {
      const bottoms = [...document.querySelectorAll('.footnotes > ol')].map((list) => list.getBoundingClientRect().bottom);
      return Math.max(0, ...bottoms) - document.querySelector('footer')!.getBoundingClientRect().top;
    });
    if (over > 0) overrun.push(`${url} by ${Math.round(over)} px`);
  }
  expect(overrun).toEqual([]);
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('notes stand at the end, each with a way back', async ({ page }) => {
    await page.goto(articles[0]!.url);
    await expect(page.getByRole('heading', { name: 'Footnotes' })).toBeVisible();
    const reference = page.locator('a[data-claim]').nth(2);
    const claim = (await reference.getAttribute('data-claim'))!;
    await reference.click();
    await expect(page.locator(':target')).toBeInViewport();
    await page.locator(':target a').first().click();
    await expect(page.locator(`#${claim}`)).toBeInViewport();
  });

  test('a jump lands on its note and back, however far, though the far text is laid out after the first paint', async ({ page }) => {
    await page.goto(longestArticle);
    await expect(page.locator('body')).toHaveClass('whole');
    const references = page.locator('a[data-claim]');
    const count = await references.count();
    for (let i = 0; i < count; i += 15) {
      await references.nth(i).click();
      await expect(page.locator(':target')).toBeInViewport({ ratio: 0.9 });
      await page.locator(':target a').first().click();
      await expect(page.locator(':target')).toBeInViewport();
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an account, its notes and the way to a name work', async ({ page }) => {
    await page.goto(longestArticle);
    const own = claims.filter(({ article }) => longestArticle.includes(article));
    for (const { id } of own) await expect(page.locator(`a[data-claim="${id}"]`).first()).toBeVisible();
    await page.locator('a[data-entity]').first().click();
    await expect(page.locator('h1')).toBeVisible();
  });

  test('the search page leads to the lists, and shows no box that would not work', async ({ page }) => {
    await page.goto('search.html');
    await expect(page.locator('input:visible')).toHaveCount(0);
    await page.getByRole('link', { name: 'all names from A to Z' }).click();
    await page.getByLabel('Places').check();
    await expect(page.locator('li[data-type="person"]').first()).toBeHidden();
    await expect(page.locator('li[data-type="place"]').first()).toBeVisible();
    await page.getByLabel('Weapons').check();
    const letters = page.locator('.letter:visible');
    await expect(letters.filter({ hasNot: page.locator('li:visible') })).toHaveCount(0);
    await expect(page.locator('.letters a:visible')).toHaveCount(await letters.count());
  });
});
