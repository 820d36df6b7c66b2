/** `npm run check`: every check of the content folder; prints all problems, exits 1 where there are any. */
import { readArguments } from './arguments.ts';
import { readEdition } from './read-edition.ts';

readArguments('usage: npm run check    (CONTENT_DIR names another folder of content)', {});
const { corpus } = await readEdition();
const { articles, claims, entities, questions } = corpus;
console.log(`No problems: ${articles.size} articles, ${claims.size} claims, ${entities.size} entities, ${questions.size} questions.`);
