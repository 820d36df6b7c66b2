/** Checks across records that resolve nothing: names of entities, house style. */
import type { Claim, Entity, Source } from './corpus.ts';
import { styleChecker } from './house-style.ts';
import type { LoadedContent } from './loader.ts';
import { foldName } from './names.ts';
import type { Problem } from './problems.ts';
import type { Path, RecordFile } from './record-file.ts';
import { checkLocator, referenceChecker } from './references.ts';
import type { Site } from './schema.ts';

/** What an entity's record refers to, and whether its names are its own; gives the ids of those whose name is another's. */
export function checkEntities(
  loaded: LoadedContent,
  entities: ReadonlyMap<string, Entity>,
  claims: ReadonlyMap<string, Claim>,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): Set<string> {
  const canonical = new Map<string, string>();
  const namesakes = new Set<string>();
  for (const { id, value, file } of loaded.entities) {
    const references = referenceChecker(file, loaded.broken, problems);
    for (const field of ['where', 'participants'] as const)
      value[field].forEach((entity, i) => references.entity(entity, [field, i], entities, field === 'where' ? ['place'] : undefined));
    value.claims.forEach((claim, i) => references.claim(claim, ['claims', i], claims));
    value.relations.forEach(({ to, evidence }, i) => {
      references.entity(to, ['relations', i, 'to'], entities);
      if (to === id)
        problems.push(file.problem(['relations', i, 'to'], 'references/itself', 'A relation leads to another entity.', 'Name the other.'));
      evidence.forEach((claim, j) => references.claim(claim, ['relations', i, 'evidence', j], claims));
    });
    const name = foldName(value.name).toLowerCase();
    const bearer = canonical.get(name);
    if (bearer !== undefined) {
      namesakes.add(id);
      problems.push(
        file.problem(
          ['name'],
          'names/duplicate',
          `${bearer} already has the name ${value.name}.`,
          'Merge the records, or tell the names apart.',
        ),
      );
    }
    canonical.set(name, id);
    const own = new Set<string>();
    value.names.forEach(({ text, lang, in: places }, i) => {
      const form = `${lang} ${foldName(text)}`;
      if (own.has(form))
        problems.push(
          file.problem(['names', i, 'text'], 'names/repeated', `The name ${text} stands twice in this record.`, 'Remove one of them.'),
        );
      own.add(form);
      places.forEach((place, j) => {
        const [source = '', block = ''] = place.split(' ');
        references.source(source, ['names', i, 'in', j], sources);
        const manifest = sources.get(source);
        if (manifest !== undefined) checkLocator(block, ['names', i, 'in', j], file, manifest, source, problems);
      });
    });
  }
  return namesakes;
}

/** House style in the sentences that stand in records; the prose of Markdown files is checked where it is rendered. */
export function checkHouseStyle(
  { articles, claims, entities, questions, sources }: LoadedContent,
  { loaded }: Site,
  problems: Problem[],
): void {
  const faults = styleChecker(
    loaded,
    sources.map(({ value }) => value.title),
  );
  const check = (file: RecordFile, text: string, path: Path) => {
    for (const { rule, message, hint } of faults(text)) problems.push(file.problem(path, rule, message, hint));
  };
  for (const { file, value } of articles) check(file, value.summary, ['summary']);
  for (const { file, value } of claims) for (const [id, { says }] of Object.entries(value)) check(file, says, [id, 'says']);
  for (const { file, value } of entities) check(file, value.summary, ['summary']);
  for (const { file, value } of questions) {
    check(file, value.question, ['question']);
    check(file, value.why, ['why']);
    value.answers.forEach(({ answer }, i) => check(file, answer, ['answers', i, 'answer']));
    for (const field of ['agree', 'conflict', 'incomparable', 'settle'] as const)
      value[field].forEach((text, i) => check(file, text, [field, i]));
  }
}
