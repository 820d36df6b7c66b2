/** `npm run dev`: a change of any content file is seen by the next page drawn, and open pages reload. */
import type { AstroIntegration } from 'astro';
import { contentFolder, forgetEdition } from '../edition.ts';

export default function watchContent(): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(contentFolder);
        server.watcher.on('all', (event, path) => {
          if (!path.startsWith(contentFolder)) return;
          forgetEdition();
          // A new record is a new page, and which pages there are is asked once at the start.
          if (event === 'add' || event === 'unlink') void server.restart();
          else server.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}
