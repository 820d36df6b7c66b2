import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { takenAnchors } from '../urls.ts';
import { report } from './context.ts';

/** Reports an address that stands twice on the page, or that the page's frame uses: a heading may have the name of a claim. */
export default function rehypeUniqueIds() {
  return (tree: Root, file: VFile) => {
    const seen = new Set(takenAnchors);
    visit(tree, 'element', (node) => {
      const { id } = node.properties;
      if (typeof id !== 'string') return;
      if (seen.has(id) || /^n\d+$/.test(id)) {
        report(
          file,
          node.position?.start,
          'ids/duplicate',
          `The address ${id} stands twice on this page.`,
          'Rename the heading, the note or the claim that has it.',
        );
      }
      seen.add(id);
    });
  };
}
