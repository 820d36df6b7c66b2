import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../edition.ts';
import { tei } from '../../../exports/tei.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return [...corpus.articles.keys()].map((id) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(tei(params.id!, await loadEdition()), { headers: { 'Content-Type': 'application/tei+xml; charset=utf-8' } });
