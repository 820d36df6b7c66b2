import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { VFile } from 'vfile';
import type { Corpus } from '../corpus/corpus.ts';
import { styleChecker } from '../corpus/house-style.ts';
import { pointIn, report } from './context.ts';
import { isBlock } from './rehype-paragraphs.ts';

/** Reports loaded words outside quotation marks and quotations that are too long, block by block, headings included. */
export default function rehypeHouseStyle({ site, sources }: Corpus) {
  const faults = styleChecker(
    site.loaded,
    [...sources.values()].map(({ record }) => record.title),
  );
  return (tree: Root, file: VFile) => {
    const check = (block: Element) => {
      const texts = block.children.flatMap(textsOf);
      const text = texts.map(({ value }) => value).join('');
      for (const { start, rule, message, hint } of faults(text)) {
        let offset = start;
        const node = texts.find(({ value }) => offset < value.length || ((offset -= value.length), false));
        report(file, node && pointIn(node.position?.start, node.value, offset), rule, message, hint);
      }
    };
    const walk = (node: Root | RootContent) => {
      if (node.type === 'element' && (isBlock(node) || /^h[1-6]$/.test(node.tagName))) check(node);
      if ('children' in node) node.children.forEach(walk);
    };
    walk(tree);
  };
}

/** Text nodes in order, those of nested blocks and of code left out. */
function textsOf(node: ElementContent): Text[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || isBlock(node) || node.tagName === 'code') return [];
  return node.children.flatMap(textsOf);
}
