import type { Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './context.ts';

/** Collects the second-level headings for a table of contents; a first-level one is a problem, as the page has its own. */
export default function rehypeOutline() {
  return (tree: Root, file: VFile) => {
    const headings = (file.data.headings ??= []);
    visit(tree, 'element', (node) => {
      const rank = headingRank(node);
      if (rank === 1)
        report(
          file,
          node.position?.start,
          'markdown/heading-level',
          'The page’s title is its only first-level heading.',
          'Begin this heading with ##.',
        );
      if (rank === 2) headings.push({ id: String(node.properties.id), text: toString(node) });
    });
  };
}
