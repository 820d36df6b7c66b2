/** A YAML record, or the front matter of a Markdown file, that remembers where each of its values stands. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from './problems.ts';
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
    try {
      const value: unknown = this.path.endsWith('json') ? (JSON.parse(this.#text) as unknown) : load(this.#text, { schema: CORE_SCHEMA });
      return { value: value ?? {}, syntaxProblems: [] };
    } catch {
      return undefined;
    }
  }

  #parseWithPositions() {
    const { root } = this.#positions();
    const syntaxProblems = root.errors.map((error): Problem => {
      const isDuplicate = error.code === 'DUPLICATE_KEY';
      return {
        ...this.#place(error.pos[0]),
        rule: isDuplicate ? 'yaml/duplicate-key' : 'yaml/syntax',
        message: isDuplicate ? 'This key stands twice in the same record.' : `${error.message.split('\n')[0]!}.`,
        hint: isDuplicate ? 'Rename or remove one of them.' : 'Quote text that holds ": ", " #" or starts with a special character.',
      };
    });
    return { value: (root.toJS() as unknown) ?? {}, syntaxProblems };
  }

  #positions() {
    if (this.#document === undefined) {
      const lines = new LineCounter();
      this.#document = { root: parseDocument(this.#text, { lineCounter: lines, prettyErrors: false }), lines };
    }
    return this.#document;
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
      if (isNode(node) && node.range) return this.#place(node.range[0]);
    }
    return this.#place(0);
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
    for (const issue of result.error.issues)
      problems.push(...this.#fromIssue({ ...issue, path: [...path, ...issue.path] }, schema, path.length));
    return undefined;
  }

  #fromIssue(issue: z.core.$ZodIssue, schema: z.ZodType, depth: number): Problem[] {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path.slice(depth));
      return issue.keys.map((key) =>
        this.problem(
          [...issue.path, key],
          'schema/unknown-key',
          `\`${key}\` is not a key of this record.`,
          didYouMean(key, known) ?? `Known keys: ${known.join(', ')}.`,
          'key',
        ),
      );
    }
    if (issue.code === 'invalid_key') {
      return [this.problem(issue.path, 'schema/invalid-id', issue.issues[0]?.message ?? issue.message, undefined, 'key')];
    }
    const missing = issue.code === 'invalid_type' && !this.#positions().root.hasIn(issue.path) && issue.path.length > 0;
    const field = String(issue.path.at(-1) ?? '');
    if (missing) {
      return [
        this.problem(issue.path, 'schema/missing-field', `\`${field}\` is missing.`, 'Add it; src/corpus/schema.ts says what it holds.'),
      ];
    }
    const isDate = issue.code === 'custom' && issue.message.includes('EDTF');
    const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const given = this.#positions().root.getIn(issue.path);
    return [
      this.problem(
        issue.path,
        isDate ? 'dates/invalid' : 'schema/invalid-value',
        options.length > 0
          ? `\`${String(given)}\` is not a value of \`${field}\`.`
          : `${field === '' ? '' : `\`${field}\`: `}${issue.message}`,
        options.length > 0 ? (didYouMean(String(given), options) ?? `One of: ${options.join(', ')}.`) : undefined,
      ),
    ];
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
