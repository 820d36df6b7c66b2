/** References between records: does what a record names exist? */
import { parseLocator } from './locators.ts';
import { didYouMean } from './problems.ts';
import type { Problem } from './problems.ts';
import type { Path, RecordFile } from './record-file.ts';
import type { EntityType, Manifest } from './schema.ts';

const places = {
  entity: 'a record of it in entities/<type>/',
  claim: 'it to the claims of its article',
  source: 'a record of it in sources/',
};

/** Checks ids that a record names: one function for each kind of record that can be meant; of an entity, also that it is of one of `types`. */
export function referenceChecker(file: RecordFile, broken: ReadonlySet<string>, problems: Problem[]) {
  const check = (what: keyof typeof places) => (id: string | undefined, path: Path, known: ReadonlyMap<string, unknown>) => {
    if (id === undefined || known.has(id) || broken.has(`${what} ${id}`) || broken.has(`${what} *`)) return;
    problems.push(
      file.problem(
        path,
        `references/unknown-${what}`,
        `There is no ${what} ${id}.`,
        didYouMean(id, known.keys()) ?? `Add ${places[what]}, or take it out.`,
      ),
    );
  };
  const entity = (id: string | undefined, path: Path, known: ReadonlyMap<string, { type: EntityType }>, types?: readonly EntityType[]) => {
    check('entity')(id, path, known);
    const type = id === undefined ? undefined : known.get(id)?.type;
    if (type === undefined || types === undefined || types.includes(type)) return;
    const hint = `Name an entity of the type ${types.join(' or ')}, or use another field.`;
    problems.push(file.problem(path, 'references/wrong-type', `${id} is of the type ${type}.`, hint));
  };
  return { entity, claim: check('claim'), source: check('source') };
}

/** Checks that a locator leads to a block and a sentence of a manifest. */
export function checkLocator(
  at: string | undefined,
  path: Path,
  file: RecordFile,
  manifest: Pick<Manifest, 'blocks'>,
  source: string,
  problems: Problem[],
): void {
  if (at === undefined) return;
  const { block, sentence } = parseLocator(at);
  const found = manifest.blocks[block - 1];
  if (found === undefined) {
    problems.push(
      file.problem(
        path,
        'claims/unknown-block',
        `Block ${block} is not in ${source}’s manifest, which has ${manifest.blocks.length}.`,
        `Give a block from 1 to ${manifest.blocks.length}.`,
      ),
    );
  } else if (sentence !== undefined && sentence > found.sentences.length) {
    problems.push(
      file.problem(
        path,
        'claims/unknown-sentence',
        `Block ${block} of ${source} has no sentence ${sentence}.`,
        `Give a sentence from 1 to ${found.sentences.length}.`,
      ),
    );
  }
}
