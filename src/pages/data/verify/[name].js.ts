/** What the page that verifies documents loads, as classic scripts: from disk nothing else can be loaded. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../edition.ts';
import { sealIndex, sealedSource } from '../../../exports/verification.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return ['index', ...corpus.sources.keys()].map((name) => ({ params: { name } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const edition = await loadEdition();
  const name = params.name!;
  const text =
    name === 'index'
      ? `__sealIndex=${JSON.stringify(sealIndex(edition))}`
      : `__sealedSource=${JSON.stringify(sealedSource(edition, name))}`;
  return new Response(`${text}\n`, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
