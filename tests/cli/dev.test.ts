import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { changedCorpus, editFile, swap } from '../small-corpus.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** Starts the development server on a folder; gives a page's text as it is then, and what the server has said so far. */
async function develop(content: string): Promise<{ page: (path: string) => Promise<string>; said: () => string }> {
  const server = spawn('node', [join(root, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', '4790'], {
    cwd: root,
    detached: true,
    // Without what the test runner sets: under it Vite serves no pages.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
  });
  stop = () => {
    process.kill(-server.pid!, 'SIGKILL');
  };
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+?:\d+/.exec(said.replace(/\u001b\[[0-9;]*m/g, ''));
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', () => {
      reject(new Error(said));
    });
  });
  return { page: async (path) => (await fetch(`${address}/${path}`)).text(), said: () => said };
}

test('a running development server follows edits, additions and deletions of entities', async () => {
  const content = changedCorpus();
  const { page, said } = await develop(content);
  const article = () => page('articles/gazette-1901.html');
  await expect.poll(article, { timeout: 15_000 }).toContain('data-entity="ada-lind">Ada Lind</a>');
  // A worker left over from a build served at this address must not answer in its place.
  expect(await page('sw.js')).toContain('registration.unregister()');

  editFile(join(content, 'entities/person/ada-lind.md'), swap('names:', 'names:\n  - { text: harbour master }'));
  await expect.poll(article, { timeout: 15_000 }).toContain('data-entity="ada-lind">harbour master</a>');

  editFile(join(content, 'entities/place/granary.md'), '---\nname: granary\nsummary: A store.\n---\n');
  await expect.poll(article, { timeout: 15_000 }).toContain('data-entity="granary">granary</a>');
  await expect.poll(() => page('entities/granary.html'), { timeout: 15_000 }).toContain('A store.');

  rmSync(join(content, 'entities/place/granary.md'));
  await expect.poll(article, { timeout: 15_000 }).not.toContain('data-entity="granary"');

  editFile(join(content, 'claims/gazette-1901.yaml'), swap('"3.1"', '"9.1"'));
  await expect.poll(article, { timeout: 15_000 }).toContain('ContentError');
  await expect.poll(said, { timeout: 15_000 }).toContain('claims/unknown-block');
}, 90_000);
