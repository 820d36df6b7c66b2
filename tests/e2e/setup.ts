/** Serves the build twice and copies it to the "USB stick". */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { serve } from '../../src/cli/static-server.ts';
import { dist, ports, stick } from './places.ts';

export default async function setup() {
  if (!existsSync(dist)) throw new Error('There is no build to read. Run: npm run build');
  rmSync(stick, { recursive: true, force: true });
  cpSync(dist, stick, { recursive: true });
  const servers = [
    await serve(dist, { port: ports.root, strict: true }),
    await serve(dist, { port: ports.deep, base: '/some/deep/path/', strict: true }),
  ];
  return () => {
    for (const server of servers) server.close();
    rmSync(stick, { recursive: true, force: true });
  };
}
