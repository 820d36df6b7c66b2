/** What is wrong with the syntax of a record, in the words of an editor: YAML, and JSON, which is read as YAML where it is wrong. */
import { isAlias, isCollection, isScalar, visit } from 'yaml';
import type { Document, YAMLParseError } from 'yaml';
import type { Problem } from './problems.ts';

interface Fault {
  /** Offset in the text. */
  at: number;
  rule?: string;
  message: string;
  hint?: string;
}

/**
 * What the quick parser reads otherwise than it is meant: figures as keys (4.10 becomes 4.1), and anchors, aliases and tags. In `toll-42:` the
 * hyphen begins no item of a list: one that does has a space after it.
 */
export const misread = /(?:^|[[{,:]|[?-][ \t])[ \t]*(?:[-+.]?\d[^\s"':,]*[ \t]*:(?:\s|$)|[&*!])/m;

/** The faults of a parsed text, each with its offset; of syntax errors only the first, as what follows it is mostly its echo. */
export function syntaxFaults(
  root: Document,
  text: string,
  isJson: boolean,
): (Omit<Problem, 'file' | 'line' | 'column'> & { at: number })[] {
  const first = root.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const faults =
    first === undefined ? [...root.errors.map((error) => inWords(error, root)), ...indirections(root, text)] : [inWords(first, root)];
  // YAML takes more than JSON does.
  if (faults.length === 0 && isJson) faults.push({ at: jsonFault(text), message: 'This is not JSON.' });
  return faults.map((fault) => ({
    rule: 'yaml/syntax',
    hint: anyHint,
    ...fault,
    ...(isJson && { hint: 'Make the file anew, or mend it by hand.' }),
  }));
}

const anyHint = 'Check the indentation; quote text that holds ": ", " #" or starts with a special character.';

function inWords({ code, message, pos: [at] }: Pick<YAMLParseError, 'code' | 'message' | 'pos'>, root: Document): Fault {
  if (/closing .quote/.test(message))
    return { at: opening(root, at), message: 'This quotation mark is never closed.', hint: 'Close it, or leave it out.' };
  if (/^Flow .* end with/.test(message))
    return { at: opening(root, at), message: 'This bracket is never closed.', hint: 'Close it, or quote the text.' };
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        at,
        rule: 'yaml/duplicate-key',
        message: 'This key stands twice in the same record.',
        hint: 'Rename or remove one of them.',
      };
    case 'TAB_AS_INDENT':
      return { at, message: 'A tab cannot indent.', hint: 'Indent with spaces.' };
    case 'MULTIPLE_DOCS':
      return { at, message: 'A second record begins here.', hint: 'Remove the line --- or ...: a file holds one.' };
    case 'NON_STRING_KEY':
      return { at, message: 'A key must be text.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { at, message: 'This text holds ": ", or the next line is indented too far.' };
    case 'MULTILINE_IMPLICIT_KEY':
      return { at, message: 'A key lacks its colon, or the next line is indented too far.' };
    default:
      return { at, message: `${message.split('\n')[0]!}.` };
  }
}

/** Where JSON cannot be read. */
function jsonFault(text: string): number {
  try {
    JSON.parse(text);
  } catch (error) {
    return Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
  }
  return 0;
}

/** Where the quoted text or bracket opens that an offset stands in: that it is not closed is noticed at the end of the file. */
function opening(root: Document, at: number): number {
  let start = at;
  visit(root, {
    Node(_, node) {
      const opens = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
      if (opens && node.range && node.range[0] < at && at <= node.range[1]) start = node.range[0];
    },
  });
  return start;
}

/** Anchors, aliases and tags. No record uses them, and a text that begins with `*`, `&` or `!` loses its first word to them. */
function indirections(root: Document, text: string): Fault[] {
  const faults: Fault[] = [];
  visit(root, {
    Node(_, node) {
      const { anchor, tag } = node as { anchor?: string; tag?: string };
      if (!isAlias(node) && anchor === undefined && tag === undefined) return;
      const mark = isAlias(node) ? '*' : anchor === undefined ? '!' : '&';
      faults.push({
        at: text.lastIndexOf(mark, node.range![0]),
        message: `${mark} at the start of a value means something else than text in YAML.`,
        hint: 'Put the value in quotation marks.',
      });
    },
  });
  return faults;
}
