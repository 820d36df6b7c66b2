import { defineConfig } from '@playwright/test';
import { places } from './e2e/places.ts';

/** Tests of what could depend on where the folder stands. */
const everywhere = [
  'reading',
  'search',
  'address',
  'ledger',
  'map',
  'network',
  'previews',
  'questions',
  'reading-settings',
  'timeline',
  'verify',
].map((name) => `${name}.spec.ts`);

/** From disk there is no service worker. */
const onHosts = [...everywhere, 'offline.spec.ts'];

/** The same tests at a host's root, under a deep path, and from disk; what does not depend on the place runs once. */
export default defineConfig({
  outputDir: '../test-results',
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['./e2e/summary.ts']],
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    viewport: { width: 1360, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A worker would answer for the host; the tests of reading offline allow it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'root', use: { baseURL: places.root } },
    { name: 'deep', use: { baseURL: places.deep }, testMatch: onHosts },
    { name: 'disk', use: { baseURL: places.disk }, testMatch: everywhere },
  ],
});
