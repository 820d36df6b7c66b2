/** The base of the small maps: one file for each view, in its own light and dark colours. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { viewsOf, width } from '../../components/map/view.ts';
import type { View } from '../../components/map/view.ts';
import { loadEdition } from '../../edition.ts';

export const getStaticPaths = (async () => {
  const { corpus } = await loadEdition();
  return viewsOf(corpus).map((view) => ({ params: { view: view.id }, props: { view } }));
}) satisfies GetStaticPaths;

const style = `
:root { color-scheme: light dark; background: light-dark(#cfe0ea, #16303f) }
path { stroke: light-dark(#b3a486, #5f656c); stroke-width: 2 }
.land { fill: light-dark(#f4f0e6, #23272c) }
.region { fill: light-dark(#fff, #1d2024) }
.district { fill: light-dark(#e6dcc6, #363b40); stroke-width: 1 }
.lake { fill: light-dark(#cfe0ea, #16303f) }
.border, .river { fill: none }
.lake, .river { stroke: light-dark(#7fa5bb, #3f6b82) }
`;

/** Detail that the small size does not show, units. */
const gap = 2.5;

export const GET: APIRoute<{ view: View }> = ({ props: { view } }) => {
  const paths = view.paths(gap).map(({ draw, d }) => `<path class="${draw}" d="${d}"/>`);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${view.height}"><style>${style}</style>${paths.join('')}</svg>\n`;
  return new Response(text, { headers: { 'Content-Type': 'image/svg+xml' } });
};
