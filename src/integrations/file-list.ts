/** The files of a finished folder. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compare } from '../corpus/problems.ts';

/** Paths of all files below a folder, from the folder on and with slashes, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compare);
}
