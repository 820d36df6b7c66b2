/** `npm run verify -- --sources DIR`: recomputes every seal of every source over the documents in a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestOf } from '../corpus/corpus.ts';
import { foldName } from '../corpus/names.ts';
import { splitBlocks, verify } from '../corpus/manifest.ts';
import { misused, readArguments } from './arguments.ts';
import { readEdition } from './read-edition.ts';

const usage = 'usage: npm run verify -- --sources DIR    (DIR: the folder that holds the documents)';
const { values } = readArguments(usage, { options: { sources: { type: 'string' } } });
if (values.sources === undefined) misused(usage);
const { corpus } = await readEdition();
let failed = 0;
for (const source of corpus.sources.values()) {
  const { id } = source;
  const manifest = manifestOf(source);
  const path = join(values.sources, manifest.file);
  const read = await readFile(path).catch(() => undefined);
  if (read === undefined) {
    console.log(`${id}: ${manifest.file} is not in ${values.sources}, or cannot be read`);
    failed++;
    continue;
  }
  const bytes = new Uint8Array(read);
  try {
    const { file, checked, broken } = await verify(manifest, bytes);
    console.log(
      `${id}: ${checked - broken.filter(({ expected }) => expected).length} of ${checked} seals hold; the file is ${file ? 'the same byte for byte' : 'not the same'}`,
    );
    for (const { block, sentence, expected, found } of broken) {
      console.log(
        `  block ${block}${sentence === undefined ? '' : `, sentence ${sentence}`}: expected ${expected ?? 'nothing'}, found ${found ?? 'nothing'}`,
      );
    }
    const absent = absentNames(id, splitBlocks(new TextDecoder().decode(bytes)));
    for (const line of absent) console.log(`  ${line}`);
    failed += broken.length + absent.length;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log(`${id}: ${manifest.file} is not UTF-8`);
    failed++;
  }
}
process.exitCode = failed > 0 ? 1 : 0;

/** Names that an entity's record places in a block of the document where they do not stand. */
function absentNames(source: string, blocks: readonly string[]): string[] {
  const texts = blocks.map((block) => foldName(block).toLowerCase());
  return [...corpus.entities.values()].flatMap(({ id, names }) =>
    names.flatMap(({ text, in: places }) =>
      places
        .map((place) => place.split(' '))
        .filter(([where, block]) => where === source && !texts[Number(block) - 1]?.includes(foldName(text).toLowerCase()))
        .map(([, block]) => `${id}: the name “${text}” does not stand in block ${block}`),
    ),
  );
}
