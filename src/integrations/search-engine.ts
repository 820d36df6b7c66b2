/**
 * Pagefind’s engine cut to what search uses. Pagefind 1.5.2 ships one file for every use: a worker, a second index, excerpts, its
 * own inflate where browsers have one. Less than half of it is left, the same for pages opened over http and from disk.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = (name: string) => fileURLToPath(new URL(`../client/${name}`, import.meta.url));

/** Stretches of `pagefind.js`, each once in it, and what stands in their place. */
const cuts: readonly (readonly [RegExp, string])[] = [
  // Files come unpacked from `fetchFile`.
  [/var u8 ?= ?Uint8Array;.*?(?=var calculate_excerpt_region)/s, 'const gz_default = (bytes) => bytes;'],
  // Passages are chosen by `src/search/passages.ts`.
  [
    /var calculate_excerpt_region.*?(?=var asyncSleep)/s,
    'const calculate_excerpt_region = () => 0, build_excerpt = () => ({}), calculate_sub_results = () => [];',
  ],
  // What results can be narrowed to is a file of its own: asked for all pages with a value, Pagefind loads the whole index.
  [/async loadFilterChunk\(.*?(?=async _loadFragment\()/s, ''],
  [/async filters\(\).*?(?=async search\(term,)/s, ''],
  [/let filter_resp ?=.*?(?=let chunks ?=)/s, 'const filter_array = [];'],
  // Set once, when it starts.
  [/async options\(.*?(?=decompress\(data,)/s, ''],
  // For debugging.
  [/if ?\(result2\.params\).*?(?=return res;)/s, ''],
  [/export ?\{.*$/s, 'export { PagefindInstance };'],
];

/** Bundles the engine from the text of `pagefind.js`. */
export async function buildEngine(source: string): Promise<string> {
  let contents = `import { fetchFile as fetch } from ${JSON.stringify(client('search-files.ts'))};\n${source}`;
  for (const [pattern, text] of cuts) {
    if (!pattern.test(contents)) throw new Error(`Pagefind has changed its engine: nothing like ${pattern.source} in it.`);
    contents = contents.replace(pattern, () => text);
  }
  const { outputFiles } = await build({
    entryPoints: [client('pagefind.ts')],
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'ascii',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    // What fails is said on the page.
    drop: ['console'],
    define: { 'import.meta.url': 'undefined' },
    plugins: [
      {
        name: 'pagefind-instance',
        setup(bundler) {
          bundler.onResolve({ filter: /^pagefind-instance$/ }, ({ path }) => ({ path, namespace: 'pagefind' }));
          bundler.onLoad({ filter: /./, namespace: 'pagefind' }, () => ({ contents, resolveDir: '/' }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}
