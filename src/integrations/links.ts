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

/** Checks every `href` and `src` of every page of a folder; gives the dead ones as `page  link  why`. */
export async function checkLinks(dist: string): Promise<{ checked: number; dead: string[] }> {
  const files = new Set((await readdir(dist, { recursive: true })).map((name) => name.split(sep).join('/')));
  const ids = new Map<string, Set<string>>();
  const dead: string[] = [];
  const pages = new Map<string, string>();
  for (const page of [...files].filter((name) => name.endsWith('.html')).sort(compare)) {
    const html = await readFile(join(dist, page), 'utf8');
    pages.set(page, html);
    const own = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
    ids.set(page, new Set(own));
    for (const id of new Set(own.filter((id, i) => own.indexOf(id) !== i))) dead.push(`${page}  #${id}  stands twice`);
  }
  let checked = 0;
  for (const [page, html] of pages) {
    for (const [, , raw = ''] of html.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
      const address = raw.replaceAll('&amp;', '&');
      if (/^(?:https?|mailto|data):/.test(address)) continue;
      checked++;
      const [path = '', fragment = ''] = address.split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(path));
      if (address.startsWith('/')) dead.push(`${page}  ${address}  starts at the host’s root`);
      else if (!files.has(target)) dead.push(`${page}  ${address}  no such file`);
      else if (fragment !== '' && !ids.get(target)?.has(decodeURIComponent(fragment))) dead.push(`${page}  ${address}  no such anchor`);
    }
  }
  return { checked, dead };
}
