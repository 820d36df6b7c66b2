/** The pictures of pages for where their addresses are shared; none without `base` in the site's record. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadEdition } from '../../edition.ts';
import { drawPicture } from '../../sharing/drawing.ts';
import { picturesOf } from '../../sharing/picture.ts';
import type { Picture } from '../../sharing/picture.ts';
import { paths } from '../../urls.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return [...picturesOf(corpus)].map(([page, picture]) => ({
    params: { page: paths.picture(page).replace(/^pictures\/|\.png$/g, '') },
    props: { picture },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }> = async ({ props: { picture } }) => {
  const { corpus } = await loadEdition();
  return new Response(Buffer.from(drawPicture(picture, corpus.site)), { headers: { 'Content-Type': 'image/png' } });
};
