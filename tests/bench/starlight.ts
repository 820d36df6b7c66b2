/** Starlight, Astro's own theme for documentation, on the articles of a generated corpus: the anchor of the build's time. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const dependencies = { '@astrojs/starlight': '0.42.4', 'astro': '7.3.4' };

/** Writes a Starlight site, not yet installed, into `folder`: the articles of the corpus `content`, with the claims as footnotes. */
export function writeStarlight(folder: string, content: string): void {
  const docs = join(folder, 'src/content/docs');
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(docs, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  // Without its list of all pages on every page, which would cost Starlight more than the articles.
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Bench', sidebar: [{ label: 'Home', link: '/' }] })] };\n`,
  );
  writeFileSync(
    join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  for (const name of readdirSync(join(content, 'articles'))) {
    const id = basename(name, '.md');
    const [, , prose = ''] = readFileSync(join(content, 'articles', name), 'utf8').split('---\n');
    const claims = readFileSync(join(content, 'claims', `${id}.yaml`), 'utf8');
    const notes = Array.from(claims.matchAll(/^(\S+):\n.*\n  says: (.*)$/gm), ([, claim, says]) => `[^${claim!}]: ${says!}\n`);
    writeFileSync(join(docs, name), `---\ntitle: Article ${id}\n---\n${prose}\n${notes.join('')}`);
  }
  writeFileSync(join(docs, 'index.md'), '---\ntitle: Bench\n---\nArticles.\n');
}
