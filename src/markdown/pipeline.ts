/** Markdown of the content format → HTML, with what was found in it. The order of the plugins is here and nowhere else. */
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Processor } from 'unified';
import { VFile } from 'vfile';
import type { Corpus } from '../corpus/corpus.ts';
import type { Prose } from '../corpus/loader.ts';
import type { Problem } from '../corpus/problems.ts';
import { report } from './context.ts';
import type { Extent, Footnote, FoundMention, FoundNote, ProseContext } from './context.ts';
import rehypeClaims from './rehype-claims.ts';
import rehypeExtents from './rehype-extents.ts';
import rehypeHouseStyle from './rehype-house-style.ts';
import rehypeMentions from './rehype-mentions.ts';
import rehypeNotes from './rehype-notes.ts';
import rehypeOutline from './rehype-outline.ts';
import rehypeParagraphs from './rehype-paragraphs.ts';
import rehypeUniqueIds from './rehype-unique-ids.ts';
import remarkDirectives from './remark-directives.ts';
import remarkReferences from './remark-references.ts';
import { sanitizeSchema } from './sanitize-schema.ts';

/** A text as HTML, and what was found in it. */
export interface RenderedProse {
  html: string;
  footnotes: readonly Footnote[];
  mentions: readonly FoundMention[];
  notes: readonly FoundNote[];
  extents: readonly Extent[];
  headings: readonly { id: string; text: string }[];
  problems: readonly Problem[];
}

export type Render = (prose: Prose, context: ProseContext) => RenderedProse;

/**
 * Without one of these a text means the same with GFM and without: tables, struck words, bare addresses, tasks, notes with a
 * definition. `&` may stand for any character.
 */
const needsGfm = /[|~@&]|:-|-:|www|http|\]:|\[[\sx]\]/i;
const needsHtml = /<[a-z!/]/i;

/** Makes the renderer of a corpus; its processors are frozen once and used for every text that needs the same. */
export function createRenderer(corpus: Corpus): Render {
  const make = (gfm: boolean, raw: boolean) => {
    const processor = unified()
      .use(remarkParse)
      // GFM looks for all that it adds at every character, a third of the time that parsing takes.
      .use(gfm ? [remarkGfm] : [])
      .use(remarkDirective)
      // Before remark-rehype: a reference to a claim is text to GFM, which knows only footnotes with a definition.
      .use(remarkReferences, corpus)
      .use(remarkDirectives)
      .use(remarkRehype, { allowDangerousHtml: raw });
    // HTML in content is parsed only where there is some (parse5 costs more than all the rest) …
    return (
      (raw ? processor.use(rehypeRaw, { passThrough: [] }) : processor)
        // … and nothing that content says survives unless the schema allows it. All that follows is our own.
        .use(rehypeSanitize, sanitizeSchema)
        .use(rehypeSlug)
        .use(rehypeOutline)
        // While the text is only what the author wrote.
        .use(rehypeHouseStyle, corpus)
        // Before the notes lose their own element: their paragraphs are not counted.
        .use(rehypeParagraphs)
        .use(rehypeNotes)
        // While references to claims are still empty elements, so that no sentence holds a footnote's number.
        .use(rehypeMentions, corpus)
        .use(rehypeClaims)
        .use(rehypeUniqueIds)
        .use(rehypeExtents)
        .use(rehypeStringify)
        .freeze()
    );
  };
  const made = new Map<string, ReturnType<typeof make>>();
  const processorFor = (text: string) => {
    const [gfm, raw] = [needsGfm.test(text), needsHtml.test(text)];
    const key = `${String(gfm)} ${String(raw)}`;
    const processor = made.get(key) ?? make(gfm, raw);
    made.set(key, processor);
    return processor;
  };
  return (prose, context) => {
    const file = new VFile({ value: prose.text, path: prose.path });
    file.data.context = context;
    const html = process(processorFor(prose.text), file);
    const { footnotes = [], mentions = [], notes = [], extents = [], headings = [] } = file.data;
    const problems = file.messages.map((message): Problem => ({
      file: prose.path,
      line: (message.line ?? 1) + prose.lineOffset,
      column: message.column ?? 1,
      rule: `${message.source}/${message.ruleId}`,
      message: message.reason,
      ...(message.note && { hint: message.note }),
    }));
    return { html, footnotes, mentions, notes, extents, headings, problems };
  };
}

function process(processor: Pick<Processor, 'processSync'>, file: VFile): string {
  try {
    return String(processor.processSync(file));
  } catch (error) {
    // Each level of quotations, lists or elements is a level of calls.
    if (!(error instanceof RangeError)) throw error;
    report(file, undefined, 'markdown/too-deep', 'Quotations, lists or elements stand too deep within each other.', 'Take them apart.');
    return '';
  }
}
