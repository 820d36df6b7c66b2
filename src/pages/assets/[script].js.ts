/** Client scripts, each bundled into one classic script: modules do not run from disk. */
import { build } from 'esbuild';
import type { APIRoute, GetStaticPaths } from 'astro';

const scripts = ['site', 'reader', 'search', 'preview', 'reading', 'network', 'ledger', 'map', 'verify'];

export const getStaticPaths = (() => scripts.map((script) => ({ params: { script } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { outputFiles } = await build({
    entryPoints: [`src/client/${params.script!}.ts`],
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    loader: { '.css': 'text' },
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return new Response(outputFiles[0]!.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
