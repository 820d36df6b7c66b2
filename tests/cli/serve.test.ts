import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../src/cli/static-server.ts';

test.each([
  ['a.html', 'text/html;charset=utf-8'],
  ['a.js', 'text/javascript'],
  ['a.json', 'application/json'],
  ['a.jsonld', 'application/ld+json'],
  ['a.webmanifest', 'application/manifest+json'],
  ['a.csv', 'text/csv'],
  ['a.xml', 'text/xml'],
  ['a.svg', 'image/svg+xml'],
  ['a.bib', 'text/x-bibtex'],
  ['a.ris', 'application/x-research-info-systems'],
  ['a.gexf', 'application/gexf+xml'],
])('%s is served as %s', async (name, type) => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, name), 'a');
  const { address, close } = await serve(folder);
  const { headers } = await fetch(new URL(name, address));
  close();
  expect(headers.get('Content-Type')).toBe(type);
});

test('where the port is taken, says so, takes another, and stops at Ctrl-C', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  for (const file of ['404.html', 'sw.js']) writeFileSync(join(folder, file), 'a');
  const served = spawn('node', ['src/cli/serve.ts', '--port', String(port)], { env: { ...process.env, OUT_DIR: folder } });
  const [said] = (await once(served.stdout, 'data')) as [Buffer];
  served.kill('SIGINT');
  const [, signal] = (await once(served, 'exit')) as [number | null, string | null];
  other.close();
  expect(String(said)).toMatch(new RegExp(`^Port ${port} is taken.*http://127\\.0\\.0\\.1:(?!${port}/)\\d+/ `));
  expect(signal).toBe('SIGINT');
});

test.each(['serve', 'package'])('%s takes no other folder for a build', (script) => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  const { status, stderr } = spawnSync('node', [`src/cli/${script}.ts`], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { ...process.env, OUT_DIR: folder },
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining(`There is no build in ${folder}.`)]);
});
