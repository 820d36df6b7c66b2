/**
 * `npm run bench:build -- 100 1000`: cold builds of generated corpora: CPU of all processes, wall clock, and peak memory of the
 * largest process. With `--starlight` the same articles are built with Starlight too, installed into a temporary folder, and ours is
 * given as a multiple of it: on a machine that does other work as well, compare CPU.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.ts';
import { writeStarlight } from './starlight.ts';

interface Cost {
  cpu: number;
  wall: number;
  memory: number;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { starlight: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [content, site] = [join(folder, 'content'), join(folder, 'starlight')];
for (const size of positionals.length > 0 ? positionals.map(Number) : [100, 1000]) {
  await writeCorpus(content, size);
  const ours = measure(process.cwd(), ['node', 'src/cli/build.ts'], { CONTENT_DIR: content, OUT_DIR: join(folder, 'dist') });
  console.log(`${size} articles: ${inWords(ours)}, ${((ours.cpu / size) * 1000).toFixed(0)} ms of CPU an article`);
  if (!values.starlight) continue;
  writeStarlight(site, content);
  measure(site, ['npm', 'install', '--no-audit', '--no-fund']);
  const theirs = measure(site, ['node', 'node_modules/astro/bin/astro.mjs', 'build']);
  const times = (key: keyof Cost) => `${(ours[key] / theirs[key]).toFixed(2)} × its ${key}`;
  console.log(`  Starlight: ${inWords(theirs)}; ours takes ${times('cpu')}, ${times('wall')}, ${times('memory')}`);
  rmSync(site, { recursive: true });
}
rmSync(folder, { recursive: true });

function measure(cwd: string, command: readonly string[], env: Record<string, string> = {}): Cost {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', ...command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(stderr);
  const [user = NaN, system = NaN, wall = NaN, kilobytes = NaN] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { cpu: user + system, wall, memory: kilobytes / 1024 };
}

function inWords({ cpu, wall, memory }: Cost): string {
  return `${cpu.toFixed(1)} s of CPU, ${wall.toFixed(1)} s, ${memory.toFixed(0)} MB`;
}
