/** What is wrong with a value of a record, in the words of an editor. */
import { isCollection, isScalar } from 'yaml';
import type { z } from 'zod';
import { didYouMean } from './problems.ts';
import type { Problem } from './problems.ts';

/** The value that is wrong, as it stands in the file. */
export interface Given {
  /** Its field, the innermost key that leads to it; none where it is the whole record. */
  field: string | undefined;
  /** Is it an item of a list, which is the field's value? */
  isItem: boolean;
  /** The node of the parsed text. */
  node: unknown;
  /** How it is written. */
  written: string;
}

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

/** The fault that zod found in a value, in the house's words. `known`: the keys of the record that should stand there. */
export function valueFault(
  issue: z.core.$ZodIssue,
  { field: key, isItem, node, written }: Given,
  known: readonly string[],
): Pick<Problem, 'rule' | 'message' | 'hint'> {
  const rule = 'schema/invalid-value';
  const field = key === undefined ? 'The file' : key === '' ? 'A value without a key' : `\`${key}\``;
  const subject = isItem ? `An item of ${field}` : field;
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const isOfKind = issue.code !== 'invalid_type' && options === undefined;
  if (isScalar(node) && (node.value === null || (node.value === '' && !isOfKind))) {
    const expected = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
    const hint = options === undefined ? 'Fill it in, or take it out.' : `One of: ${options.join(', ')}.`;
    return { rule, message: `${subject} is empty${expected === undefined ? '' : `: it must be ${expected}`}.`, hint };
  }
  if (options !== undefined)
    return {
      rule,
      message: isCollection(node) ? `${subject} must be one word.` : `\`${written}\` is not a value of ${field}.`,
      hint: didYouMean(written, options) ?? `One of: ${options.join(', ')}.`,
    };
  if (issue.code === 'invalid_type' && issue.expected in kinds) {
    const hint = mend(issue.expected, node, written, known);
    const message = issue.message.startsWith('Invalid input')
      ? `${subject} must be ${kinds[issue.expected]}.`
      : `${field}: ${issue.message}`;
    return { rule, message, ...(hint !== undefined && { hint }) };
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return { rule, message: `${subject} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}.` };
  if (issue.code === 'too_big' && issue.message.startsWith('Too big'))
    return { rule, message: `${subject} must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}.` };
  const isDate = issue.code === 'custom' && /EDTF|calendar/.test(issue.message);
  const hint = oddSign(written);
  return { rule: isDate ? 'dates/invalid' : rule, message: `${field}: ${issue.message}`, ...(hint !== undefined && { hint }) };
}

/** The sign that spoils a value: a bent quotation mark, or in a single word one that looks like another or like nothing. */
function oddSign(written: string): string | undefined {
  if (/^[‘“„]/.test(written)) return `YAML’s quotation marks are straight: '${written.replace(/^[‘“„]|[’”“]$/g, '')}'.`;
  const odd = /^[^\s]*?([^\x20-\x7E])[^\s]*$/u.exec(written)?.[1];
  if (odd === undefined) return undefined;
  const code = odd.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `It holds U+${code}, ${/[\p{L}\p{P}\p{S}]/u.test(odd) ? `“${odd}”` : 'which is not seen'}.`;
}

/** How a value becomes one of the kind that is expected. */
function mend(expected: string, node: unknown, written: string, known: readonly string[]): string | undefined {
  switch (expected) {
    case 'string':
      if (isScalar(node) || (isCollection(node) && node.flow && !written.includes('"'))) return `Put it in quotation marks: "${written}".`;
      return 'Write one text, without hyphens or keys.';
    case 'number':
      return 'Write the figure alone, without words or commas.';
    case 'array':
      return isScalar(node) && /^[^[\]{}]+$/.test(written)
        ? `Put it in brackets: [${written}].`
        : 'Begin each item on a line of its own with a hyphen.';
    case 'object':
      return `Write keys and values. Known keys: ${known.join(', ')}.`;
    case 'record':
      return 'Write keys and values.';
    default:
      return undefined;
  }
}
