/** After the search index, which reads them: takes its marks out of the finished pages. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Pages read at a time. */
const atOnce = 50;

export default function lean(): AstroIntegration {
  return {
    name: 'lean',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const pages = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).map((name) => join(dist, name));
        for (let i = 0; i < pages.length; i += atOnce)
          await Promise.all(
            pages.slice(i, i + atOnce).map(async (page) => {
              await writeFile(page, withoutMarks(await readFile(page, 'utf8')));
            }),
          );
      },
    },
  };
}

/** A page without what only the index reads. */
export function withoutMarks(html: string): string {
  return html.replace(/<span hidden data-aliases=[^>]*><\/span>| data-pagefind-(?:body|ignore|meta)(?:="[^"]*")?(?=[^<>]*>)/g, '');
}
