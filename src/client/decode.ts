/** From a file's bytes to its text, or to a plain answer why there is none. */

export type Decoded = { text: string } | { refusal: string };

/** Files and texts up to here are read; the documents of news are a hundredth of it. Bytes, characters. */
export const most = { bytes: 10_000_000, characters: 2_000_000 };

const pasteInstead = 'Open it, select its text, copy it, and paste it below.';

/** Kinds of file that begin in their own way. */
const kinds: readonly [begins: string, kind: string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a packed file, such as a Word or OpenDocument text'],
  ['{\\rtf', 'a Rich Text file'],
  ['From: <Saved by', 'a web archive (MHTML)'],
];

/** Decodes UTF-8, or UTF-16 where a byte order mark says so. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refusal: 'The file is empty.' };
  const start = String.fromCharCode(...bytes.subarray(0, 20));
  const kind = kinds.find(([begins]) => start.startsWith(begins))?.[1];
  if (kind !== undefined) return { refusal: `This is ${kind}, not plain text. ${pasteInstead}` };
  const utf16 = start.startsWith('\u00FF\u00FE') ? 'utf-16le' : start.startsWith('\u00FE\u00FF') ? 'utf-16be' : undefined;
  if (utf16 === undefined && bytes.includes(0)) return { refusal: 'This is not a text file: it holds bytes that no text has.' };
  try {
    return { text: new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refusal: `This file is not in UTF-8. Save it again as UTF-8, or: ${pasteInstead.toLowerCase()}` };
  }
}
