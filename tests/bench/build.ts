/** `npm run bench:build -- 100 1000`: cold builds of generated corpora: seconds, peak memory, and seconds an article against the first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
let first: number | undefined;
for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
  await writeCorpus(join(folder, 'content'), size);
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', 'node', 'src/cli/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist') },
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  first ??= seconds / size;
  const memory = Number(stderr.trim().split('\n').at(-1)) / 1024;
  console.log(
    `${size} articles: ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB in the largest process, ${(seconds / size / first).toFixed(2)} × the first size's time an article`,
  );
}
rmSync(folder, { recursive: true });
