/** A plain static file server, such as any host is. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';

/** Types that sirv does not know, by which citation managers and graph tools take a file for theirs. */
const types: Record<string, string> = {
  '.bib': 'text/x-bibtex',
  '.ris': 'application/x-research-info-systems',
  '.gexf': 'application/gexf+xml',
};

export interface Served {
  /** Address of the folder, with a slash at its end. */
  address: string;
  port: number;
  close: () => void;
}

/** Serves `folder` under the path `base` on 127.0.0.1; where the port is taken, on a free one unless `strict`. Port 0 is any free port. */
export function serve(
  folder: string,
  { port = 0, base = '/', strict = false }: { port?: number; base?: string; strict?: boolean } = {},
): Promise<Served> {
  const prefix = base.replace(/^\/?/, '/').replace(/\/?$/, '/');
  const setHeaders = (response: ServerResponse, path: string) => {
    const type = types[extname(path)];
    if (type !== undefined) response.setHeader('Content-Type', type);
  };
  const files = sirv(folder, { dev: true, etag: true, setHeaders });
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
      resolve({ address: `http://127.0.0.1:${number}${prefix}`, port: number, close: () => server.close() });
    });
  });
}
