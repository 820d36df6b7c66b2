/** One process at a time works on a folder: a file beside it names the process that does. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes `file` for this process until it ends; the file of a process that is gone is taken over.
 * @returns the process that holds it, where one does.
 */
export function lock(file: string): number | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const holder = take(file);
  if (holder === undefined) process.on('exit', () => rmSync(file, { force: true }));
  return holder;
}

function take(file: string): number | undefined {
  if (create(file)) return undefined;
  const holder = holderOf(file);
  if (holder !== undefined && isRunning(holder)) return holder;
  // Of several that find the same dead file, one at a time may remove it, and only after another look.
  const turn = `${file}.turn`;
  const first = take(turn);
  if (first !== undefined) return first;
  try {
    for (;;) {
      const now = holderOf(file);
      if (now !== undefined && isRunning(now)) return now;
      if (now !== undefined) rmSync(file);
      if (create(file)) return undefined;
    }
  } finally {
    rmSync(turn);
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    // It has been given back.
    return undefined;
  }
}

/** Does a process of this number run that is not this one? In a container a build may be given the number that it had before a crash. */
export function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
