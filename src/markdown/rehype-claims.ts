import type { Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { anchors } from '../urls.ts';
import type { Footnote } from './context.ts';

/**
 * Numbers the claims cited, in order of first appearance; the notes themselves are drawn by the page from
 * `file.data.footnotes`. `<x-claim data-id="toll">` → `<sup><a id="ref-toll" href="#fn-toll" data-claim="toll">4</a></sup>`.
 * Each reference is an anchor of CSS anchor positioning, by which its note stands beside it in a wide margin.
 */
export default function rehypeClaims() {
  return (tree: Root, file: VFile) => {
    const notes = new Map<string, Footnote>();
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'x-claim') return;
      const claim = String(node.properties['dataId']);
      const note = notes.get(claim) ?? { number: notes.size + 1, claim, references: 0 };
      notes.set(claim, note);
      note.references++;
      const first = note.references === 1;
      Object.assign(
        node,
        h('sup', [
          h(
            'a',
            {
              id: anchors.reference(claim, note.references),
              href: `#${anchors.footnote(claim)}`,
              dataClaim: claim,
              role: 'doc-noteref',
              ...(first && { style: `anchor-name:--r${note.number}` }),
            },
            String(note.number),
          ),
        ]),
      );
    });
    file.data.footnotes = [...notes.values()];
  };
}
