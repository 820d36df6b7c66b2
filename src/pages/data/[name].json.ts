import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from '../../exports/files.ts';
import { loadEdition } from '../../edition.ts';

export const getStaticPaths = (() => dataFiles.map(({ name }) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { records } = dataFiles.find(({ name }) => name === params.name)!;
  return new Response(`${JSON.stringify(records(await loadEdition()), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
