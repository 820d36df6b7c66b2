/**
 * Blocks, sentences and seals of a document. A seal proves a stretch of text without holding it: block, sentence,
 * offsets and SHA-256. Nothing here touches the file system or Node, so that a browser can recompute the same seals.
 */
import type { BlockRole, Manifest } from './schema.ts';

/** The part of `text` between two code-point offsets (Web Annotation counts code points, JavaScript UTF-16 units). */
export function codePoints(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}

/** The lines of a decoded document, NFC, whatever system ended them and without a byte order mark. */
export function splitLines(document: string): string[] {
  return document
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/);
}

/** A text as it is sealed: trimmed, every run of white space one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Cuts a decoded document into normalised blocks: maximal runs of lines that hold more than white space. */
export function splitBlocks(document: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(oneLine(lines.join(' ')));
    lines = [];
  };
  for (const line of splitLines(document)) {
    if (line.trim() === '') close();
    else lines.push(line);
  }
  close();
  return blocks;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences of a normalised block, white space at their ends left out, as ranges of code points. */
export function splitSentences(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let at = 0;
  for (const { segment } of segmenter.segment(text)) {
    const length = Array.from(segment).length;
    const lead = Array.from(segment).length - Array.from(segment.trimStart()).length;
    const body = Array.from(segment.trim()).length;
    if (body > 0) sentences.push({ start: at + lead, end: at + lead + body });
    at += length;
  }
  return sentences;
}

/** SHA-256 of the UTF-8 bytes of `text`, lower-case hex. */
export async function seal(text: string): Promise<string> {
  return sealBytes(new TextEncoder().encode(text));
}

/** SHA-256 of raw bytes, lower-case hex. */
export async function sealBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Roles whose blocks carry information that an account must cover. */
export const informative: ReadonlySet<BlockRole> = new Set(['standfirst', 'prose', 'quotation', 'caption', 'list']);

/** A seal that does not hold. */
export interface BrokenSeal {
  /** Block number, from 1. */
  block: number;
  /** Sentence number, from 1; absent where the whole block differs. */
  sentence?: number;
  /** SHA-256 in the manifest; absent where the manifest has no such block. */
  expected?: string;
  /** SHA-256 of the text given; absent where the document has no such block or sentence. */
  found?: string;
}

/** What recomputing a manifest's seals over a document gave. */
export interface Verification {
  /** Does the whole file hold, byte for byte? */
  file: boolean;
  /** Number of seals checked: blocks and sentences. */
  checked: number;
  /** Those that do not hold, in document order. */
  broken: BrokenSeal[];
}

/**
 * Recomputes every seal of `manifest` over a document's raw bytes.
 * @throws TypeError where the bytes are not UTF-8.
 */
export async function verify(manifest: Manifest, bytes: Uint8Array<ArrayBuffer>): Promise<Verification> {
  const texts = splitBlocks(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const broken: BrokenSeal[] = [];
  let checked = 0;
  const check = async (block: number, sentence: number | undefined, expected: string, text: string | undefined) => {
    checked++;
    const found = text === undefined ? undefined : await seal(text);
    if (found === expected) return;
    broken.push({ block, expected, ...(sentence && { sentence }), ...(found && { found }) });
  };
  for (const { block, sha256, sentences } of manifest.blocks) {
    const text = texts[block - 1];
    await check(block, undefined, sha256, text);
    for (const [index, s] of sentences.entries()) {
      await check(block, index + 1, s.sha256, text === undefined ? undefined : codePoints(text, s.start, s.end));
    }
  }
  for (const [index, text] of texts.entries()) {
    if (index >= manifest.blocks.length) broken.push({ block: index + 1, found: await seal(text) });
  }
  return { file: (await sealBytes(bytes)) === manifest.sha256, checked, broken };
}
