import type { Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { confidence, id as recordId, locatorText, noteKind } from '../corpus/schema.ts';
import { didYouMean } from '../corpus/problems.ts';
import { locatorLabel, parseLocator } from '../corpus/locators.ts';
import type { Locator } from '../corpus/locators.ts';
import { pointIn, report } from './context.ts';

/**
 * The two directives of the content format.
 * `:plain[Homs]` → `Homs`, never a link. `:::note{#day kind=dating at="4.1" confidence=high}` … `:::` → `<x-note …>`.
 * A colon that starts nothing ("10:am") stays text; any other directive, a malformed or unclosed one included, is a problem.
 */
export default function remarkDirectives() {
  return (tree: Root, file: VFile) => {
    let begun = 0;
    visit(tree, (node, index, parent) => {
      if (node.type === 'text') {
        for (const { 0: mark, 1: name, index } of node.value.matchAll(undirected)) {
          // What closes a note that did not begin is not a second fault.
          if (mark.trim() === ':::' && begun-- > 0) continue;
          if (name !== undefined) begun++;
          malformed(file, pointIn(node.position?.start, node.value, index), mark.trim());
        }
      } else if (node.type === 'textDirective') {
        if (node.name === 'plain') {
          if (node.children.length === 0 || !isEmpty(node.attributes)) malformed(file, node.position?.start, ':plain');
          node.data = { hName: 'x-plain' };
        } else if (parent !== undefined && index !== undefined && node.children.length === 0 && isEmpty(node.attributes)) {
          parent.children[index] = { type: 'text', value: `:${node.name}`, ...(node.position && { position: node.position }) };
        } else unknown(node, file);
      } else if (node.type === 'leafDirective') {
        if (node.name === 'note') begun++;
        unknown(node, file);
      } else if (node.type === 'containerDirective') {
        if (node.name === 'note') note(node, file);
        else unknown(node, file);
        if (!isClosed(node, file) || node.children.some((child) => child.type === 'containerDirective')) {
          report(
            file,
            node.position?.start,
            'markdown/unclosed-directive',
            `:::${node.name} is never closed, or not before the next begins.`,
            'End it with a line that holds only ":::".',
          );
        }
      }
    });
  };
}

/** What the parser took for no directive is text to it. */
const undirected = /^[ \t]*:::+[ \t]*(\p{L}+)?|:plain(?![\p{L}\p{N}-])/gmu;

function isEmpty(attributes: Record<string, unknown> | null | undefined): boolean {
  return Object.keys(attributes ?? {}).length === 0;
}

const forms = 'Write :::note{kind=…}, its text and ::: on lines of their own, without a space before {; or :plain[…]';

function malformed(file: VFile, place: Point | undefined, mark: string): void {
  report(file, place, 'markdown/malformed-directive', `${mark} begins or ends nothing here.`, `${forms}.`);
}

function unknown(node: ContainerDirective | LeafDirective | TextDirective, file: VFile): void {
  if (node.name === 'note') {
    malformed(file, node.position?.start, node.type === 'leafDirective' ? '::note' : ':note');
    return;
  }
  report(
    file,
    node.position?.start,
    'markdown/unknown-directive',
    `There is no directive ${node.name}.`,
    didYouMean(node.name, ['note', 'plain']) ?? `${forms}; a colon that is only a colon is written \\:.`,
  );
}

function isClosed(node: ContainerDirective, file: VFile): boolean {
  const last = String(file).split('\n')[(node.position?.end.line ?? 1) - 1] ?? '';
  return /^\s*:{3,}\s*$/.test(last);
}

const attributes = ['id', 'kind', 'at', 'confidence'];

function note(node: ContainerDirective, file: VFile): void {
  const given = node.attributes ?? {};
  const place = node.position?.start;
  for (const key of Object.keys(given)) {
    if (!attributes.includes(key))
      report(
        file,
        place,
        'notes/unknown-attribute',
        `A note has no attribute ${key}.`,
        didYouMean(key, attributes) ?? `Known: ${attributes.join(', ')}.`,
      );
  }
  const kind = noteKind.safeParse(given.kind);
  if (!kind.success) {
    report(
      file,
      place,
      'notes/kind',
      `A note needs a kind${given.kind ? `; ${given.kind} is none` : ''}.`,
      didYouMean(given.kind ?? '', noteKind.options) ?? `One of: ${noteKind.options.join(', ')}.`,
    );
  }
  if (given.confidence && !confidence.safeParse(given.confidence).success) {
    report(file, place, 'notes/confidence', `${given.confidence} is not a confidence.`, `One of: ${confidence.options.join(', ')}.`);
  }
  const { id } = given;
  if (id && !recordId.safeParse(id).success)
    report(file, place, 'notes/id', `${id} is not an id.`, 'Use lower-case letters, digits and single hyphens.');
  const at = locatorText.safeParse(given.at).data;
  const blocks = file.data.context?.blocks;
  if (given.at && at === undefined) report(file, place, 'notes/locator', `${given.at} is not a locator.`, 'Write at="4" or at="4.2".');
  else if (at !== undefined && blocks !== undefined && !stands(parseLocator(at), blocks)) {
    const hint = 'Give a block and a sentence of its manifest.';
    report(file, place, 'notes/locator', `The document has no ${locatorLabel(parseLocator(at))}.`, hint);
  }
  if (node.children[0]?.type === 'paragraph' && node.children[0].data?.directiveLabel)
    report(file, place, 'notes/label', 'A note has no label in brackets.', 'Its kind is its heading; write the rest as its text.');
  node.data = {
    hName: 'x-note',
    hProperties: { dataKind: kind.data, dataConfidence: given.confidence, dataId: recordId.safeParse(id).data, dataAt: at },
  };
}

/** Does a place stand in a document, given how many sentences each of its blocks has? */
function stands({ block, sentence }: Locator, blocks: readonly number[]): boolean {
  const sentences = blocks[block - 1];
  return sentences !== undefined && (sentence ?? 1) <= sentences;
}
