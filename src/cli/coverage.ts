/** `npm run coverage`: sentences that no claim cites, figures that no claim measures, entities that nothing speaks of. */
import { coverage, strayFigures } from '../corpus/coverage.ts';
import { locatorLabel } from '../corpus/locators.ts';
import { readArguments } from './arguments.ts';
import { readEdition } from './read-edition.ts';

readArguments('usage: npm run coverage    (CONTENT_DIR names another folder of content)', {});
const edition = await readEdition();
const { corpus, mentionsOf, claimsOf, relationsOf } = edition;
let missing = 0;
for (const { source, file, sentences, cited, listed, missing: rest } of coverage(corpus)) {
  missing += rest.length;
  console.log(
    `${source}: ${sentences} information-bearing sentences, ${cited} cited, ${listed} listed as carrying no claim, ${rest.length} missing`,
  );
  for (const at of rest) console.log(`  ${locatorLabel(at)}  cite it in a claim, or list it under \`uncited\` in ${file}`);
}
const strays = strayFigures(corpus);
for (const { file, line, figure } of strays) console.log(`${file}:${line}  ${figure} is in no measure of a claim cited there`);
// Authors, outlets and keepers of a document need no mention, nor does an outlet that speaks in a claim.
const named = new Set([
  ...[...corpus.sources.values()].flatMap(({ record: { outlet, republishedBy, authors, custody } }) => [
    outlet,
    republishedBy,
    ...authors.map(({ entity }) => entity),
    ...custody.map(({ by }) => by),
  ]),
  ...[...corpus.claims.values()].flatMap(({ voice }) => voice.map(({ outlet }) => outlet)),
]);
const idle = [...corpus.entities.keys()].filter((id) => !mentionsOf.has(id) && !claimsOf.has(id) && !relationsOf.has(id) && !named.has(id));
for (const id of idle) console.log(`entity ${id}  no account mentions it and no claim concerns it`);
process.exitCode = missing + idle.length + strays.length > 0 ? 1 : 0;
