/** The check in another language, so that nobody need trust ours. */
import type { APIRoute } from 'astro';
import script from '../../exports/verify.py?raw';

export const GET: APIRoute = () => new Response(script, { headers: { 'Content-Type': 'text/x-python; charset=utf-8' } });
