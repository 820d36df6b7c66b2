/** A reader's browser on a host of the test's own, which can change its files and lose its line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import { writeWorker } from '../../src/integrations/offline.ts';
import { pages } from './corpus.ts';
import { dist } from './places.ts';
import { expect, test as base } from './reader.ts';

export { expect };

export class Host {
  /** Requests that came so far. */
  requests = 0;
  /** Requests that are still answered before the line is cut. */
  left = Infinity;
  /** A copy of the build, which the test may change. */
  readonly folder = join(mkdtempSync(join(tmpdir(), 'host-')), 'site');
  readonly #server;

  constructor(path: string) {
    cpSync(dist, this.folder, { recursive: true });
    const files = sirv(this.folder, { dev: true, etag: true });
    this.#server = createServer((request, response) => {
      this.requests++;
      if (this.left-- <= 0) {
        request.socket.destroy();
        return;
      }
      request.url = request.url!.replace(path, '/');
      files(request, response, () => {
        response.writeHead(404).end('Nothing here');
      });
    });
  }

  /** Starts it on a free port, which it gives. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts the line, at once or after so many more requests. */
  cut(after = 0): void {
    this.left = after;
  }

  mend(): void {
    this.left = Infinity;
  }

  edit(path: string, change: (text: string) => string): void {
    const file = join(this.folder, path);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${path} changes nothing: the test would prove nothing.`);
    writeFileSync(file, after);
  }

  /** Puts a new build in the place of the old one: every page, the script that they all have, and a data file carry its mark. */
  async publish(mark: string): Promise<void> {
    for (const page of pages) this.edit(page, (html) => html.replace(/<html(?: data-page="\w+")?/, `<html data-page="${mark}"`));
    this.edit('assets/site.js', (script) => `${script.split('\n//')[0]!}\n//\ndocument.documentElement.dataset.script='${mark}'`);
    this.edit('data/articles.json', () => JSON.stringify([mark]));
    await writeWorker(this.folder);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}

export const test = base.extend<{ host: Host; place: { host: Host; address: string } }>({
  // The path under which the project reads the site, on a port of its own.
  place: async ({ browserName: _ }, use, { project }) => {
    const path = new URL(project.use.baseURL!).pathname;
    const host = new Host(path);
    await use({ host, address: `http://127.0.0.1:${await host.listen()}${path}` });
    host.close();
  },
  host: async ({ place }, use) => use(place.host),
  baseURL: async ({ place }, use) => use(place.address),
  serviceWorkers: 'allow',
  tolerated: /Failed to load resource|ERR_/,
});

/** Does what has a page keep the site, and waits until it is kept. */
export async function settle(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 100_000 });
}

/** The builds that a page and its script are of. */
export const marks = (page: Page) =>
  page.evaluate(() => `${document.documentElement.dataset.page ?? 'none'} ${document.documentElement.dataset.script ?? 'none'}`);
