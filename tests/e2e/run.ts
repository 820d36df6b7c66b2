/** `npm run e2e`: finds a browser, or installs one where that is possible, and runs the browser tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  process.env.BROWSER_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  chromium.executablePath(),
];
const find = () => usual.find((path) => path !== undefined && path !== '' && existsSync(path));
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

function install(): string | undefined {
  console.log('No Chromium found; trying to install one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) return find();
  }
  return run('playwright', 'install', 'chromium') ? find() : undefined;
}

const browser = find() ?? install();
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
