import { kinds } from './corpus.ts';
import { expect, test } from './reader.ts';

for (const kind of kinds) {
  test(`${kind} loads whole and quietly`, async ({ page }) => {
    await page.goto(kind);
    await expect(page.locator('h1')).toBeVisible();
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policy).toHaveCount(1);
    expect(await policy.getAttribute('content')).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  });
}

test.describe('the policy holds', () => {
  test.use({ tolerated: /Content Security Policy/ });

  test('a script that content brings in does not run', async ({ page }) => {
    await page.goto('index.html');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      return 'intruder' in window;
    });
    expect(ran).toBe(false);
  });
});

test.describe('a missing page', () => {
  test.use({ tolerated: /404/ });

  test('leads back into the site, at whatever depth', async ({ page, baseURL }) => {
    test.skip(baseURL!.startsWith('file:'), 'a disk has no page for missing files');
    await page.goto('entities/deeper/nowhere.html');
    await page.getByRole('link', { name: 'All names from A to Z' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Names' })).toBeVisible();
  });
});
