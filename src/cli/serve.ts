/** `npm start` ends here: serves the built folder on localhost and prints its address. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './static-server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: process.env.PORT ?? '4321' }, base: { type: 'string', default: '/' } },
});
const dist = resolve(process.env.OUT_DIR ?? 'dist');
if (!existsSync(dist)) {
  console.error('There is no build to serve. Run: npm run build');
  process.exit(1);
}
const { address } = await serve(dist, { port: Number(values.port), base: values.base });
console.log(`Serving ${dist} at ${address}  (Ctrl-C stops it)`);
