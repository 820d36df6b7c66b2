/** The thread that packs Pagefind’s machine, as small as a browser can unpack by itself. */
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { withoutTables } from './search-machine.ts';

parentPort!.postMessage(await gzipAsync(withoutTables(gunzipSync(workerData as Uint8Array)), { numiterations: 1 }));
