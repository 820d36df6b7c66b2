import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { gexf } from '../../exports/gexf.ts';

export const GET: APIRoute = async () => {
  const { corpus } = await loadEdition();
  return new Response(gexf(corpus), { headers: { 'Content-Type': 'application/gexf+xml; charset=utf-8' } });
};
