import type { ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import type { Extent } from './context.ts';

/** Measures the text, one entry for each element that stands on its own, for a page that must know about how long it is. */
export default function rehypeExtents() {
  return (tree: Root, file: VFile) => {
    file.data.extents = tree.children.flatMap((node): Extent[] => {
      if (node.type !== 'element') return [];
      const kind = /^h[1-6]$/.test(node.tagName) ? 'heading' : node.tagName === 'div' ? 'note' : 'text';
      return [{ kind, characters: toString(node).length, ids: idsIn(node) }];
    });
  };
}

function idsIn(node: ElementContent): string[] {
  if (node.type !== 'element') return [];
  return [...(typeof node.properties.id === 'string' ? [node.properties.id] : []), ...node.children.flatMap(idsIn)];
}
