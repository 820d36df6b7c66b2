/** Markup without components, for what stands on pages by the thousand: there, components take most of a build's time. */

/** A text that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/**
 * The tag of a template: what is put in is escaped, a list is drawn part by part, and `false` and `undefined` leave
 * nothing. Attributes stand in double quotes.
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(parts.reduce<string>((text, part, i) => text + draw(part) + texts[i + 1]!, texts[0]!));
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | undefined): Markup | undefined {
  return value === undefined ? undefined : new Markup(` ${name}="${escape(String(value))}"`);
}

/** The text of what can be put in a template. */
export function draw(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(draw).join('') : escape(String(part));
}

const special = /[&<>"]/;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character]!) : text;
}
