// @ts-check
import { defineConfig } from 'astro/config';
import data from './src/integrations/data.ts';
import lean from './src/integrations/lean.ts';
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
  // Search reads the data, what only it reads is then taken out, and the worker's list is of finished files: in this order.
  integrations: [watchContent(), data(), search(), sitemap(), lean(), links(), offline()],
});
