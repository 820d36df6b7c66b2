/** What a plugin of the pipeline knows about the text it works on, and what it found in it: the file's `data`. */
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { SitePath } from '../urls.ts';

export interface ProseContext {
  /** The page that the text will stand on; links are relative to it. */
  page: SitePath;
  /** Which entity a shared name means here, keyed by folded name. */
  resolve?: ReadonlyMap<string, string>;
  /** Entity that the page is about: its own names are not links. */
  self?: string;
  /** How many sentences each block of the document has that the text is an account of. */
  blocks?: readonly number[];
}

/** A claim cited in a text: one footnote. */
export interface Footnote {
  /** Number on the page, from 1. */
  number: number;
  claim: string;
  /** Id of the block that cites it first. */
  block: string;
}

/** The first occurrence of an entity's name in a block of the text. */
export interface FoundMention {
  entity: string;
  /** Id of the element it stands in: `p4`, `note-june-15`. */
  paragraph: string;
  surface: string;
  /** The sentence around it, cut at the mention. */
  before: string;
  after: string;
  /** Id of the claim that the next footnote of the block cites. */
  claim?: string;
}

/** An editorial note in a text. */
export interface FoundNote {
  /** Anchor on the page. */
  anchor: string;
  kind: string;
  /** Where in the document what it remarks on stands, as files write it; not every note says. */
  at?: string;
  /** How sure its finding is: `high`, `medium` or `low`; not every note says. */
  confidence?: string;
  /** Its text, without what it cites. */
  text: string;
}

/** An element of the text that stands on its own: its kind, its length, and the addresses in it. */
export interface Extent {
  kind: 'text' | 'note' | 'heading';
  characters: number;
  ids: readonly string[];
}

declare module 'vfile' {
  interface DataMap {
    context: ProseContext;
    footnotes: Footnote[];
    mentions: FoundMention[];
    notes: FoundNote[];
    extents: Extent[];
    headings: { id: string; text: string }[];
  }
}

/** Reports a problem of the text at a place in it. */
export function report(file: VFile, place: Point | undefined, rule: string, message: string, hint?: string): void {
  const [source, ruleId] = rule.split('/') as [string, string];
  const found = file.message(message, { ...(place && { place }), source, ruleId });
  if (hint !== undefined) found.note = hint;
}

/** The place of the character at `offset` of a text node's value. */
export function pointIn(start: Point | undefined, value: string, offset: number): Point | undefined {
  if (start === undefined) return undefined;
  const lines = value.slice(0, offset).split('\n');
  const column = lines.length === 1 ? start.column + offset : lines.at(-1)!.length + 1;
  // Parsers of HTML count on an offset.
  return { line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + offset };
}
