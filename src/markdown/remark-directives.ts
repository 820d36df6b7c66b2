import type { Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { confidence, id as recordId, locatorText, noteKind } from '../corpus/schema.ts';
import { didYouMean } from '../corpus/problems.ts';
import { locatorLabel, parseLocator } from '../corpus/locators.ts';
import type { Locator } from '../corpus/locators.ts';
import { report } from './context.ts';

/**
 * The two directives of the content format.
 * `:plain[Homs]` → `Homs`, never a link. `:::note{#day kind=dating at="4.1" confidence=high}` … `:::` → `<x-note …>`.
 * A colon that starts nothing ("10:am") stays text; any other directive, an unclosed one included, is a problem.
 */
export default function remarkDirectives() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'textDirective') {
        if (node.name === 'plain') {
          node.data = { hName: 'x-plain' };
        } else if (parent !== undefined && index !== undefined && node.children.length === 0 && isEmpty(node.attributes)) {
          parent.children[index] = { type: 'text', value: `:${node.name}`, ...(node.position && { position: node.position }) };
        } else unknown(node, file);
      } else if (node.type === 'leafDirective') {
        unknown(node, file);
      } else if (node.type === 'containerDirective') {
        if (node.name === 'note') note(node, file);
        else unknown(node, file);
        if (!isClosed(node, file) || node.children.some((child) => child.type === 'containerDirective')) {
          report(
            file,
            node.position?.start,
            'markdown/unclosed-directive',
            `:::${node.name} is never closed.`,
            'End it with a line that holds only ":::".',
          );
          return SKIP;
        }
      }
      return undefined;
    });
  };
}

function isEmpty(attributes: Record<string, unknown> | null | undefined): boolean {
  return Object.keys(attributes ?? {}).length === 0;
}

function unknown(node: ContainerDirective | LeafDirective | TextDirective, file: VFile): void {
  report(
    file,
    node.position?.start,
    'markdown/unknown-directive',
    `There is no directive ${node.name}.`,
    didYouMean(node.name, ['note', 'plain']) ?? 'Use :::note{kind=…} or :plain[…].',
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
  if (given.at && !locatorText.safeParse(given.at).success)
    report(file, place, 'notes/locator', `${given.at} is not a locator.`, 'Write at="4" or at="4.2".');
  const { id, at } = given;
  if (id && !recordId.safeParse(id).success)
    report(file, place, 'notes/id', `${id} is not an id.`, 'Use lower-case letters, digits and single hyphens.');
  else if (
    at &&
    file.data.context?.blocks !== undefined &&
    locatorText.safeParse(at).success &&
    !stands(parseLocator(at), file.data.context.blocks)
  ) {
    report(
      file,
      place,
      'notes/locator',
      `The document has no ${locatorLabel(parseLocator(at))}.`,
      'Give a block and a sentence of its manifest.',
    );
  }
  node.data = {
    hName: 'x-note',
    hProperties: {
      dataKind: given.kind,
      dataConfidence: given.confidence,
      ...(id && recordId.safeParse(id).success && { dataId: id }),
      ...(at && locatorText.safeParse(at).success && { dataAt: at }),
    },
  };
}

/** Does a place stand in a document, given how many sentences each of its blocks has? */
function stands({ block, sentence }: Locator, blocks: readonly number[]): boolean {
  const sentences = blocks[block - 1];
  return sentences !== undefined && (sentence ?? 1) <= sentences;
}
