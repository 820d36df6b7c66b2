/** `npm start` ends here: serves the built folder on localhost and prints its address. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { misused, readArguments } from './arguments.ts';
import { serve } from './static-server.ts';

const usage = 'usage: npm start -- --port 4321 --base /some/path/';
const { values } = readArguments(usage, {
  options: { port: { type: 'string', default: process.env.PORT ?? '4321' }, base: { type: 'string', default: '/' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) misused(usage);
const dist = resolve(process.env.OUT_DIR ?? 'dist');
// Every build has one.
if (!existsSync(join(dist, '404.html'))) {
  console.error(`There is no build in ${dist}. Run: npm run build`);
  process.exit(1);
}
const { address, port: bound } = await serve(dist, { port, base: values.base });
const instead = port !== 0 && bound !== port ? `Port ${port} is taken, so another is used. ` : '';
console.log(`${instead}Serving ${dist} at ${address}  (Ctrl-C stops it)`);
