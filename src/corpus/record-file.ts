/** A YAML record, or the front matter of a Markdown file, that remembers where each of its values stands. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document, Node, Scalar } from 'yaml';
import type { z } from 'zod';
import { didYouMean, nearest } from './problems.ts';
import type { Place, Problem } from './problems.ts';
import { commented, cutFigure, misread, syntaxFaults } from './syntax.ts';
import { valueFault } from './values.ts';

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
    if (!this.#isJson && (misread.test(this.#text) || commented.test(this.#text))) return undefined;
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
    const syntaxProblems = syntaxFaults(root, this.#text, this.#isJson).map(({ at, ...fault }) => ({ ...this.#place(at), ...fault }));
    return { value: syntaxProblems.length === 0 ? ((root.toJS() as unknown) ?? {}) : {}, syntaxProblems };
  }

  #positions() {
    if (this.#document === undefined) {
      const lines = new LineCounter();
      this.#document = { root: parseDocument(this.#text, { lineCounter: lines, prettyErrors: false, stringKeys: true }), lines };
    }
    return this.#document;
  }

  /** Keys that stand at the start of a line, or alone on one: what the records of a file are called, even where it cannot be parsed. */
  get outerKeys(): string[] {
    return [...this.#text.matchAll(/^["']?([^\s"'#:-][^\s"':]*)["']?:(?=\s|$)|^[ \t]*([^\s"'#:-][^\s"':]*):?[ \t]*$/gm)].map(
      ([, key, alone]) => (key ?? alone)!,
    );
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
    const told = new Set<string>();
    for (const issue of issues.filter(({ code }) => code === 'unrecognized_keys'))
      problems.push(...this.#unknownKeys(issue, knownKeys(schema, issue.path.slice(path.length)), told));
    // One cause, one problem: what a misspelt key was to say is not missing as well, and what is no list is not too short.
    for (const issue of issues) {
      const at = issue.path.join('\n');
      if (issue.code === 'unrecognized_keys' || told.has(at)) continue;
      told.add(at);
      problems.push(this.#fromIssue(issue, knownKeys(schema, issue.path.slice(path.length))));
    }
    return undefined;
  }

  #unknownKeys(issue: z.core.$ZodIssue, known: string[], told: Set<string>): Problem[] {
    return (issue as z.core.$ZodIssueUnrecognizedKeys).keys.map((key) => {
      const meant = nearest(key, known);
      const comma = meant === undefined ? this.#comma(issue.path, key) : undefined;
      if (comma !== undefined) return comma;
      if (meant !== undefined) told.add([...issue.path, meant].join('\n'));
      const hint = didYouMean(key, known) ?? `Known keys: ${known.join(', ')}.`;
      // YAML calls a key that is not there null.
      const message = key === '' || key === 'null' ? 'A value has no key.' : `\`${key}\` is not a key of this record.`;
      return this.problem([...issue.path, key], 'schema/unknown-key', message, hint, 'key');
    });
  }

  /** What is wrong where a key is the rest of a value in braces, which its comma ended. */
  #comma(path: Path, key: string): Problem | undefined {
    const { root } = this.#positions();
    const record = path.length === 0 ? root.contents : root.getIn(path, true);
    const pair = isMap(record) && record.flow ? record.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
    if (pair?.value !== null) return undefined;
    const [at] = (pair.key as Scalar).range!;
    const fault = cutFigure(this.#text, at) ?? {
      at,
      message: `The comma before \`${key}\` ends the value.`,
      hint: 'Put text that holds a comma in quotation marks.',
    };
    return { ...this.#place(fault.at), rule: 'yaml/syntax', message: fault.message, hint: fault.hint };
  }

  #fromIssue(issue: z.core.$ZodIssue, known: string[]): Problem {
    const { path } = issue;
    if (issue.code === 'invalid_key')
      return this.problem(path, 'schema/invalid-id', issue.issues[0]?.message ?? issue.message, undefined, 'key');
    // Of an item of a list, the list's own key.
    const field = path.findLast((key) => typeof key === 'string');
    const { root } = this.#positions();
    if (issue.code.startsWith('invalid') && path.length > 0 && !root.hasIn(path))
      return this.problem(path, 'schema/missing-field', `\`${field}\` is missing.`, 'Add it; src/corpus/schema.ts says what it holds.');
    const node = root.getIn(path, true);
    const text = isScalar(node) ? node.source : isNode(node) && node.range ? this.#text.slice(node.range[0], node.range[1]) : undefined;
    const written = (text ?? '').trim().replace(/\s+/g, ' ');
    const { rule, message, hint } = valueFault(issue, { field, isItem: typeof path.at(-1) === 'number', node, written }, known);
    return this.problem(path, rule, message, hint);
  }
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
