import type { APIRoute, GetStaticPaths } from 'astro';
import { csvFile } from '../../exports/csv.ts';
import { tables } from '../../exports/tables.ts';
import { loadEdition } from '../../edition.ts';

export const getStaticPaths = (() => tables.map(({ name }) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { lines } = tables.find(({ name }) => name === params.name)!;
  return new Response(csvFile(lines(await loadEdition())), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
