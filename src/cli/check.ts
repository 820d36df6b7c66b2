/** `npm run check`: every check of the content folder; prints all problems, exits 1 where there are any. */
import { buildEdition, contentFolder } from '../edition.ts';
import { formatProblems } from '../corpus/problems.ts';

const { edition, problems } = await buildEdition(contentFolder);
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exitCode = 1;
} else {
  const { articles, claims, entities, questions } = edition!.corpus;
  console.log(`No problems: ${articles.size} articles, ${claims.size} claims, ${entities.size} entities, ${questions.size} questions.`);
}
