/** The edition for a command, or all that is wrong with the content and an end with 1. */
import { ContentError } from '../corpus/problems.ts';
import { loadEdition } from '../edition.ts';
import type { Edition } from '../edition.ts';

/** Reads the folder of content; where anything is wrong with it, prints all of it and ends the process with 1. */
export async function readEdition(): Promise<Edition> {
  try {
    return await loadEdition();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
