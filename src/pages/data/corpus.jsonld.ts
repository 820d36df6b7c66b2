import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { corpusGraph } from '../../exports/linked-data.ts';

export const GET: APIRoute = async () => {
  const { corpus } = await loadEdition();
  return new Response(`${JSON.stringify(corpusGraph(corpus))}\n`, { headers: { 'Content-Type': 'application/ld+json; charset=utf-8' } });
};
