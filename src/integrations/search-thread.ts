/** The thread that makes the index of search while pages are drawn, and writes it while the next integrations are at work. */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Addition } from '../exports/search-additions.ts';
import type { SitePath } from '../urls.ts';
import { openIndex, writeSearch } from './search-index.ts';
import { packMachine } from './search-machine.ts';

/** What the thread is started with. */
export interface SearchWork {
  language: string;
  /** What the index has of a page beyond the page, by address. */
  additions: ReadonlyMap<SitePath, Addition>;
}

/** A page’s searched part, in the order of their names; after the last one the folder that they are in. The answer is how many there are. */
export type SearchMessage = { url: SitePath; main: Uint8Array<ArrayBuffer> } | { dist: string };

const { language, additions } = workerData as SearchWork;
const port = parentPort!;
// From now on: what comes before the index is open waits.
const messages = on(port, 'message') as AsyncIterable<[SearchMessage]>;
const machine = packMachine(language);
machine.catch(() => undefined);
const index = await openIndex(language, additions);
for await (const [message] of messages) {
  if ('main' in message) await index.add(message.url, Buffer.from(message.main.buffer).toString());
  else {
    const made = await index.close();
    await writeSearch(message.dist, made, await machine);
    port.postMessage(made.urls.length);
    port.close();
    break;
  }
}
