import AxeBuilder from '@axe-core/playwright';
import { kinds } from './corpus.ts';
import { expect, test } from './reader.ts';

for (const kind of kinds) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1360, 390]) {
      test.describe(`${kind}, ${colorScheme}, ${width}`, () => {
        test.use({ colorScheme, viewport: { width, height: 900 } });

        test('axe finds nothing', async ({ page }) => {
          test.setTimeout(180_000);
          await page.goto(kind);
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
        });
      });
    }
  }

  test.describe(`${kind} at 320`, () => {
    test.use({ viewport: { width: 320, height: 700 } });

    test('nothing scrolls sideways', async ({ page }) => {
      await page.goto(kind);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
  });
}
