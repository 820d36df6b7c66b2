import type { APIRoute, GetStaticPaths } from 'astro';
import { sourceOf } from '../../corpus/corpus.ts';
import { citation, citationFormats } from '../../exports/citations.ts';
import { loadEdition } from '../../edition.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return [...corpus.articles.keys()].flatMap((id) => citationFormats.map(({ ending }) => ({ params: { id, format: ending } })));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { corpus } = await loadEdition();
  const { name, mime } = citationFormats.find(({ ending }) => ending === params.format)!;
  const source = sourceOf(corpus, params.id!);
  return new Response(citation(source, corpus, name), { headers: { 'Content-Type': `${mime}; charset=utf-8` } });
};
