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

/** What the quick parser may cut short: an unquoted text with " #" in it. */
export const commented = /(?:^[ \t]*-|:)[ \t]+[^\s"'|>#][^\n]*[ \t]#/m;

/**
 * What the quick parser reads otherwise than it is meant: figures as keys (4.10 becomes 4.1, and in braces 3,000 a key 0), and anchors, aliases
 * and tags. In `toll-42:` the hyphen begins no item of a list: one that does has a space after it.
 */
export const misread = /(?:^|[[{,:]|[?-][ \t])[ \t]*(?:[-+.]?\d[^\s"':,]*[ \t]*:(?:\s|$)|\d{1,3}(?:,\d{3})+\s*[,}]|[&*!])/m;

/** Spaces that are none to YAML, where one must stand. */
const oddSpace = /(?<=^[ \t]*|:[ \t]*)[\u00A0\u2000-\u200B\u202F\u3000]/m;

/** The faults of a parsed text, each with its offset; of syntax errors only the first, as what follows it is mostly its echo. */
export function syntaxFaults(
  root: Document,
  text: string,
  isJson: boolean,
): (Omit<Problem, 'file' | 'line' | 'column'> & { at: number })[] {
  const first = root.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const space = first === undefined ? null : oddSpace.exec(text);
  if (space !== null)
    return [
      {
        at: space.index,
        rule: 'yaml/syntax',
        message: 'This is not an ordinary space: to YAML it is a letter.',
        hint: 'Type the space anew.',
      },
    ];
  const faults =
    first === undefined
      ? [...root.errors.map((error) => inWords(error, root, text)), ...indirections(root, text), ...cutTexts(root)]
      : [inWords(first, root, text)];
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

function inWords({ code, message, pos: [at] }: Pick<YAMLParseError, 'code' | 'message' | 'pos'>, root: Document, text: string): Fault {
  if (/closing .quote/.test(message))
    return { at: opening(root, at), message: 'This quotation mark is never closed.', hint: 'Close it, or leave it out.' };
  if (/^Flow .* end with/.test(message))
    return { at: opening(root, at), message: 'This bracket is never closed.', hint: 'Close it, or quote the text.' };
  switch (code) {
    case 'DUPLICATE_KEY':
      return (
        cutFigure(text, at) ?? {
          at,
          rule: 'yaml/duplicate-key',
          message: 'This key stands twice in the same record.',
          hint: 'Rename or remove one of them.',
        }
      );
    case 'TAB_AS_INDENT':
      return { at, message: 'A tab cannot indent.', hint: 'Indent with spaces.' };
    case 'MULTIPLE_DOCS':
      return { at, message: 'A second record begins here.', hint: 'Remove the line --- or ...: a file holds one.' };
    case 'NON_STRING_KEY':
      return { at, message: 'A key must be text.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { at, message: 'This text holds ": ", or the next line is indented too far.' };
    case 'MULTILINE_IMPLICIT_KEY':
      return { at, message: 'A key lacks its colon or the space after it, or the next line is indented too far.' };
    case 'BAD_INDENT':
      return { at, message: 'This line is indented otherwise than those that it belongs to.', hint: 'Indent what belongs together alike.' };
    case 'BAD_DQ_ESCAPE':
      return { at, message: 'A backslash between double quotation marks is not itself.', hint: 'Use single quotation marks.' };
    case 'BAD_SCALAR_START':
    case 'BAD_DIRECTIVE':
      return { at, message: 'Text cannot begin with this sign.', hint: 'Put it in quotation marks.' };
    case 'BLOCK_IN_FLOW':
      return { at, message: 'Within brackets nothing can stand on indented lines of its own.', hint: 'Use brackets, or only indentation.' };
    default:
      return { at, ...misplaced(message) };
  }
}

/** Signs that stand where they cannot, or are missing; the parser has a code for all of them and tells them apart in its message only. */
function misplaced(message: string): Omit<Fault, 'at'> {
  if (/^Unexpected (?:,|empty item)/.test(message)) return { message: 'A comma stands here with nothing before it.', hint: 'Take it out.' };
  if (/^Unexpected (?:[\]}]|flow-\w+-end)/.test(message)) return { message: 'This bracket closes none that is open.' };
  if (/^(?:Missing ,|Unexpected flow-\w+-start)/.test(message))
    return { message: 'A comma is missing before this.', hint: 'Add it, or put the whole text in quotation marks.' };
  if (message.startsWith('Missing space')) return { message: 'A space is missing after the colon.', hint: 'Add it.' };
  if (message.startsWith('Comments'))
    return { message: 'A space is missing before #.', hint: 'Add it, or put the whole text in quotation marks.' };
  if (/^(?:Unexpected|Expected|Block scalar header)/.test(message))
    return { message: 'Nothing can follow here.', hint: 'Put the whole text in quotation marks, or begin a line for what follows.' };
  if (/^(?:Implicit map keys|Sequence item)/.test(message)) return { message: 'A colon or a hyphen is missing here.' };
  return { message: 'This is not YAML.' };
}

/** A figure in braces that its comma has cut, as a comma there begins the next key; `at` is where what follows the comma begins. */
export function cutFigure(text: string, at: number): { at: number; message: string; hint: string } | undefined {
  const start = /\d{1,3}(?:,\d{3})*,$/.exec(text.slice(Math.max(0, at - 40), at))?.[0];
  const rest = /^\d{3}(?:,\d{3})*(?!\d)/.exec(text.slice(at))?.[0];
  if (start === undefined || rest === undefined) return undefined;
  const figure = `${start}${rest}`;
  return {
    at: at - start.length,
    message: `The comma in ${figure} ends the value.`,
    hint: `Write ${figure.replaceAll(',', '')}; where it is text, put it in quotation marks.`,
  };
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

/** Texts that a comment ends: what was to follow " #" would be lost without a word. After a single word " # " begins a comment indeed. */
function cutTexts(root: Document): Fault[] {
  const faults: Fault[] = [];
  visit(root, {
    Scalar(_, { comment, type, source, range }) {
      if (comment && type === 'PLAIN' && (source?.includes(' ') || !comment.startsWith(' ')))
        faults.push({
          at: range![1],
          message: 'The text ends here, as " #" begins a comment.',
          hint: 'Put the text in quotation marks; a comment has a line of its own.',
        });
    },
  });
  return faults;
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
