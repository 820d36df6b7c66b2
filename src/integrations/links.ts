/** After the build: every internal link and anchor leads somewhere, and nothing in the folder starts at a host's root. */
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from './file-list.ts';
import { fileReader } from './file-reader.ts';

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

const attributes = /\s(id|href|src|action)=(?:"([^"]*)"|([^\s">]+))/g;
const elsewhere = /^(?:https?|mailto|data):/;

/** Copies that stand alone: a part of a text keeps the whole of it in memory, and here that would be every page. */
const detached = (texts: Iterable<string>) => JSON.parse(JSON.stringify([...texts])) as string[];

/** What was read byte by byte as text: pages are Latin letters but for few places, and read that way in a fifth of the time. */
const asText = (bytes: string) => (/[^ -~]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes);

/** As browsers have it, what is no code after a sign of per cent is itself. */
function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** Checks every `href` and `src` of every page of a folder; gives the dead ones as `page  link  why`. */
export async function checkLinks(dist: string): Promise<{ checked: number; dead: string[] }> {
  const files = new Set(await filesBelow(dist));
  const anchors = new Map<string, ReadonlySet<string>>();
  /** Addresses by page, each once. */
  const links = new Map<string, readonly string[]>();
  const dead: string[] = [];
  let checked = 0;
  const read = fileReader();
  for (const page of [...files].filter((name) => name.endsWith('.html'))) {
    const html = read(join(dist, page)).toString('latin1');
    const ids = new Set<string>();
    const addresses = new Set<string>();
    for (const [, name, quoted, bare] of html.matchAll(attributes)) {
      const value = asText(quoted ?? bare!);
      if (name !== 'id') {
        if (elsewhere.test(value)) continue;
        addresses.add(value);
        checked++;
      } else if (ids.has(value)) dead.push(`${page}  #${value}  stands twice`);
      else ids.add(value);
    }
    anchors.set(page, new Set(detached(ids)));
    links.set(page, detached(addresses));
  }
  for (const [page, addresses] of links) {
    const folder = posix.dirname(page);
    const find = (path: string) => {
      const file = path === '' ? page : posix.join(folder, decoded(path));
      return { exists: files.has(file), anchors: anchors.get(file) };
    };
    /** By path: many addresses of a page lead to places on the same few. */
    const targets = new Map<string, ReturnType<typeof find>>();
    for (const raw of addresses) {
      const address = raw.includes('&') ? raw.replaceAll('&amp;', '&') : raw;
      const hash = address.indexOf('#');
      const path = hash === -1 ? address : address.slice(0, hash);
      const fragment = hash === -1 ? '' : address.slice(hash + 1);
      const target = targets.get(path) ?? find(path);
      targets.set(path, target);
      if (address.startsWith('/')) dead.push(`${page}  ${address}  starts at the host’s root`);
      else if (!target.exists) dead.push(`${page}  ${address}  no such file`);
      else if (fragment !== '' && !target.anchors?.has(decoded(fragment))) dead.push(`${page}  ${address}  no such anchor`);
    }
  }
  return { checked, dead };
}
