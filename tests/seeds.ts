/** The documents themselves, which the repository does not hold: tests that need them are skipped where they are not at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds them: `DOCUMENTS=DIR`, or a folder beside the project. */
export const seeds = process.env.DOCUMENTS ?? fileURLToPath(new URL('../../shared/seeds', import.meta.url));
export const haveSeeds = existsSync(seeds);
if (!haveSeeds) console.log(`Skipped: what needs the documents themselves, as ${seeds} does not exist.`);
