/** After the search index, which reads them: takes its marks out of the finished pages. */
import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fileReader } from './file-reader.ts';

export default function lean(): AstroIntegration {
  return {
    name: 'lean',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const pages = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
        const read = fileReader();
        for (const page of pages.map((name) => join(dist, name))) {
          // Byte by byte: the marks are Latin letters, and most of a page need not be read as text.
          const html = read(page).toString('latin1');
          const plain = withoutMarks(html);
          if (plain.length < html.length) writeFileSync(page, plain, 'latin1');
        }
      },
    },
  };
}

/** A page without what only the index reads. */
export function withoutMarks(html: string): string {
  return html.replace(/<span hidden data-aliases=[^>]*><\/span>| data-pagefind-(?:body|ignore|meta)(?:="[^"]*")?(?=[^<>]*>)/g, '');
}
