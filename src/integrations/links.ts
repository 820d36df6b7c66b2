/** After the build: every internal link and anchor leads somewhere, and nothing in the folder starts at a host's root. */
import { readFile, readdir } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compare } from '../corpus/problems.ts';

export default function links(): AstroIntegration {
  return {
    name: 'links',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { checked, dead } = await checkLinks(fileURLToPath(dir));
        if (dead.length > 0) throw new Error(`${dead.length} dead links:\n${dead.join('\n')}`);
        logger.info(`${checked} internal links hold`);
      },
    },
  };
}

const attribute = (names: string) => new RegExp(`\\s(?:${names})=(?:"([^"]*)"|([^\\s">]+))`, 'g');
const ids = attribute('id');
const addresses = attribute('href|src|action');
const elsewhere = /^(?:https?|mailto|data):/;

/** Checks every `href` and `src` of every page of a folder; gives the dead ones as `page  link  why`. */
export async function checkLinks(dist: string): Promise<{ checked: number; dead: string[] }> {
  const files = new Set((await readdir(dist, { recursive: true })).map((name) => name.split(sep).join('/')));
  const anchors = new Map<string, ReadonlySet<string>>();
  /** Addresses by page, each once. */
  const links = new Map<string, ReadonlySet<string>>();
  const dead: string[] = [];
  let checked = 0;
  for (const page of [...files].filter((name) => name.endsWith('.html')).sort(compare)) {
    const html = await readFile(join(dist, page), 'utf8');
    const own = new Set<string>();
    for (const [, quoted, bare] of html.matchAll(ids)) {
      const id = quoted ?? bare!;
      if (own.has(id)) dead.push(`${page}  #${id}  stands twice`);
      own.add(id);
    }
    anchors.set(page, own);
    const found = Array.from(html.matchAll(addresses), ([, quoted, bare]) => quoted ?? bare!).filter((address) => !elsewhere.test(address));
    links.set(page, new Set(found));
    checked += found.length;
  }
  for (const [page, own] of links) {
    const folder = posix.dirname(page);
    for (const raw of own) {
      const address = raw.replaceAll('&amp;', '&');
      const [path = '', fragment = ''] = address.split('#');
      const target = path === '' ? page : posix.join(folder, decodeURIComponent(path));
      if (address.startsWith('/')) dead.push(`${page}  ${address}  starts at the host’s root`);
      else if (!files.has(target)) dead.push(`${page}  ${address}  no such file`);
      else if (fragment !== '' && !anchors.get(target)?.has(decodeURIComponent(fragment))) dead.push(`${page}  ${address}  no such anchor`);
    }
  }
  return { checked, dead };
}
