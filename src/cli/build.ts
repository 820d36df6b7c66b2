/** `npm run build`: checks the content, builds beside the last good build, and replaces it only when all went well. */
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadEdition } from '../edition.ts';
import { ContentError } from '../corpus/problems.ts';

const dist = resolve(process.env.OUT_DIR ?? 'dist');
// Inside the project, where Astro keeps its intermediate files beside it: builds that run at once do not meet.
const work = resolve(`.astro/build-${process.pid}`);

// The same bytes in any time zone.
process.env.TZ = 'UTC';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.OUT_DIR = work;

try {
  await loadEdition();
  const { build } = await import('astro');
  await build({ logLevel: 'info' });
  await replace(dist, work);
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  if (existsSync(dist)) console.error('The last good build is untouched.');
  process.exitCode = 1;
}
await rm(work, { recursive: true, force: true });

/** Puts `made` in the place of `folder`; where the last step fails, the old one is put back. */
async function replace(folder: string, made: string): Promise<void> {
  const [next, last] = [`${folder}.next`, `${folder}.last`];
  await rm(next, { recursive: true, force: true });
  await rm(last, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  // Across file systems a folder can only be copied.
  await rename(made, next).catch(() => cp(made, next, { recursive: true }));
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder).catch(async (error: unknown) => {
    if (existsSync(last)) await rename(last, folder);
    throw error;
  });
  await rm(last, { recursive: true, force: true });
}
