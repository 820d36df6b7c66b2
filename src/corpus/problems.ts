/** Problems as data: every check yields them, one place prints them, one place exits. */
import leven from 'leven';

/** Something wrong in a content file, and what to do about it. */
export interface Problem {
  /** Path of the file, relative to the working directory. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1. */
  column: number;
  /** Stable id of the rule: `claims/unknown-block`. */
  rule: string;
  /** What is wrong, a sentence. */
  message: string;
  /** What to do, a sentence. */
  hint?: string;
}

/** A place in a file: line and column from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Thrown once, after every check has run, with everything that was found. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
    this.stack = this.message;
  }
}

/** One line a problem, sorted by place, equal lines once: `file:line:column  rule  what is wrong  what to do`. */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = problems
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule))
    .map(({ file, line, column, rule, message, hint }) =>
      [`${file}:${line}:${column}`, rule, message, ...(hint === undefined ? [] : [hint])].join('  '),
    );
  const unique = [...new Set(lines)];
  return [...unique, `${unique.length} ${unique.length === 1 ? 'problem' : 'problems'}`].join('\n');
}

/** "Did you mean …?" with the nearest of `known`, or nothing where none is near. */
export function didYouMean(given: string, known: Iterable<string>): string | undefined {
  const meant = nearest(given, known);
  return meant === undefined ? undefined : `Did you mean ${meant}?`;
}

/** The nearest of `known`, the first of several; nothing where more than a third differs, or of the shorter word more than half. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let distance = Math.min(Math.max(2, Math.floor(given.length / 3)), Math.ceil(given.length / 2)) + 1;
  for (const candidate of known) {
    const d = leven(given, candidate, { maxDistance: distance });
    if (d < distance && d <= Math.ceil(candidate.length / 2)) [best, distance] = [candidate, d];
  }
  return best;
}

/** Order by code units: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
