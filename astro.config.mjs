// @ts-check
import { defineConfig } from 'astro/config';
import data from './src/integrations/data.ts';
import links from './src/integrations/links.ts';
import offline from './src/integrations/offline.ts';
import search from './src/integrations/search.ts';
import sitemap from './src/integrations/sitemap.ts';
import watchContent from './src/integrations/watch-content.ts';

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  build: {
    // Pages keep the names of their files (`entities/index.html`), which work on any host and from disk.
    format: 'preserve',
    // A style sheet of its own would cost a round trip before the first paint.
    inlineStylesheets: 'always',
  },
  // The default, 'jsx', glues inline elements together.
  compressHTML: true,
  devToolbar: { enabled: false },
  // Links may lead to data, search is waited for as late as can be, and the worker's list is of finished files: in this order.
  integrations: [watchContent(), data(), sitemap(), links(), search(), offline()],
});
