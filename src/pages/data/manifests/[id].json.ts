import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../edition.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return [...corpus.sources.keys()].map((id) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { corpus } = await loadEdition();
  const { id: source, record: _, order: __, ...manifest } = corpus.sources.get(params.id!)!;
  return new Response(`${JSON.stringify({ source, ...manifest }, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
