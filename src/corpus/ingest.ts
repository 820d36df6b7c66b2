/** From a document's bytes to its manifest: blocks, proposed roles, sentences, offsets, seals, and counts of terms. */
import { informative, seal, sealBytes, splitBlocks, splitSentences, codePoints } from './manifest.ts';
import type { BlockRole, Manifest, Site } from './schema.ts';

/** What `ingest` needs to know besides the document. */
export interface IngestOptions {
  /** Id of the source. */
  source: string;
  /** Name of the document file. */
  file: string;
  /** The word groups to count. */
  terms: Site['terms'];
  /** The manifest of an earlier run: roles of blocks that still have the same seal are kept. */
  earlier?: Manifest | undefined;
  /** Version of ICU that cuts the sentences. */
  icu: string;
}

/**
 * Makes the manifest of a document.
 * @throws TypeError where the bytes are not UTF-8.
 */
export async function ingest(bytes: Uint8Array<ArrayBuffer>, options: IngestOptions): Promise<Manifest> {
  const texts = splitBlocks(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const kept = new Map(options.earlier?.blocks.map((block) => [block.sha256, block.role]));
  const blocks: Manifest['blocks'] = [];
  for (const [index, text] of texts.entries()) {
    const sha256 = await seal(text);
    const sentences = [];
    for (const { start, end } of splitSentences(text)) {
      sentences.push({ start, end, sha256: await seal(codePoints(text, start, end)) });
    }
    const role = kept.get(sha256) ?? proposeRole(text, index, texts.length);
    blocks.push({ block: index + 1, role, length: Array.from(text).length, sha256, sentences });
  }
  const body = texts.filter((_, index) => informative.has(blocks[index]!.role) || blocks[index]!.role === 'headline');
  return {
    source: options.source,
    file: options.file,
    bytes: bytes.length,
    sha256: await sealBytes(bytes),
    words: countWords(texts.join(' ')),
    segmenter: `ICU ${options.icu}, Intl.Segmenter en, sentence`,
    blocks,
    terms: countTerms(body.join('\n'), options.terms),
  };
}

const sentenceEnd = /[.!?…][”"’')\]]*$/;

/** A first guess that an editor corrects: short lines without an end are headings or chrome, the rest is prose. */
function proposeRole(text: string, index: number, total: number): BlockRole {
  const words = countWords(text);
  if (/\b(cookies?|subscri(be|ption)|patreon|newsletter|donation|click here|skip to|mailing list|related articles)\b/i.test(text))
    return 'boilerplate';
  if (/\b(REUTERS|AFP|Getty|AP Photo)\b/.test(text) && words > 12) return 'caption';
  if (/^[Bb]y \p{Lu}/u.test(text)) return 'byline';
  if (index < 4 && words >= 2 && words <= 20 && !sentenceEnd.test(text)) return 'headline';
  if (/^[“"].*[”"]$/.test(text)) return 'quotation';
  if (index > total - 4 && words < 12) return 'boilerplate';
  if (words <= 12 && !sentenceEnd.test(text)) return 'heading';
  return 'prose';
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/**
 * Whole words or phrases without regard to case, kinds of apostrophe, plural or possessive; counts keyed by word. Where
 * one phrase holds another, only the longer one counts: "Northern Harbour Guard" is not the "harbour guard".
 */
export function countTerms(text: string, terms: Site['terms']): Record<string, number> {
  const words = terms.flatMap((group) => group.words);
  const counts = new Map(words.map((word) => [word, 0]));
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return {};
  const stems = longestFirst.map((word) => `(${stemOf(word)})`).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems})(?:e?s)?(?:'s?)?(?![\\p{L}\\p{N}])`, 'giu');
  for (const [, ...groups] of plainApostrophes(text).matchAll(pattern)) {
    const word = longestFirst[groups.findIndex(Boolean)]!;
    counts.set(word, counts.get(word)! + 1);
  }
  return Object.fromEntries(counts);
}

/** A term as a pattern, without the ending that its plural changes. */
function stemOf(term: string): string {
  const words = plainApostrophes(term).split(/\s+/);
  return words
    .map((word) => RegExp.escape(word))
    .join('\\s+')
    .replace(/y$/, '(?:y|ie)');
}

function plainApostrophes(text: string): string {
  return text.replace(/[‘’]/g, "'");
}
