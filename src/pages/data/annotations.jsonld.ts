import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { annotations } from '../../exports/annotations.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(annotations(await loadEdition()))}\n`, {
    headers: { 'Content-Type': 'application/ld+json; charset=utf-8' },
  });
