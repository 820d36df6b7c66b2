import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { anchors } from '../urls.ts';

/**
 * Every block of the account gets an address: `<p>` → `<p id="p3">`, in order; so do items of tight lists and tables.
 * Editorial notes have their own ids and are not counted, so that adding one moves no paragraph's address.
 */
export default function rehypeParagraphs() {
  return (tree: Root) => {
    let count = 0;
    visit(tree, 'element', (node) => {
      if (node.tagName === 'x-note') return SKIP;
      if (!isBlock(node)) return undefined;
      node.properties.id = anchors.paragraph(++count);
      return node.tagName === 'li' ? undefined : SKIP;
    });
  };
}

/** Is this the element whose text is one block: a paragraph, an item of a tight list, a table? */
export function isBlock(node: Element): boolean {
  if (node.tagName === 'li') return !node.children.some((child) => child.type === 'element' && child.tagName === 'p');
  return node.tagName === 'p' || node.tagName === 'table';
}
