import AxeBuilder from '@axe-core/playwright';
import { kinds } from './corpus.ts';
import { expect, test } from './reader.ts';

/** The ways of looking that are checked; a dark scheme changes nothing but colours. */
const looks = [
  { colorScheme: 'light', width: 1360, rules: 'all' },
  { colorScheme: 'light', width: 390, rules: 'all' },
  { colorScheme: 'dark', width: 1360, rules: ['color-contrast', 'link-in-text-block'] },
] as const;

for (const kind of kinds) {
  for (const { colorScheme, width, rules } of looks) {
    test.describe(`${kind}, ${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing', async ({ page }) => {
        test.setTimeout(180_000);
        await page.goto(kind);
        // What a browser leaves undrawn until it comes near is not where it seems to be.
        await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
        const axe = new AxeBuilder({ page });
        if (rules === 'all') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
        else axe.withRules([...rules]);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
      });
    });
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
