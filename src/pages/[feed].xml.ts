/** The feed; none without `base` in the site's record, as its links must be whole addresses. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../edition.ts';
import { feed } from '../exports/feed.ts';
import { paths } from '../urls.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return corpus.site.base === undefined ? [] : [{ params: { feed: paths.feed.replace('.xml', '') } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async () => {
  const { corpus } = await loadEdition();
  return new Response(feed(corpus), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};
