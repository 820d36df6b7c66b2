/** `npm start` ends here: serves the built folder on localhost and prints its address. */
import { misused, readArguments } from './arguments.ts';
import { dist, isBuild } from './build-folder.ts';
import { serve } from './static-server.ts';

const usage = 'usage: npm start -- --port 4321 --base /some/path/';
const { values } = readArguments(usage, {
  options: { port: { type: 'string', default: process.env.PORT ?? '4321' }, base: { type: 'string', default: '/' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) misused(usage);
if (!isBuild(dist)) {
  console.error(`There is no build in ${dist}. Run: npm run build`);
  process.exit(1);
}
const { address, port: bound } = await serve(dist, { port, base: values.base });
const instead = port !== 0 && bound !== port ? `Port ${port} is taken, so another is used. ` : '';
console.log(`${instead}Serving ${dist} at ${address}  (Ctrl-C stops it)`);
