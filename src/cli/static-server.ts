/** A plain static file server, such as any host is. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  /** Address of the folder, with a slash at its end. */
  address: string;
  close: () => void;
}

/** Serves `folder` under the path `base` on 127.0.0.1; where the port is taken, on a free one unless `strict`. Port 0 is any free port. */
export function serve(
  folder: string,
  { port = 0, base = '/', strict = false }: { port?: number; base?: string; strict?: boolean } = {},
): Promise<Served> {
  const prefix = base.replace(/^\/?/, '/').replace(/\/?$/, '/');
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(join(folder, '404.html')));
    };
    if (!request.url?.startsWith(prefix)) {
      notFound();
      return;
    }
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, notFound);
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0 && !strict) server.listen(0, '127.0.0.1');
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      const number = typeof bound === 'object' && bound !== null ? bound.port : port;
      resolve({ address: `http://127.0.0.1:${number}${prefix}`, close: () => server.close() });
    });
  });
}
