/** A reader's browser, which notices what no page of this site may do. */
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend<{ tolerated: RegExp | undefined; watched: undefined }>({
  /** Faults that a test brings about on purpose. */
  tolerated: [undefined, { option: true }],
  watched: [
    async ({ page, baseURL, tolerated }, use) => {
      const faults: string[] = [];
      const home = new URL(baseURL!);
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        const own = home.protocol === 'file:' ? url.protocol === 'file:' : url.origin === home.origin;
        if (!own && url.protocol !== 'data:') faults.push(`another origin: ${url.href}`);
      });
      await use(undefined);
      expect(
        faults.filter((fault) => tolerated?.test(fault) !== true),
        'no errors, no request to another origin',
      ).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
    },
    { auto: true },
  ],
});
