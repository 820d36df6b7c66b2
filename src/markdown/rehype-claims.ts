import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { anchors } from '../urls.ts';
import type { Footnote } from './context.ts';

/**
 * Numbers the claims cited, in order of first appearance; the notes themselves are drawn by the page from
 * `file.data.footnotes`. `<x-claim data-id="toll">` → `<sup><a id="toll" href="#n4" data-claim="toll">4</a></sup>`.
 * A block with new references becomes an anchor of CSS anchor positioning, beside which its notes stand in a wide margin.
 */
export default function rehypeClaims() {
  return (tree: Root, file: VFile) => {
    const notes = new Map<string, Footnote>();
    const walk = (node: Root | RootContent, block: Block | undefined) => {
      if (node.type !== 'root' && node.type !== 'element') return;
      if (node.type === 'element' && node.tagName === 'x-claim') {
        const sup = reference(String(node.properties.dataId), block, notes);
        if (node.position) for (const own of [sup, ...sup.children]) own.position = node.position;
        Object.assign(node, sup);
        return;
      }
      const own = node.type === 'element' && typeof node.properties.id === 'string' ? { node, id: node.properties.id } : block;
      for (const child of node.children) walk(child, own);
    };
    walk(tree, undefined);
    file.data.footnotes = [...notes.values()];
  };
}

/** The element with an id that a reference stands in. */
interface Block {
  node: Element;
  id: string;
}

function reference(claim: string, block: Block | undefined, notes: Map<string, Footnote>): Element {
  const first = !notes.has(claim);
  const note = notes.get(claim) ?? { number: notes.size + 1, claim, block: block?.id ?? '' };
  notes.set(claim, note);
  if (first && block !== undefined) block.node.properties.style = `anchor-name:--${block.id}`;
  const attributes = { ...(first && { id: claim }), href: `#${anchors.footnote(note.number)}`, dataClaim: claim };
  return h('sup', [h('a', attributes, String(note.number))]);
}
