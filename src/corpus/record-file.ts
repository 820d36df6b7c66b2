/** A YAML record, or the front matter of a Markdown file, that remembers where each of its values stands. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, isAlias, isCollection, isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { didYouMean, nearest } from './problems.ts';
import type { Place, Problem } from './problems.ts';

export type Path = readonly PropertyKey[];

export class RecordFile {
  readonly path: string;
  readonly #text: string;
  readonly #lineOffset: number;
  #parsed: { value: unknown; syntaxProblems: Problem[] } | undefined;
  #document: { root: Document; lines: LineCounter } | undefined;

  /** `lineOffset`: how many lines of the file stand above `text`. */
  constructor(path: string, text: string, lineOffset = 0) {
    this.path = path;
    this.#text = text;
    this.#lineOffset = lineOffset;
  }

  /** The value as plain data; an empty file is an empty record. */
  get value(): unknown {
    return this.#parse().value;
  }

  /** Syntax errors, duplicate keys included. */
  get syntaxProblems(): Problem[] {
    return this.#parse().syntaxProblems;
  }

  /** The quick parser reads what is well; only where something is wrong does the one that keeps positions, fifteen times as slow. */
  #parse() {
    return (this.#parsed ??= this.#parseQuickly() ?? this.#parseWithPositions());
  }

  #parseQuickly() {
    if (!this.#isJson && misread.test(this.#text)) return undefined;
    try {
      const value: unknown = this.#isJson ? (JSON.parse(this.#text) as unknown) : load(this.#text, { schema: CORE_SCHEMA });
      return { value: value ?? {}, syntaxProblems: [] };
    } catch {
      return undefined;
    }
  }

  get #isJson() {
    return this.path.endsWith('json');
  }

  #parseWithPositions() {
    const { root } = this.#positions();
    // What follows a syntax error is mostly its echo.
    const first = root.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
    const errors = first === undefined ? root.errors : [first];
    const faults = [...errors.map((error) => syntaxFault(error, root)), ...(first === undefined ? indirections(root, this.#text) : [])];
    // YAML takes more than JSON does.
    if (faults.length === 0 && this.#isJson) faults.push({ at: jsonFault(this.#text), message: 'This is not JSON.' });
    const syntaxProblems = faults.map(({ at, rule = 'yaml/syntax', message, hint }) => ({
      ...this.#place(at),
      rule,
      message,
      hint: this.#isJson ? 'Make the file anew, or mend it by hand.' : (hint ?? anyHint),
    }));
    return { value: faults.length === 0 ? ((root.toJS() as unknown) ?? {}) : {}, syntaxProblems };
  }

  #positions() {
    if (this.#document === undefined) {
      const lines = new LineCounter();
      this.#document = { root: parseDocument(this.#text, { lineCounter: lines, prettyErrors: false, stringKeys: true }), lines };
    }
    return this.#document;
  }

  /** Keys that stand at the start of a line: what the records of a file are called, even where it cannot be parsed. */
  get outerKeys(): string[] {
    return [...this.#text.matchAll(/^["']?([^\s"'#:-][^\s"':]*)["']?:(?=\s|$)/gm)].map(([, key]) => key!);
  }

  /** Where the value at `path` stands, or its key, or the nearest thing around it that exists. */
  at(path: Path = [], what: 'value' | 'key' = 'value'): Place {
    const { root } = this.#positions();
    for (let depth = path.length; depth > 0; depth--) {
      const parent = depth === 1 ? root.contents : root.getIn(path.slice(0, depth - 1), true);
      const key = path[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(key))
        : undefined;
      const value = root.getIn(path.slice(0, depth), true);
      const node = pair !== undefined && (what === 'key' || depth < path.length || !isNode(value)) ? pair.key : value;
      if (isNode(node) && node.range) return this.#place(this.#start(node));
    }
    return this.#place(0);
  }

  /** Where a value begins: that of a block (`text: |`) on the line after its mark. */
  #start(node: Node): number {
    const [start] = node.range!;
    if (!isScalar(node) || !node.type?.startsWith('BLOCK')) return start;
    const line = this.#text.indexOf('\n', start) + 1;
    return line + /^\s*/.exec(this.#text.slice(line))![0].length;
  }

  /** A problem at `path`. */
  problem(path: Path, rule: string, message: string, hint?: string, what: 'value' | 'key' = 'value'): Problem {
    return { ...this.at(path, what), rule, message, ...(hint !== undefined && { hint }) };
  }

  #place(offset: number): Place {
    const { line, col } = this.#positions().lines.linePos(offset);
    return { file: this.path, line: Math.max(line, 1) + this.#lineOffset, column: Math.max(col, 1) };
  }

  /** Validates the value at `path`; gives it typed, or pushes problems and gives `undefined`. */
  validate<Schema extends z.ZodType>(schema: Schema, problems: Problem[], path: Path = []): z.output<Schema> | undefined {
    if (path.length === 0 && this.syntaxProblems.length > 0) {
      problems.push(...this.syntaxProblems);
      return undefined;
    }
    const result = schema.safeParse(path.reduce((value: unknown, key) => (value as Record<PropertyKey, unknown>)[key], this.value));
    if (result.success) return result.data;
    const issues = result.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    const misspelt = new Set<string>();
    for (const issue of issues.filter(({ code }) => code === 'unrecognized_keys'))
      problems.push(...this.#unknownKeys(issue, knownKeys(schema, issue.path.slice(path.length)), misspelt));
    for (const issue of issues)
      // One cause, one problem: what a misspelt key was to say is not missing as well.
      if (issue.code !== 'unrecognized_keys' && !misspelt.has(issue.path.join('\n'))) problems.push(this.#fromIssue(issue));
    return undefined;
  }

  #unknownKeys(issue: z.core.$ZodIssue, known: string[], misspelt: Set<string>): Problem[] {
    return (issue as z.core.$ZodIssueUnrecognizedKeys).keys.map((key) => {
      const meant = nearest(key, known);
      if (meant !== undefined) misspelt.add([...issue.path, meant].join('\n'));
      const hint = didYouMean(key, known) ?? `Known keys: ${known.join(', ')}.`;
      return this.problem([...issue.path, key], 'schema/unknown-key', `\`${key}\` is not a key of this record.`, hint, 'key');
    });
  }

  #fromIssue(issue: z.core.$ZodIssue): Problem {
    const { path } = issue;
    if (issue.code === 'invalid_key')
      return this.problem(path, 'schema/invalid-id', issue.issues[0]?.message ?? issue.message, undefined, 'key');
    // Of an item of a list, the list's own key.
    const key = path.findLast((key) => typeof key === 'string');
    const field = key === undefined ? 'The file' : `\`${key}\``;
    const { root } = this.#positions();
    if (issue.code.startsWith('invalid') && path.length > 0 && !root.hasIn(path))
      return this.problem(path, 'schema/missing-field', `${field} is missing.`, 'Add it; src/corpus/schema.ts says what it holds.');
    const given = root.getIn(path, true);
    const written = isScalar(given) ? (given.source ?? '') : '';
    if (issue.code === 'invalid_value') {
      const options = issue.values.map(String);
      const hint = didYouMean(written, options) ?? `One of: ${options.join(', ')}.`;
      return this.problem(path, 'schema/invalid-value', `\`${written}\` is not a value of ${field}.`, hint);
    }
    const expected = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
    if (expected !== undefined && issue.message.startsWith('Invalid input')) {
      const isEmpty = isScalar(given) && given.value === null;
      const hint = expected === kinds.string && isScalar(given) && !isEmpty ? `Put it in quotation marks: "${written}".` : undefined;
      return this.problem(path, 'schema/invalid-value', `${field} must be ${expected}${isEmpty ? ', and is empty' : ''}.`, hint);
    }
    const isDate = issue.code === 'custom' && issue.message.includes('EDTF');
    return this.problem(path, isDate ? 'dates/invalid' : 'schema/invalid-value', `${field}: ${issue.message}`);
  }
}

/** What the quick parser reads otherwise than it is meant: figures as keys (4.10 becomes 4.1), and anchors, aliases and tags. */
const misread = /(?:^|[[{,?:-])[ \t]*(?:[-+.]?\d[^\s"':,]*[ \t]*:(?:\s|$)|[&*!])/m;

/** Kinds of value, in words, by the name zod has for them. */
const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a record',
  record: 'a record',
};

interface SyntaxFault {
  /** Offset in the text. */
  at: number;
  rule?: string;
  message: string;
  hint?: string;
}

const anyHint = 'Check the indentation; quote text that holds ": ", " #" or starts with a special character.';

function syntaxFault({ code, message, pos: [at] }: Pick<YAMLParseError, 'code' | 'message' | 'pos'>, root: Document): SyntaxFault {
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
function indirections(root: Document, text: string): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
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

/** Keys of the object that a path leads to in a schema, as far as it can be followed. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const key of path) at = step(unwrap(at), key);
  const shape = (unwrap(at) as { def?: { shape?: Record<string, unknown> } } | undefined)?.def?.shape;
  return shape === undefined ? [] : Object.keys(shape);
}

interface Def {
  def?: { innerType?: unknown; element?: unknown; valueType?: unknown; shape?: Record<string, unknown>; type?: string };
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as Def | undefined)?.def?.innerType;
  return inner === undefined ? schema : unwrap(inner);
}

function step(schema: unknown, key: PropertyKey): unknown {
  const def = (schema as Def | undefined)?.def;
  return def?.shape?.[String(key)] ?? def?.element ?? def?.valueType;
}
