/** How far the contents of a page jump while it loads. */
import type { Page } from '@playwright/test';

type Watched = Window & { shift: number };

/** Has every page from now on add its layout shifts up. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of the shifts of a page that has loaded. */
export async function shiftsOf(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as Watched).shift);
}
