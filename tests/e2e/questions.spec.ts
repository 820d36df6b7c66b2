import { claims, questions } from './corpus.ts';
import { expect, test } from './reader.ts';

/** The question with the most figures on one axis. */
const drawn = questions.toSorted((a, b) => figures(b) - figures(a))[0]!;
const series = drawn.answers.find(({ series }) => series !== undefined)!.series!;

function figures({ answers }: (typeof questions)[number]): number {
  return answers.filter(({ series }) => series !== undefined).length;
}

const saying = (claim: string) => claims.find(({ id }) => id === claim)!;

test('a reader finds what each account answers, follows an answer to its sentence, and comes back', async ({ page }) => {
  const { claim } = drawn.answers[0]!;
  await page.goto('index.html');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('link', { name: drawn.question }).click();
  await expect(page.getByRole('heading', { level: 1, name: drawn.question })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Answers' }).getByRole('row');
  await expect(rows).toHaveCount(drawn.answers.length + 1);
  for (const [i, { answer, claim }] of drawn.answers.entries()) {
    await expect(rows.nth(i + 1)).toContainText(answer);
    await expect(rows.nth(i + 1)).toContainText(saying(claim).says);
    await expect(rows.nth(i + 1).getByRole('link', { name: /¶/ })).toBeVisible();
  }
  await rows
    .nth(1)
    .getByRole('link', { name: saying(claim).says })
    .click();
  await expect(page).toHaveURL(new RegExp(`articles/${saying(claim).article}\\.html#${claim}$`));
  await expect(page.locator(`[id="${claim}"]`)).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: drawn.question })).toBeVisible();
});

test('the record of a claim names the questions that it answers and leads to its row there', async ({ page }) => {
  const { claim } = drawn.answers[0]!;
  await page.goto(saying(claim).url);
  const record = page.locator(`[id="${claim}"]`);
  for (const { question, answers } of questions)
    await expect(record.getByRole('link', { name: question, exact: true })).toHaveCount(
      answers.some((answer) => answer.claim === claim) ? 1 : 0,
    );
  await record.getByRole('link', { name: drawn.question }).click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toContainText(saying(claim).says);
});

test('every question: a row for each answer, and a chart for each series and nothing else', async ({ page }) => {
  test.setTimeout(180_000);
  for (const { url, answers } of questions) {
    await page.goto(url);
    await expect(page.locator('.answers tbody tr')).toHaveCount(answers.length);
    const names = [...new Set(answers.flatMap(({ series }) => series ?? []))];
    await expect(page.getByRole('img')).toHaveCount(names.length);
  }
});

test('a chart says in words what it draws', async ({ page }) => {
  await page.goto(drawn.url);
  const chart = page.getByRole('img', { name: series });
  await expect(chart).toBeVisible();
  const own = drawn.answers.filter((answer) => answer.series === series);
  await expect(chart.locator('circle')).toHaveCount(own.length);
  const words = (await chart.locator('desc').textContent())!;
  const written = (await chart.locator('text.figure').allTextContents()).join(' ');
  for (const figure of written.match(/\d[\d,.]*/g)!) expect(words).toContain(figure);
});

test('questions of one subject lead to each other', async ({ page }) => {
  const own = questions.filter(({ subject }) => subject === drawn.subject);
  await page.goto(own[0]!.url);
  for (const next of own.slice(1)) {
    await page.getByRole('navigation', { name: 'Other questions' }).getByRole('link', { name: next.question }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(next.question);
  }
  await expect(page.locator('[rel="next"]')).toHaveCount(0);
});

test('the index: every question once under its subject, with what was found in numbers', async ({ page }) => {
  await page.goto('questions/index.html');
  const subjects = [...new Set(questions.map(({ subject }) => subject))];
  const contents = page.getByRole('navigation', { name: 'Subjects' });
  for (const subject of subjects) {
    if (subjects.length > 1) await contents.getByRole('link', { name: subject }).click();
    const section = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: subject, exact: true }) });
    await expect(section.getByRole('heading')).toBeInViewport();
    const own = questions.filter((question) => question.subject === subject);
    await expect(section.getByRole('listitem')).toHaveCount(own.length);
    for (const { question, answers, agree } of own) {
      const entry = section.getByRole('listitem').filter({ has: page.getByRole('link', { name: question, exact: true }) });
      await expect(entry).toContainText(`${answers.length} answers`);
      if (agree.length > 0) await expect(entry).toContainText(agree.length === 1 ? '1 point agrees' : `${agree.length} points agree`);
    }
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('table and chart are there', async ({ page }) => {
    await page.goto(drawn.url);
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await expect(page.getByRole('img', { name: series })).toBeVisible();
  });
});

test('on paper: the answers and the chart whole, nothing to click, nothing cut off', async ({ page }) => {
  await page.setViewportSize({ width: 690, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(drawn.url);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('img', { name: series })).toBeVisible();
  const wide = await page
    .locator('main *')
    .evaluateAll((all) =>
      all.filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
  expect(wide).toEqual([]);
});
