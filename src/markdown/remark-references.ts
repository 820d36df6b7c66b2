import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Corpus } from '../corpus/corpus.ts';
import { didYouMean } from '../corpus/problems.ts';
import { pointIn, report } from './context.ts';

const pattern = /\[\^([^\]\s]+)\]|\[\[([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/g;

/**
 * Claims cited and entities linked by hand.
 * `[^toll]` → `<x-claim data-id="toll">`, `[[nusra|the Front]]` → `<x-entity data-id="nusra">the Front</x-entity>`.
 * An unknown id is a problem, and so is a footnote written by hand: a note's text comes from its claim.
 */
export default function remarkReferences(corpus: Corpus) {
  return (tree: Root, file: VFile) => {
    visit(tree, (node: Root | RootContent, index, parent) => {
      // The pipeline's own elements are never the author's.
      if (node.type === 'html') node.value = node.value.replace(/<\/?x-/gi, '<!--');
      if (node.type === 'footnoteDefinition') {
        report(
          file,
          node.position?.start,
          'claims/hand-written-note',
          `A footnote’s text comes from its claim.`,
          'Make a claim record and take the definition out.',
        );
      }
      if (node.type !== 'text' || parent === undefined || index === undefined || !node.value.includes('[')) return undefined;
      const parts = split(node, corpus, file);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

function split(node: Text, corpus: Corpus, file: VFile): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  const start = node.position?.start;
  let done = 0;
  const text = (to: number) => {
    if (to <= done) return;
    const at = pointIn(start, node.value, done);
    parts.push({ type: 'text', value: node.value.slice(done, to), ...(at && { position: { start: at, end: at } }) });
  };
  for (const match of node.value.matchAll(pattern)) {
    text(match.index);
    done = match.index + match[0].length;
    const [, claim, entity, label] = match;
    const at = pointIn(start, node.value, match.index);
    if (claim !== undefined) {
      if (corpus.claims.has(claim)) parts.push({ ...element('x-claim', claim), ...(at && { position: { start: at, end: at } }) });
      else if (!corpus.broken.has(`claim ${claim}`))
        report(
          file,
          at,
          'claims/unknown',
          `There is no claim ${claim}.`,
          didYouMean(claim, corpus.claims.keys()) ?? 'Add it to the claims file of its article.',
        );
    } else if (entity !== undefined) {
      const record = corpus.entities.get(entity);
      if (record === undefined && !corpus.broken.has(`entity ${entity}`))
        report(
          file,
          at,
          'references/unknown-entity',
          `There is no entity ${entity}.`,
          didYouMean(entity, corpus.entities.keys()) ?? 'Add a record for it.',
        );
      parts.push(element('x-entity', entity, label ?? record?.name ?? entity));
    }
  }
  text(node.value.length);
  for (const part of parts) {
    const left = part.type === 'text' ? /\[\^|\[\[/.exec(part.value) : null;
    if (part.type !== 'text' || left === null) continue;
    const rule = left[0] === '[^' ? 'claims/malformed' : 'references/malformed';
    report(
      file,
      pointIn(part.position?.start, part.value, left.index),
      rule,
      `${left[0]} begins no reference here.`,
      'Write [^claim-id], [[entity-id]] or [[entity-id|text]], on one line and not in a table cell with |.',
    );
  }
  return parts;
}

/** An inline node that remark-rehype turns into the element `name`. */
function element(name: string, id: string, text?: string): PhrasingContent {
  return {
    type: 'emphasis',
    children: text === undefined ? [] : [{ type: 'text', value: text }],
    data: { hName: name, hProperties: { dataId: id } },
  };
}
