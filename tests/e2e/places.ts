/** Where the site is read in the browser tests. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const dist = resolve('dist');

/** A copy as on a USB stick, in a folder whose name a careless program would trip over. */
export const stick = join(tmpdir(), 'USB stick ü #1', 'site');

export const ports = { root: 4601, deep: 4602 };

export const places = {
  root: `http://127.0.0.1:${ports.root}/`,
  deep: `http://127.0.0.1:${ports.deep}/some/deep/path/`,
  disk: `${pathToFileURL(stick).href}/`,
};
