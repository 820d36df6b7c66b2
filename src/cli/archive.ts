/** The site as one zip file: what is in it, and the same bytes for the same site, wherever and whenever it is made. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { compare } from '../corpus/problems.ts';
import type { Site } from '../corpus/schema.ts';
import { filesBelow } from '../integrations/file-list.ts';

/** Contents by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Every file below a folder, in order of their paths. */
export async function readFiles(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const path of await filesBelow(folder)) files.set(path, await readFile(join(folder, path)));
  return files;
}

/** SHA-256 of bytes, lower-case hex. */
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The files with `README.txt`, and `SHA256SUMS` over all of them, as `sha256sum --check` reads it. */
export function withSums(site: Files, readme: string): Files {
  const files = new Map([...site, ['README.txt', new TextEncoder().encode(readme)] as const].toSorted(([a], [b]) => compare(a, b)));
  const sums = [...files].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
  return files.set('SHA256SUMS', new TextEncoder().encode(sums));
}

/** Zips files into one top folder. Times and rights are the same for every file, or else no two archives would be. */
export function zip(folder: string, files: Files): Uint8Array {
  // The earliest time that the format can hold; it holds local time, so that this is the same in every time zone.
  const mtime = new Date(1980, 0, 1);
  const unix = 3;
  const readable = (0o100644 << 16) >>> 0;
  const tree: Zippable = {};
  for (const [path, bytes] of files) tree[`${folder}/${path}`] = bytes;
  return zipSync(tree, { level: 9, mtime, os: unix, attrs: readable });
}

/** Breaks a text into lines of at most 76 characters. */
const wrap = (text: string) => text.replace(/(?![^\n]{1,76}$)([^\n]{1,76})\s/g, '$1\n');

/** The text that lies beside the site: how to read, check and host it. */
export function readmeText({ title, description, publisher, licence }: Site, version: string): string {
  return `${title}, version ${version}

${wrap(description)}


To read

Unpack the whole archive, then open index.html with a double click. Any
current browser will do. No connection and no installation is needed, and
search works too. The folder may lie on any disk or USB stick.


To check

SHA256SUMS lists the sum of every other file. In this folder run

    sha256sum --check --quiet SHA256SUMS          (Linux)
    shasum -a 256 --check --quiet SHA256SUMS      (macOS)

No output means that every file is as it was when the archive was made.
The same source gives the same archive, byte for byte.


To host

Put the files into any folder of any web server; nothing has to be set up.
On a local network this is enough, run in this folder:

    python3 -m http.server 8000

Over https, and on localhost, browsers can keep the site for reading
offline. They look for a newer version in sw.js, so no cache in between
should hold that file back. _headers is for Netlify and Cloudflare Pages.


Licence

${wrap(`Published by ${publisher}. Text and data: ${licence.name},`)}
${licence.address}
`;
}
