/** The small corpus written for the tests, as it is or with files changed, in a folder of its own. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const smallCorpus = fileURLToPath(new URL('fixtures/corpus', import.meta.url));
export const smallDocuments = fileURLToPath(new URL('fixtures/documents', import.meta.url));

/** What becomes of a file: a new text, the old one changed, bytes as they are, or nothing (the file goes). */
export type Edit = string | Uint8Array | ((text: string) => string) | undefined;

/** A copy of the small corpus with edits by path, in a new temporary folder. */
export function changedCorpus(edits: Record<string, Edit> = {}): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'corpus-')), 'content');
  cpSync(smallCorpus, folder, { recursive: true });
  for (const [path, edit] of Object.entries(edits)) editFile(join(folder, path), edit);
  return folder;
}

export function editFile(path: string, edit: Edit): void {
  mkdirSync(dirname(path), { recursive: true });
  if (edit === undefined) {
    rmSync(path);
    return;
  }
  if (typeof edit !== 'function') {
    writeFileSync(path, edit);
    return;
  }
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = edit(before);
  if (after === before) throw new Error(`The edit of ${path} changes nothing: the test would prove nothing.`);
  writeFileSync(path, after);
}

/** Text with one stretch replaced. */
export const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
