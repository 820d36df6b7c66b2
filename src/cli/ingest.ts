/** `npm run ingest -- FILE --id ID`: writes the manifest of a document and, for a new source, a skeleton record. */
import { existsSync } from 'node:fs';
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ingest } from '../corpus/ingest.ts';
import { formatProblems } from '../corpus/problems.ts';
import type { Problem } from '../corpus/problems.ts';
import { RecordFile } from '../corpus/record-file.ts';
import * as schema from '../corpus/schema.ts';
import { misused, readArguments } from './arguments.ts';

const usage = 'usage: npm run ingest -- FILE --id ID    (FILE: a .txt document in UTF-8; ID: such as voa-2016)';
const content = process.env.CONTENT_DIR ?? 'content';

const { values, positionals } = readArguments(usage, { options: { id: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined || positionals.length > 1 || !schema.id.safeParse(values.id).success) misused(usage);
const id = schema.id.parse(values.id);
const sources = join(content, 'sources');
const manifestPath = join(sources, `${id}.manifest.json`);
const recordPath = join(sources, `${id}.yaml`);

const site = await read(join(content, 'site.yaml'), schema.site);
const earlier = existsSync(manifestPath) ? await read(manifestPath, schema.manifest) : undefined;
const bytes = new Uint8Array(await readFile(file).catch(() => fail(`${file} cannot be read: it may be missing, or a folder.`)));
const icu = process.versions.icu ?? 'unknown';
const manifest = await ingest(bytes, { source: id, file: basename(file), terms: site.terms, earlier, icu }).catch((error: unknown) => {
  if (!(error instanceof TypeError)) throw error;
  return fail(`${file} is not UTF-8. Save it as UTF-8 without changing its text.`);
});
if (manifest.blocks.length === 0) fail(`${file} holds no text.`);

await mkdir(sources, { recursive: true });
await writeFile(manifestPath, `${JSON.stringify(manifest, null, 1)}\n`);
const sentences = manifest.blocks.reduce((sum, block) => sum + block.sentences.length, 0);
console.log(`${manifestPath}: ${manifest.blocks.length} blocks, ${sentences} sentences. Look through the proposed roles.`);
if (!existsSync(recordPath)) {
  await writeFile(recordPath, skeleton());
  console.log(`${recordPath}: a skeleton; fill in every value marked TODO.`);
}

function skeleton(): string {
  return `siglum: TODO
type: article-newspaper
title: TODO
authors: []
outlet: TODO
published:
  when: TODO
  basis: TODO
language: en
custody:
  - { event: written, note: TODO }
  - { event: ingested, note: ${JSON.stringify(`${basename(file!)}, SHA-256 in the manifest.`)} }
`;
}

/** A record that this command needs, or what is wrong with it and an end with 1. */
async function read<Schema extends z.ZodType>(path: string, of: Schema): Promise<z.output<Schema>> {
  const problems: Problem[] = [];
  const text = await readFile(path, 'utf8').catch(() => fail(`${path} cannot be read. CONTENT_DIR names the folder of content.`));
  return new RecordFile(path, text).validate(of, problems) ?? fail(formatProblems(problems));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
