/** After the build: the files of data, beside the pages. In development they are made when they are asked for. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forgetEdition, loadEdition } from '../edition.ts';
import { siteFiles } from '../exports/site-files.ts';
import { fileWriter } from './file-writer.ts';

const types: Record<string, string> = {
  bib: 'text/x-bibtex',
  csv: 'text/csv',
  gexf: 'application/gexf+xml',
  js: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  py: 'text/x-python',
  ris: 'application/x-research-info-systems',
  xml: 'application/xml',
};

export default function data(): AstroIntegration {
  return {
    name: 'data',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const write = fileWriter();
        let count = 0;
        for (const [path, text] of siteFiles(await loadEdition())) {
          write(join(fileURLToPath(dir), path), text());
          count++;
        }
        logger.info(`${count} files of data`);
        // The last that needs it: what follows runs faster in little memory.
        forgetEdition();
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const asked = decodeURI(request.url ?? '').replace(/^\/|[?#].*$/g, '');
          const type = types[/\w+$/.exec(asked)?.[0] ?? ''];
          if (type === undefined) {
            next();
            return;
          }
          loadEdition().then(
            (edition) => {
              const found = siteFiles(edition).find(([path]) => path === asked);
              if (found === undefined) next();
              else response.setHeader('Content-Type', `${type}; charset=utf-8`).end(found[1]());
            },
            (error: unknown) => next(error),
          );
        });
      },
    },
  };
}
