/** Pagefind’s WebAssembly, most of what a reader loads before the first results, cut and packed. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { startIndex } from './start-index.ts';

/** Packs the machine for one language beside other work, as that takes seconds. */
export async function packMachine(language: string): Promise<Uint8Array> {
  const index = await startIndex(language);
  await index.addCustomRecord({ url: '/', content: 'A page, without which there is no machine.', language });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const [packed] = (await once(
    new Worker(new URL('./search-machine-packer.ts', import.meta.url), { workerData: machineOf(files).content }),
    'message',
  )) as [Uint8Array];
  return packed;
}

/** Of the files of an index, the machine of its language, or the one for languages of which Pagefind knows no stems. */
export function machineOf<File extends { path: string }>(files: readonly File[]): File {
  const machines = files.filter(({ path }) => path.startsWith('wasm.'));
  return machines.find(({ path }) => path !== 'wasm.unknown.pagefind') ?? machines[0]!;
}

/**
 * A seventh of the packed file is tables by which Rust reads decimals of more than 22 digits or places: powers of five, and
 * their digits. The one list of numbers that the engine is handed, weights of a ranking, has none, so they are left empty.
 * @throws Error where the machine has no such tables.
 */
export function withoutTables(machine: Uint8Array): Uint8Array {
  const cut = Buffer.from(machine);
  for (const table of [powers(-342, -28), powers(28, 308), digits(60)]) {
    const start = cut.indexOf(table);
    if (start === -1) throw new Error('Pagefind has changed its machine: it has not the tables that are cut from it.');
    cut.fill(0, start, start + table.length);
  }
  return cut;
}

const powers = (from: number, to: number) => Buffer.concat(Array.from({ length: to - from + 1 }, (_, i) => power(from + i)));

/** Digits of 5, 25, 125 and so on to 5^`last`, a byte each. */
const digits = (last: number) =>
  Buffer.from(Array.from({ length: last }, (_, i) => Array.from(String(5n ** BigInt(i + 1)), Number)).flat());

/** The first 128 bits of 5^`exponent`: two numbers of 64 bits, the more significant one first. */
function power(exponent: number): Buffer {
  const magnitude = 5n ** BigInt(Math.abs(exponent));
  const length = BigInt(magnitude.toString(2).length);
  const exact = exponent < 0 ? (1n << (length + 128n)) / magnitude : magnitude << 128n;
  const bits = exact >> BigInt(exact.toString(2).length - 128);
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(bits >> 64n, 0);
  bytes.writeBigUInt64LE(bits & 0xffffffffffffffffn, 8);
  return bytes;
}
