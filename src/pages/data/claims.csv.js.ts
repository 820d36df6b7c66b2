/** The lines of `claims.csv` as a classic script, the one thing that a page opened from disk may load. */
import type { APIRoute } from 'astro';
import { claimLines } from '../../exports/tables.ts';
import { loadEdition } from '../../edition.ts';

export const GET: APIRoute = async () =>
  new Response(`globalThis.claimLines=${JSON.stringify(claimLines(await loadEdition()))};\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
