/** Names of entities and how they are found in running text. */
import AhoCorasick from 'modern-ahocorasick';
import type { EntityRecord } from './schema.ts';

/** An occurrence of a name. Offsets are UTF-16 units of the text searched, end exclusive. */
export interface NameMatch {
  start: number;
  end: number;
  /** The folded name that was found. */
  name: string;
  /** Ids of the entities that bear the name; more than one makes it ambiguous. */
  entities: readonly string[];
}

/**
 * The form under which names are compared: every kind of apostrophe, hyphen and space alike. One character stands for
 * one character, so that offsets in the folded text are offsets in the text.
 */
export function foldName(text: string): string {
  return text
    .replace(/[\u02B9-\u02BF\u2018\u2019\u201B\u2032\u00B4`]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00A0\u202F\n\t]/g, ' ');
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Finds names: longest match, whole words in Latin and Arabic script, plurals and possessives of a name included. */
export class NameIndex {
  readonly #entities = new Map<string, string[]>();
  readonly #matcher: AhoCorasick | undefined;

  constructor(entities: Iterable<readonly [id: string, record: Pick<EntityRecord, 'name' | 'names'>]>) {
    for (const [id, { name, names }] of entities) {
      const unlinked = new Set(names.filter(({ link }) => !link).map(({ text }) => foldName(text)));
      for (const form of new Set([name, ...names.map(({ text }) => text)].map(foldName))) {
        if (unlinked.has(form)) continue;
        for (const variant of new Set([form, form[0]!.toUpperCase() + form.slice(1)])) {
          const bearers = this.#entities.get(variant) ?? [];
          if (!bearers.includes(id)) this.#entities.set(variant, [...bearers, id]);
        }
      }
    }
    if (this.#entities.size > 0) this.#matcher = new AhoCorasick([...this.#entities.keys()]);
  }

  /** All names in `text`, leftmost and longest first, none overlapping. */
  find(text: string): NameMatch[] {
    if (this.#matcher === undefined) return [];
    const folded = foldName(text);
    const whole = this.#matcher
      .search(folded)
      .map((match) => ({ ...match, end: wordEnd(folded, match.end) }))
      .filter(({ start, end }) => end !== undefined && !letter.test(characterBefore(folded, start)))
      .sort((a, b) => a.start - b.start || b.end! - a.end!);
    const found: NameMatch[] = [];
    let free = 0;
    for (const { start, end, pattern } of whole) {
      if (start < free) continue;
      found.push({ start, end: end!, name: pattern, entities: this.#entities.get(pattern)! });
      free = end!;
    }
    return found;
  }
}

/** Where the word that a name ends in ends, its plural s included, or nothing where the name is a part of another word. */
function wordEnd(text: string, end: number): number | undefined {
  if (!letter.test(characterAt(text, end))) return end;
  const plural = text[end] === 's' && /\p{Script=Latin}/u.test(text[end - 1]!);
  return plural && !letter.test(characterAt(text, end + 1)) ? end + 1 : undefined;
}

function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, index: number): string {
  return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
}
