/** Files of a content folder where no record is looked for: a misspelt folder or ending must not lose one. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compare, didYouMean, nearest } from './problems.ts';
import type { Problem } from './problems.ts';
import { entityType } from './schema.ts';

/** The kind of record that a folder holds, and how its files end. */
const folders = new Map<string, { kind: string; endings: readonly string[] }>([
  ['sources', { kind: 'source', endings: ['.yaml', '.manifest.json'] }],
  ['articles', { kind: 'article', endings: ['.md'] }],
  ['claims', { kind: 'claim', endings: ['.yaml'] }],
  ['questions', { kind: 'question', endings: ['.yaml'] }],
  ['geo', { kind: 'map', endings: ['.yaml', '.topojson'] }],
  ...entityType.options.map((type) => [`entities/${type}`, { kind: 'entity', endings: ['.md'] }] as const),
]);
const tops = new Set([...folders.keys()].map((folder) => folder.split('/')[0]!));
const alone = ['site.yaml', 'LICENSE'];

/** A file that is not read, and the record that is lost with it: `kind id`, or `claim *` for claims that nobody knows. */
export interface Stray {
  problem: Problem;
  lost: string | undefined;
}

/** The strays of a content folder, in order of name; hidden files are left alone. */
export async function findStrays(content: string): Promise<Stray[]> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => relative(content, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !alone.includes(name) && !isRead(name))
    .sort(compare)
    .map((name) => {
      const { hint, lost } = meant(name);
      const file = relative('', join(content, name));
      return { problem: { file, line: 1, column: 1, rule: 'files/unexpected', message: 'No record is read from here.', hint }, lost };
    });
}

function isRead(name: string): boolean {
  const [folder, file] = cut(name);
  return folders.get(folder)?.endings.some((ending) => file.endsWith(ending)) ?? false;
}

function cut(name: string): [folder: string, file: string] {
  const at = name.lastIndexOf('/');
  return [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
}

/** Where a file should stand, as far as its folder and ending tell, and which record it then is. */
function meant(name: string): { hint: string; lost: string | undefined } {
  const [written, file] = cut(name);
  const [stem = '', ...ends] = file.split('.');
  const elsewhere = `Move or remove it: records stand in ${[...tops].join(', ')}.`;
  if (written === '') return { hint: didYouMean(name, alone) ?? elsewhere, lost: undefined };
  const folder = nearestFolder(written);
  if (folder === undefined) {
    return written.startsWith('entities')
      ? { hint: `Move it to the folder of its type: ${entityType.options.join(', ')}.`, lost: `entity ${stem}` }
      : { hint: elsewhere, lost: undefined };
  }
  const { kind, endings } = folders.get(folder)!;
  const lost = kind === 'claim' ? 'claim *' : `${kind} ${stem}`;
  const end = `.${ends.join('.').toLowerCase()}`;
  // `.json` is `.topojson`, `.Md` is `.md`, `.yml` is `.yaml`.
  const ending = endings.find((known) => end.endsWith(known) || known.endsWith(end.slice(1))) ?? nearest(end, endings);
  return ending === undefined
    ? { hint: `Files in ${folder}/ end in ${endings.join(' or ')}.`, lost }
    : { hint: `Did you mean ${folder}/${stem}${ending}?`, lost };
}

/** The folder that is meant: its own, that around it, or one spelt much alike. */
function nearestFolder(written: string): string | undefined {
  const [first = '', second = ''] = written.toLowerCase().split('/');
  const top = nearest(first, tops);
  if (top === undefined || folders.has(top)) return top;
  const type = nearest(second, entityType.options);
  return type === undefined ? undefined : `${top}/${type}`;
}
