/** `npm run e2e`: finds a browser, or installs one where that is possible, and runs the browser tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

function install(): string | undefined {
  console.log('No Chromium found; trying to install one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) return findBrowser();
  }
  return run('playwright', 'install', 'chromium') ? findBrowser() : undefined;
}

const browser = findBrowser() ?? install();
if (browser === undefined) {
  console.error(
    'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium), or name one: BROWSER_PATH=/path/to/chrome npm run e2e',
  );
  process.exit(1);
}
const { status } = spawnSync('playwright', ['test', '--config', 'tests/playwright.config.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BROWSER_PATH: browser },
});
process.exit(status ?? 1);
