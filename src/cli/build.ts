/** `npm run build`: checks the content, builds beside the last good build, and replaces it only when all went well. */
import { cp, rename, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { contentFolder, loadEdition } from '../edition.ts';
import { ContentError } from '../corpus/problems.ts';
import { dist, isBuild } from './build-folder.ts';
import { isRunning, lock } from './lock.ts';

// Inside the project, where Astro keeps its intermediate files beside it: builds that run at once do not meet.
const work = resolve(`.astro/build-${process.pid}`);

// The same bytes in any time zone.
process.env.TZ = 'UTC';
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.OUT_DIR = work;

const refused = refusal(dist) ?? occupied(dist);
if (refused !== undefined) {
  console.error(refused);
  process.exit(1);
}

await sweep();
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

/** Why a build must not take the place of `folder`: what stands there would be lost. */
function refusal(folder: string): string | undefined {
  if (`${folder}${sep}`.startsWith(`${contentFolder}${sep}`)) return `OUT_DIR is ${folder}, within the folder of content. Choose another.`;
  if (!existsSync(folder) || isBuild(folder)) return undefined;
  try {
    if (readdirSync(folder).length === 0) return undefined;
  } catch {
    // It is a file.
  }
  return `OUT_DIR is ${folder}, which holds something else than a build. Choose another, or empty it.`;
}

/** Why a build cannot begin: another one is to take the place of `folder`, or none can. */
function occupied(folder: string): string | undefined {
  const file = `${folder}.lock`;
  try {
    const holder = lock(file);
    if (holder === undefined) return undefined;
    return `Process ${holder} is building ${folder}: wait until it has ended. If it is no build, delete ${file}.`;
  } catch (error) {
    return `OUT_DIR is ${folder}, beside which nothing can be written: ${(error as Error).message}. Choose another.`;
  }
}

/** Removes what builds that were killed have left beside `work`. */
async function sweep(): Promise<void> {
  const folder = dirname(work);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const id = /^build-(\d+)$/.exec(name)?.[1];
    if (id !== undefined && !isRunning(Number(id))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Puts `made` in the place of `folder`; where the last step fails, the old one is put back. */
async function replace(folder: string, made: string): Promise<void> {
  const [next, last] = [`${folder}.next`, `${folder}.last`];
  await rm(next, { recursive: true, force: true });
  await rm(last, { recursive: true, force: true });
  // Across file systems a folder can only be copied.
  await rename(made, next).catch(() => cp(made, next, { recursive: true }));
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder).catch(async (error: unknown) => {
    if (existsSync(last)) await rename(last, folder);
    throw error;
  });
  await rm(last, { recursive: true, force: true });
}
