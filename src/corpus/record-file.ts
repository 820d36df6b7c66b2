/** A YAML record, or the front matter of a Markdown file, that remembers where each of its values stands. */
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from './problems.ts';
import type { Place, Problem } from './problems.ts';

export type Path = readonly PropertyKey[];

export class RecordFile {
  readonly path: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #lineOffset: number;

  /** `lineOffset`: how many lines of the file stand above `yaml`. */
  constructor(path: string, yaml: string, lineOffset = 0) {
    this.path = path;
    this.#lineOffset = lineOffset;
    this.#document = parseDocument(yaml, { lineCounter: this.#lines, prettyErrors: false });
  }

  /** Syntax errors, duplicate keys included. */
  get syntaxProblems(): Problem[] {
    return this.#document.errors.map((error) => ({
      ...this.#place(error.pos[0]),
      rule: error.code === 'DUPLICATE_KEY' ? 'yaml/duplicate-key' : 'yaml/syntax',
      message: error.code === 'DUPLICATE_KEY' ? 'This key stands twice in the same record.' : `${error.message.split('\n')[0]}.`,
      hint:
        error.code === 'DUPLICATE_KEY'
          ? 'Rename or remove one of them.'
          : 'Quote text that holds ": ", " #" or starts with a special character.',
    }));
  }

  /** The value as plain data; an empty file is an empty record. */
  get value(): unknown {
    return (this.#document.toJS() as unknown) ?? {};
  }

  /** Where the value at `path` stands, or its key, or the nearest thing around it that exists. */
  at(path: Path = [], what: 'value' | 'key' = 'value'): Place {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = depth === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, depth - 1), true);
      const key = path[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(key))
        : undefined;
      const value = this.#document.getIn(path.slice(0, depth), true);
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
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.path, line: Math.max(line, 1) + this.#lineOffset, column: Math.max(col, 1) };
  }

  /** Validates the value; gives the typed record, or pushes problems and gives `undefined`. */
  validate<Schema extends z.ZodType>(schema: Schema, problems: Problem[]): z.output<Schema> | undefined {
    if (this.syntaxProblems.length > 0) {
      problems.push(...this.syntaxProblems);
      return undefined;
    }
    const result = schema.safeParse(this.value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push(...this.#fromIssue(issue, schema));
    return undefined;
  }

  #fromIssue(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
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
    const missing = issue.code === 'invalid_type' && !this.#document.hasIn(issue.path) && issue.path.length > 0;
    const field = String(issue.path.at(-1) ?? '');
    if (missing) {
      return [
        this.problem(issue.path, 'schema/missing-field', `\`${field}\` is missing.`, 'Add it; src/corpus/schema.ts says what it holds.'),
      ];
    }
    const isDate = issue.code === 'custom' && issue.message.includes('EDTF');
    const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const given = this.#document.getIn(issue.path);
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
