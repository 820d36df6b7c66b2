import type { ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { locatorLabel, parseLocator } from '../corpus/locators.ts';
import { anchors } from '../urls.ts';

/**
 * An editorial note, set apart from the account.
 * `<x-note data-kind="dating" data-at="4.1">…` → `<div id="note-1" class="note" role="note"><p class="note-kind">Dating ¶4 s1 …</p>…</div>`.
 */
export default function rehypeNotes() {
  return (tree: Root, file: VFile) => {
    const notes = (file.data.notes ??= []);
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'x-note') return;
      const { dataId, dataKind, dataAt, dataConfidence } = node.properties as Record<string, string | undefined>;
      const anchor = anchors.note(dataId ?? String(notes.length + 1));
      const kind = dataKind ?? 'context';
      const text = node.children
        .map((child) => toString(child))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
      notes.push({
        anchor,
        kind,
        text,
        ...(dataAt !== undefined && { at: dataAt }),
        ...(dataConfidence !== undefined && { confidence: dataConfidence }),
      });
      const about: ElementContent[] = [h('b', `${kind[0]!.toUpperCase()}${kind.slice(1)}`)];
      if (dataAt !== undefined) about.push({ type: 'text', value: ` ${locatorLabel(parseLocator(dataAt))}` });
      if (dataConfidence !== undefined) about.push({ type: 'text', value: `, confidence ${dataConfidence}` });
      // role="note" and no <aside>: forty landmarks on a page would be none.
      node.tagName = 'div';
      node.properties = { id: anchor, className: ['note'], role: 'note' };
      node.children.unshift(h('p', { className: ['note-kind'] }, about));
    });
  };
}
