import type { Html, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Corpus } from '../corpus/corpus.ts';
import { didYouMean, nearest } from '../corpus/problems.ts';
import { pointIn, report } from './context.ts';

const pattern = /\[\^([^\]\s]+)\]|\[\[([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/g;

/**
 * Claims cited and entities linked by hand.
 * `[^toll]` → `<x-claim data-id="toll">`, `[[nusra|the Front]]` → `<x-entity data-id="nusra">the Front</x-entity>`.
 * An unknown id is a problem, and so is a footnote written by hand: a note's text comes from its claim.
 */
export default function remarkReferences(corpus: Corpus) {
  return (tree: Root, file: VFile) => {
    visit(tree, (found: Root | RootContent, index, parent) => {
      let node = found;
      if (node.type === 'html') {
        checkHtml(node, file);
        // The pipeline's own elements are never the author's.
        node.value = node.value.replace(/<(\/?)x-/gi, '<$1author-');
      }
      if (node.type === 'footnoteDefinition') {
        report(
          file,
          node.position?.start,
          'claims/hand-written-note',
          `A footnote’s text comes from its claim.`,
          'Make a claim record and take the definition out.',
        );
        parent?.children.splice(index!, 1);
        return [SKIP, index!];
      }
      if (node.type === 'image' || node.type === 'imageReference')
        report(file, node.position?.start, 'markdown/picture', 'Pictures are not shown.', 'Say in words what it shows, or link to it.');
      // Where the footnote has a definition, GFM has read the reference.
      if (node.type === 'footnoteReference')
        parent!.children[index!] = node = { type: 'text', value: `[^${node.identifier}]`, position: node.position! };
      if (node.type === 'link') {
        visit(node, 'text', (text) => {
          if (!new RegExp(pattern).test(text.value)) return;
          const hint = 'Put it before or after the link.';
          report(file, text.position?.start, 'references/in-link', 'A reference is a link, and cannot stand in another.', hint);
        });
        return SKIP;
      }
      if (node.type !== 'text' || parent === undefined || index === undefined || !/[[(]/.test(node.value)) return undefined;
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
      const cite = (id: string) => parts.push({ ...element('x-claim', id), ...(at && { position: { start: at, end: at } }) });
      if (corpus.claims.has(claim)) cite(claim);
      else if (!corpus.broken.has(`claim ${claim}`) && !corpus.broken.has('claim *')) {
        const hint = didYouMean(claim, corpus.claims.keys()) ?? 'Add it to the claims file of its article.';
        report(file, at, 'claims/unknown', `There is no claim ${claim}.`, hint);
        // The claim that is meant is not reported as unused.
        const meant = nearest(claim, corpus.claims.keys());
        if (meant !== undefined) cite(meant);
      }
    } else if (entity !== undefined) {
      const record = corpus.entities.get(entity);
      if (record === undefined && !corpus.broken.has(`entity ${entity}`))
        report(
          file,
          at,
          'references/unknown-entity',
          `There is no entity ${entity}.`,
          didYouMean(entity, corpus.entities.keys()) ?? 'Add a record of it in entities/<type>/.',
        );
      parts.push(element('x-entity', entity, label ?? record?.name ?? entity));
    }
  }
  text(node.value.length);
  for (const part of parts) {
    if (part.type !== 'text') continue;
    reportLeft(part.value, part.position?.start, file);
    reportBare(part.value, part.position?.start, corpus, file);
  }
  return parts;
}

/** Nothing is read in HTML, and what stands in a comment is not even shown. */
function checkHtml({ value, position }: Html, file: VFile): void {
  const comment = /<!--(?!.*-->)/s.exec(value);
  if (comment !== null) {
    const place = pointIn(position?.start, value, comment.index);
    report(file, place, 'markdown/unclosed-comment', 'The comment is never closed.', 'End it with -->.');
  } else {
    const seen = value.replace(/<!--.*?-->/gs, (hidden) => hidden.replaceAll('[', ' '));
    reportLeft(seen, position?.start, file);
  }
}

/** Reports the id of a claim in brackets that make no reference, `[toll]` or `(^toll)`: readers would see it as it stands. */
function reportBare(value: string, start: Point | undefined, { claims }: Corpus, file: VFile): void {
  for (const { 0: written, 1: id, index } of value.matchAll(/(?<!\[)(?:\[|\(\^)([a-z0-9-]+)[\])]/g))
    if (claims.has(id!)) report(file, pointIn(start, value, index), 'claims/malformed', `${written} is no reference.`, `Write [^${id}].`);
}

/** Reports what looks like the beginning of a reference and is none. */
function reportLeft(value: string, start: Point | undefined, file: VFile): void {
  const left = /\[\^|\[\[/.exec(value);
  if (left === null) return;
  const hint = 'Write [^claim-id], [[entity-id]] or [[entity-id|text]], on one line, not in HTML, nor in a table cell with |.';
  const rule = left[0] === '[^' ? 'claims/malformed' : 'references/malformed';
  report(file, pointIn(start, value, left.index), rule, `${left[0]} begins no reference here.`, hint);
}

/** An inline node that remark-rehype turns into the element `name`. */
function element(name: string, id: string, text?: string): PhrasingContent {
  return {
    type: 'emphasis',
    children: text === undefined ? [] : [{ type: 'text', value: text }],
    data: { hName: name, hProperties: { dataId: id } },
  };
}
