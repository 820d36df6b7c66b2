/** The folder of the build. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const dist = resolve(process.env.OUT_DIR ?? 'dist');

/** Does a folder hold a build? Every build has both of these. */
export function isBuild(folder: string): boolean {
  return ['sw.js', '404.html'].every((file) => existsSync(join(folder, file)));
}
