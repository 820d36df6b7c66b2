/** The manifest by which a browser installs the site as an app. Web Application Manifest, W3C. */
import type { APIRoute } from 'astro';
import { loadEdition } from '../edition.ts';
import { paths } from '../urls.ts';

/** `--paper` of the light scheme: a manifest has one colour for both. */
const paper = '#fbfaf6';

export const GET: APIRoute = async () => {
  const { site } = (await loadEdition()).corpus;
  const png = (name: string, size: number, purpose: string) => ({
    src: paths.asset(`${name}.png`),
    type: 'image/png',
    sizes: `${size}x${size}`,
    purpose,
  });
  const manifest = {
    name: site.title,
    short_name: site.title,
    description: site.description,
    lang: site.language,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: paths.asset('icon.svg'), type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
      png('icon-192', 192, 'any'),
      png('icon-512', 512, 'any'),
      png('icon-maskable', 512, 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
