/** What stands after a command, or how it is used and an end with 2. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Reads the arguments of a command as `parseArgs` does; where it cannot, prints why and `usage`, and ends the process with 2. */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return misused(usage);
  }
}

/** Prints how a command is used and ends the process with 2. */
export function misused(usage: string): never {
  console.error(usage);
  process.exit(2);
}
