/** The data of previews in small classic scripts, which pages opened from disk can load too. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../../edition.ts';
import { previewChunks } from '../../../previews.ts';

export const getStaticPaths = (async () => {
  const chunks = previewChunks(await loadEdition());
  return [...chunks].map(([chunk, previews]) => ({ params: { chunk }, props: { previews } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props }) =>
  new Response(`(self.__previews??={})[${JSON.stringify(params.chunk)}]=${JSON.stringify(props.previews)}\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
