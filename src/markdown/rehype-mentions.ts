import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import AhoCorasick from 'modern-ahocorasick';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Corpus } from '../corpus/corpus.ts';
import { foldName } from '../corpus/names.ts';
import type { NameMatch } from '../corpus/names.ts';
import { link, paths } from '../urls.ts';
import { pointIn, report } from './context.ts';
import type { FoundMention, ProseContext } from './context.ts';
import { isBlock } from './rehype-paragraphs.ts';

/** A stretch of a block's text, or a claim cited in it. */
interface Segment {
  text: string;
  /** A text node in which names may become links. */
  node?: Text;
  /** An entity linked by hand. */
  hand?: Element;
  claim?: string;
}

/**
 * Names become links: the first occurrence of each entity in a block, never inside headings, links, code or titles of
 * sources. `Men of Ahrar al-Sham` → `Men of <a data-entity="ahrar-al-sham" href="…">Ahrar al-Sham</a>`. A name that two
 * entities share is a problem unless the text's `resolve` says which is meant. What was found is in `file.data.mentions`.
 */
export default function rehypeMentions(corpus: Corpus) {
  const titles = new AhoCorasick([...corpus.sources.values()].map(({ record }) => foldName(record.title)));
  return (tree: Root, file: VFile) => {
    const context = file.data.context!;
    const mentions = (file.data.mentions ??= []);
    const walk = (node: Root | RootContent, id: string) => {
      if (node.type !== 'element' && node.type !== 'root') return;
      const own = node.type === 'element' && typeof node.properties.id === 'string' ? node.properties.id : id;
      if (node.type === 'element' && isBlock(node) && !isNoteKind(node)) {
        mentions.push(...linkBlock(node, own, corpus, titles, context, file));
      }
      for (const child of node.children) walk(child, own);
    };
    walk(tree, '');
    visit(tree, 'element', (node) => {
      if (node.tagName === 'x-entity') Object.assign(node, entityLink(String(node.properties.dataId), node.children, context));
      else if (node.tagName === 'x-plain') [node.tagName, node.properties] = ['span', {}];
    });
  };
}

function isNoteKind(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes('note-kind');
}

function entityLink(entity: string, children: ElementContent[], { page }: ProseContext): Element {
  return h('a', { href: link(page, paths.entity(entity)), dataEntity: entity }, children);
}

function linkBlock(block: Element, id: string, corpus: Corpus, titles: AhoCorasick, context: ProseContext, file: VFile): FoundMention[] {
  const segments = collect(block);
  const text = segments.map((segment) => segment.text).join('');
  const seen = new Set(context.self === undefined ? [] : [context.self]);
  const mentions: FoundMention[] = [];
  const replacements = new Map<Text, ElementContent[]>();
  const sentences = segmenter.segment(text);
  let offset = 0;
  for (const [index, segment] of segments.entries()) {
    const mention = (entity: string, start: number, surface: string) => {
      if (seen.has(entity)) return false;
      seen.add(entity);
      const claim = segments.slice(index).find((later) => later.claim !== undefined)?.claim;
      mentions.push({
        entity,
        paragraph: id,
        surface,
        ...sentenceAround(text, sentences, offset + start, surface.length),
        ...(claim !== undefined && { claim }),
      });
      return true;
    };
    if (segment.hand !== undefined) mention(String(segment.hand.properties.dataId), 0, segment.text);
    if (segment.node !== undefined) {
      const node = segment.node;
      const parts: ElementContent[] = [];
      let done = 0;
      for (const match of namesIn(segment.text, corpus, titles)) {
        const surface = segment.text.slice(match.start, match.end);
        const entity = resolve(match, surface, node, context, file);
        if (entity === undefined || !mention(entity, match.start, surface)) continue;
        parts.push(
          { type: 'text', value: segment.text.slice(done, match.start) },
          entityLink(entity, [{ type: 'text', value: surface }], context),
        );
        done = match.end;
      }
      if (done > 0) replacements.set(node, [...parts, { type: 'text', value: segment.text.slice(done) }]);
    }
    offset += segment.text.length;
  }
  if (replacements.size > 0) replaceTexts(block, replacements);
  return mentions;
}

/** The block's text in order, nested blocks left out. */
function collect(parent: Element): Segment[] {
  return parent.children.flatMap((child): Segment[] => {
    if (child.type === 'text') return [{ text: child.value, node: child }];
    if (child.type !== 'element' || isBlock(child)) return [];
    if (child.tagName === 'x-claim') return [{ text: '', claim: String(child.properties.dataId) }];
    if (child.tagName === 'x-entity') return [{ text: toString(child), hand: child }];
    if (['a', 'code', 'pre', 'x-plain'].includes(child.tagName)) return [{ text: toString(child) }];
    return collect(child);
  });
}

/** Names in a text, those inside the title of a source left out. */
function namesIn(text: string, corpus: Corpus, titles: AhoCorasick): NameMatch[] {
  const matches = corpus.names.find(text);
  if (matches.length === 0) return matches;
  const taken = titles.search(foldName(text));
  return matches.filter((name) => !taken.some((title) => name.start >= title.start && name.end <= title.end));
}

function resolve(match: NameMatch, surface: string, node: Text, context: ProseContext, file: VFile): string | undefined {
  if (match.entities.length === 1) return match.entities[0];
  if (context.self !== undefined && match.entities.includes(context.self)) return context.self;
  const chosen = context.resolve?.get(match.name) ?? context.resolve?.get(match.name[0]!.toLowerCase() + match.name.slice(1));
  if (chosen !== undefined) return chosen;
  report(
    file,
    pointIn(node.position?.start, node.value, match.start),
    'mentions/ambiguous-name',
    `${surface} is a name of ${match.entities.join(' and of ')}.`,
    `Say which under \`resolve:\`, or write [[${match.entities[0]}|${surface}]].`,
  );
  return undefined;
}

function replaceTexts(parent: Element, replacements: ReadonlyMap<Text, ElementContent[]>): void {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'text') return replacements.get(child) ?? [child];
    if (child.type === 'element') replaceTexts(child, replacements);
    return [child];
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence of `text` around a stretch, in two halves with the stretch left out. */
function sentenceAround(text: string, sentences: Intl.Segments, start: number, length: number): { before: string; after: string } {
  const sentence = sentences.containing(start);
  if (sentence === undefined) return { before: '', after: '' };
  const end = Math.max(sentence.index + sentence.segment.length, start + length);
  return { before: text.slice(sentence.index, start).trimStart(), after: text.slice(start + length, end).trimEnd() };
}
