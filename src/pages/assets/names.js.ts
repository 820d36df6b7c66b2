/** What search knows before its engine is there, as a classic script, the one thing that a page opened from disk may load. */
import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { directoryOf } from '../../exports/directory.ts';

export const GET: APIRoute = async () =>
  new Response(`__directory=${JSON.stringify(directoryOf(await loadEdition()))}`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
