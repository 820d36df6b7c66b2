/**
 * After the build: the service worker with the digests of the pages it keeps, and the list of the other files that a
 * device can keep. The same files give the same worker; a change of any file gives another.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { listName } from '../client/kept.ts';
import type { SiteFile, SiteFiles } from '../client/kept.ts';
import { filesBelow } from './file-list.ts';
import { fileReader } from './file-reader.ts';

/** Read by hosts, by other sites, by pages opened from disk, or only where there is nothing at an address: none is of use to a worker. */
const leftOut = /^(?:sw\.js|_headers|404\.html|offline-files\.json|pagefind\/offline\/.*|pictures\/.*|feed\.xml|sitemap-\w+\.xml)$/;
const isPage = /\.html$|^assets\//;

/** The worker of a build that was served here before would go on answering: this one ends it. */
const lastWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', async () => {
  await registration.unregister();
  for (const client of await clients.matchAll({ type: 'window' })) client.navigate(client.url);
});`;

export default function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { build: id, pages, others } = await writeWorker(fileURLToPath(dir));
        logger.info(`build ${id}: ${pages.files} files kept on a visit, ${others.length} more when used or asked for`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/sw.js', (_, response) => {
          response.setHeader('Content-Type', 'text/javascript').end(lastWorker);
        });
      },
    },
  };
}

/** Writes `sw.js` and `offline-files.json` for the files of a folder, in place of those that it has. */
export async function writeWorker(dist: string): Promise<SiteFiles> {
  const paths = (await filesBelow(dist)).filter((path) => !leftOut.test(path));
  // One after the other and at once: handing ten thousand small files to other threads takes three times as long.
  const read = fileReader();
  const files = paths.map((path) => describe(path, read(join(dist, path))));
  const pages = files.filter(([path]) => isPage.test(path));
  const list: SiteFiles = {
    build: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12),
    pages: { files: pages.length, bytes: pages.reduce((sum, [, , bytes]) => sum + bytes, 0) },
    others: files.filter(([path]) => !isPage.test(path)),
  };
  const json = `${JSON.stringify(list)}\n`;
  await writeFile(join(dist, listName), json);
  await build({
    entryPoints: [fileURLToPath(new URL('../client/sw.ts', import.meta.url))],
    outfile: join(dist, 'sw.js'),
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: 'es2022',
    logLevel: 'error',
    define: {
      'PAGES': JSON.stringify([...pages, describe(listName, Buffer.from(json))]),
      'process.env.NODE_ENV': '"production"',
    },
  });
  return list;
}

function describe(path: string, bytes: Buffer): SiteFile {
  return [path.split('/').map(encodeURIComponent).join('/'), createHash('sha256').update(bytes).digest('base64'), bytes.length];
}
