/** Reads a content folder: every file as text, parsed and validated, with all problems found on the way. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import { compare } from './problems.ts';
import type { Problem } from './problems.ts';
import { RecordFile } from './record-file.ts';
import * as schema from './schema.ts';
import type { EntityType } from './schema.ts';
import { findStrays } from './strays.ts';

/** A validated record with its file. */
export interface Loaded<Value> {
  /** Id: the file's name without its ending. */
  id: string;
  value: Value;
  file: RecordFile;
}

/** Markdown below the front matter of a file. */
export interface Prose {
  /** Path of the file, relative to the working directory. */
  path: string;
  /** The Markdown. */
  text: string;
  /** How many lines of the file stand above it. */
  lineOffset: number;
}

export interface LoadedContent {
  site: Loaded<schema.Site> | undefined;
  sources: Loaded<z.output<typeof schema.source>>[];
  manifests: Loaded<schema.Manifest>[];
  articles: (Loaded<schema.ArticleRecord> & { prose: Prose })[];
  claims: Loaded<Record<string, schema.ClaimRecord>>[];
  entities: (Loaded<schema.EntityRecord> & { type: EntityType; prose: Prose })[];
  questions: Loaded<schema.QuestionRecord>[];
  maps: Loaded<schema.BaseMapRecord>[];
  topologies: Loaded<z.output<typeof schema.topology>>[];
  /** Records that exist but could not be read, as `kind id`, or `claim *` for all that may be: references to them are not reported as well. */
  broken: Set<string>;
  problems: Problem[];
}

/** Loads the folder `content`; never throws for what a file holds. */
export async function loadContent(content: string): Promise<LoadedContent> {
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const folder = (name: string, ending: string) => list(join(content, name), ending);

  const load = async <S extends z.ZodType>(kind: string, path: string, ending: string, of: S): Promise<Loaded<z.output<S>> | undefined> => {
    const id = basename(path, ending);
    broken.add(`${kind} ${id}`);
    const text = await read(path, problems);
    if (text === undefined) return undefined;
    const file = new RecordFile(relative('', path), text);
    checkFileName(file, id, problems);
    const value = file.validate(of, problems);
    if (value === undefined) return undefined;
    broken.delete(`${kind} ${id}`);
    return { id, value, file };
  };
  const loadProse = async <S extends z.ZodType>(
    kind: string,
    path: string,
    of: S,
  ): Promise<(Loaded<z.output<S>> & { prose: Prose }) | undefined> => {
    const id = basename(path, '.md');
    broken.add(`${kind} ${id}`);
    const text = await read(path, problems);
    if (text === undefined) return undefined;
    const { yaml, prose } = splitFrontMatter(relative('', path), text);
    const file = new RecordFile(relative('', path), yaml ?? '', 1);
    if (yaml === undefined) {
      problems.push({
        ...file.at(),
        line: 1,
        rule: 'files/no-front-matter',
        message: text.startsWith('---\n') ? 'The front matter is never closed.' : 'The file does not start with front matter.',
        hint: 'Begin with a line ---, the record, and a line ---.',
      });
      return undefined;
    }
    checkFileName(file, id, problems);
    const value = file.validate(of, problems);
    if (value === undefined) return undefined;
    broken.delete(`${kind} ${id}`);
    return { id, value, file, prose };
  };
  /** A claim that is not valid loses only itself; its id is still known. */
  const loadClaims = async (path: string): Promise<Loaded<Record<string, schema.ClaimRecord>> | undefined> => {
    const id = basename(path, '.yaml');
    const text = await read(path, problems);
    if (text === undefined) {
      broken.add('claim *');
      return undefined;
    }
    const file = new RecordFile(relative('', path), text);
    checkFileName(file, id, problems);
    const value: Record<string, schema.ClaimRecord> = {};
    if (file.validate(schema.claimFile, problems) === undefined) {
      // The file cannot be read as a whole, but what it calls its claims is not unknown.
      for (const claim of file.outerKeys.length === 0 ? ['*'] : file.outerKeys) broken.add(`claim ${claim}`);
      return { id, value, file };
    }
    for (const claim of Object.keys(file.value as object)) {
      const named = schema.id.safeParse(claim);
      if (!named.success) problems.push(file.problem([claim], 'schema/invalid-id', named.error.issues[0]!.message, undefined, 'key'));
      const record = file.validate(schema.claim, problems, [claim]);
      if (record === undefined || !named.success) broken.add(`claim ${claim}`);
      else value[claim] = record;
    }
    return { id, value, file };
  };
  const all = async <T>(paths: string[], one: (path: string) => Promise<T | undefined>): Promise<T[]> =>
    (await Promise.all(paths.map(one))).filter((value) => value !== undefined);

  const sitePath = join(content, 'site.yaml');
  if (!existsSync(sitePath)) {
    const message = existsSync(content) ? 'There is no site.yaml.' : 'There is no such folder of content.';
    problems.push(fault(sitePath, 'files/missing', message, 'A content folder needs one; src/corpus/schema.ts says what it holds.'));
  }
  const entities = [];
  for (const type of schema.entityType.options) {
    const found = await all(await folder(join('entities', type), '.md'), (path) => loadProse('entity', path, schema.entity));
    entities.push(...found.map((entity) => ({ ...entity, type })));
  }
  for (const { problem, lost } of await findStrays(content)) {
    problems.push(problem);
    if (lost !== undefined) broken.add(lost);
  }
  return {
    site: existsSync(sitePath) ? await load('site', sitePath, '.yaml', schema.site) : undefined,
    sources: await all(await folder('sources', '.yaml'), (path) => load('source', path, '.yaml', schema.source)),
    manifests: await all(await folder('sources', '.manifest.json'), (path) => load('manifest', path, '.manifest.json', schema.manifest)),
    articles: await all(await folder('articles', '.md'), (path) => loadProse('article', path, schema.article)),
    claims: await all(await folder('claims', '.yaml'), loadClaims),
    entities: entities.toSorted((a, b) => compare(a.id, b.id)),
    questions: await all(await folder('questions', '.yaml'), (path) => load('question', path, '.yaml', schema.question)),
    maps: await all(await folder('geo', '.yaml'), (path) => load('map', path, '.yaml', schema.baseMap)),
    topologies: await all(await folder('geo', '.topojson'), (path) => load('topology', path, '.topojson', schema.topology)),
    broken,
    problems,
  };
}

/** Files of a folder with an ending, in order of name; a folder that does not exist holds none. */
async function list(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort(compare)
    .map((name) => join(folder, name));
}

/** One for all files: making a decoder takes longer than decoding. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

async function read(path: string, problems: Problem[]): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    problems.push(fault(path, 'files/unreadable', 'The file cannot be read.', 'It may be a folder, or a link that leads nowhere.'));
    return undefined;
  }
  try {
    const text = utf8.decode(bytes).replace(/\r\n?/g, '\n').normalize('NFC');
    if (text.trim() === '' && !path.endsWith('.md')) {
      problems.push(fault(path, 'files/empty', 'The file is empty.', 'Write its record, or remove it.'));
      return undefined;
    }
    const conflict = /^(?:<{7}|>{7}) /m.exec(text);
    if (conflict !== null) {
      const hint = 'Keep one of the two versions and remove the lines of signs.';
      problems.push({
        ...fault(path, 'files/conflict', 'Two versions were not merged here.', hint),
        ...placeAfter(text.slice(0, conflict.index)),
      });
      return undefined;
    }
    const hidden = schema.hidden.exec(text);
    if (hidden === null) return text;
    problems.push({
      file: relative('', path),
      ...placeAfter(text.slice(0, hidden.index)),
      rule: 'files/hidden-character',
      message: `U+${hidden[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} is a control character, which no reader sees.`,
      hint: 'Remove it; the direction of a name follows from its language.',
    });
    return text.replace(new RegExp(schema.hidden, 'gv'), ' ');
  } catch {
    problems.push({
      file: relative('', path),
      ...firstBadByte(bytes),
      rule: 'files/not-utf-8',
      message: 'The file is not UTF-8.',
      hint: 'Save it as UTF-8 without changing its text.',
    });
    return undefined;
  }
}

/** What is wrong with a file as a whole. */
function fault(path: string, rule: string, message: string, hint: string): Problem {
  return { file: relative('', path), line: 1, column: 1, rule, message, hint };
}

/** Line and column of the first byte that cannot be decoded. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return placeAfter(new TextDecoder().decode(bytes.subarray(0, low), { stream: true }));
}

function placeAfter(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function checkFileName(file: RecordFile, id: string, problems: Problem[]): void {
  if (schema.id.safeParse(id).success) return;
  const hint = 'Name the file with lower-case letters, digits and single hyphens.';
  problems.push(fault(file.path, 'files/invalid-name', `${id} cannot be an id.`, hint));
}

/** Cuts a Markdown file at its second `---` line. */
function splitFrontMatter(path: string, text: string): { yaml: string | undefined; prose: Prose } {
  const match = /^---\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (match?.index !== 0) return { yaml: undefined, prose: { path, text, lineOffset: 0 } };
  const lineOffset = match[0].split('\n').length - (match[0].endsWith('\n') ? 1 : 0);
  return { yaml: match[1]!, prose: { path, text: text.slice(match[0].length), lineOffset } };
}
