/**
 * After the build: the addresses of all pages for search engines, as of the Sitemaps protocol 0.9 (sitemaps.org), an index
 * and sitemaps of at most 50,000 addresses. Pages without an address of their own give none.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { x } from 'xastscript';
import { xmlFile } from '../exports/xml.ts';
import { canonical, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { filesBelow } from './file-list.ts';

/** The most that the protocol allows in one file. */
const most = 50_000;

export default function sitemap(): AstroIntegration {
  return {
    name: 'sitemap',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeSitemap(fileURLToPath(dir));
        if (pages > 0) logger.info(`${pages} pages listed`);
      },
    },
  };
}

/** Writes `sitemap-index.xml` and its `sitemap-<n>.xml` where the home page of a finished folder says what its address is; gives the number of pages. */
export async function writeSitemap(dist: string, limit = most): Promise<number> {
  const home = /<link rel="canonical" href="([^"]+)"/.exec(await readFile(join(dist, paths.home), 'utf8'))?.[1];
  if (home === undefined) return 0;
  const base = home.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  const pages = (await filesBelow(dist)).filter((name) => name.endsWith('.html') && name !== paths.notFound);
  const files: string[] = [];
  for (let i = 0; i < pages.length; i += limit) {
    files.push(`sitemap-${files.length + 1}.xml`);
    await writeFile(join(dist, files.at(-1)!), list('urlset', 'url', base, pages.slice(i, i + limit)));
  }
  await writeFile(join(dist, 'sitemap-index.xml'), list('sitemapindex', 'sitemap', base, files));
  return pages.length;
}

function list(root: string, entry: string, base: string, files: readonly string[]): string {
  const entries = files.map((file) => x(entry, [x('loc', canonical(base, file as SitePath))]));
  return xmlFile(x(root, { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, entries), new Set([root, entry]));
}
