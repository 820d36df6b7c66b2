/** `npm run build`: checks the content, builds beside the last good build, and replaces it only when all went well. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildEdition, contentFolder } from '../edition.ts';
import { formatProblems } from '../corpus/problems.ts';

const dist = resolve(process.env.OUT_DIR ?? 'dist');
const next = `${dist}.next`;
const last = `${dist}.last`;

const { problems } = await buildEdition(contentFolder);
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
await rm(next, { recursive: true, force: true });
const { status } = spawnSync('astro', ['build'], {
  stdio: 'inherit',
  env: { ...process.env, OUT_DIR: next, ASTRO_TELEMETRY_DISABLED: '1', TZ: 'UTC', LC_ALL: 'C' },
});
if (status !== 0 || !existsSync(next)) {
  await rm(next, { recursive: true, force: true });
  console.error(existsSync(dist) ? 'The build failed; the last good one is untouched.' : 'The build failed.');
  process.exit(1);
}
await rm(last, { recursive: true, force: true });
if (existsSync(dist)) await rename(dist, last);
await rename(next, dist);
await rm(last, { recursive: true, force: true });
