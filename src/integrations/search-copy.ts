/** A page as it is indexed, and as it is published. */
import { foldForSearch } from '../search/fold.ts';

/** The part of a page that is searched, without its end tag; of a page that is not, nothing. */
export function searchedPart(html: Buffer): Uint8Array<ArrayBuffer> | undefined {
  const start = html.indexOf('<main');
  return html.includes('data-pagefind-body', start) ? new Uint8Array(html.subarray(start, html.indexOf('</main>', start))) : undefined;
}

/**
 * The copy of a page that is indexed: without what Pagefind would read only to leave it out and without places in
 * documents, in plain typography and folded Arabic in its text and aliases, with a space at the end of blocks that
 * Pagefind would glue together, and with addresses on elements of their own.
 */
export function normalise(html: string): string {
  return withoutIgnored(html)
    .replace(place, '')
    .replace(/<style\b.*?<\/style>|<sup\b.*?<\/sup>|<td\b[^>]*>\s*<\/td>/gs, ' ')
    .replace(/<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+/g, (part) =>
      part.startsWith('<') ? foldAliases(emptyAnchor(part)) : escapeQuotes(foldForSearch(part)),
    )
    .replace(/<\/(?:dt|dd|th|td|caption|summary|figcaption|header|li|legend)>(\s*<t[dh]\b)?/g, (end, cell?: string) =>
      cell === undefined ? ` ${end}` : ` · ${end}`,
    );
}

/** A place in a document, `S ¶4 s1`: its numbers are no figures that anybody looks for. Where one is explained, it stays. */
const place = /\s*(?:\b\p{Lu}\p{L}? )?¶(?<!<code[^>]*>[^<]*)\d+(?: s\d+(?:[–-]\d+)?)?/gu;

/** Elements left out of search, which are most of a long page, are not there to be read; an empty cell still parts its neighbours. */
function withoutIgnored(html: string): string {
  const kept: string[] = [];
  let done = 0;
  for (let mark = 0; (mark = html.indexOf(' data-pagefind-ignore', mark)) !== -1; mark = Math.max(mark + 1, done)) {
    const start = html.lastIndexOf('<', mark);
    if (html.startsWith('<td', start)) continue;
    const tags = new RegExp(`<(/?)${/\w+/.exec(html.slice(start, mark))![0]}\\b`, 'g');
    tags.lastIndex = start;
    let depth = 0;
    let tag;
    while ((tag = tags.exec(html)) !== null && (depth += tag[1] === '' ? 1 : -1) > 0);
    kept.push(html.slice(done, start));
    done = tag === null ? html.length : html.indexOf('>', tag.index) + 1;
  }
  return [...kept, html.slice(done)].join(' ');
}

/**
 * Pagefind keeps with every address on a page the text of its element, which it never shows but for headings. An empty
 * element before it has the same address and place: `<p id="p1">a` → `<p id="p1"></p><p>a`.
 */
const emptyAnchor = (tag: string) =>
  tag.replace(
    /^<(?!h\d|input)(\w+)(.*?)( id=(?:"[^"]*"|[^\s>]+))/s,
    (_, name: string, before: string, id: string) => `<${name}${id}></${name}><${name}${before}`,
  );

const foldAliases = (tag: string) =>
  tag.replace(/ data-aliases="([^"]*)"/, (_, aliases: string) => ` data-aliases="${escapeQuotes(foldForSearch(aliases))}"`);

const escapeQuotes = (text: string) => text.replaceAll('"', '&quot;');

/** A page without what only the index reads. */
export function withoutMarks(html: string): string {
  return html.replace(/<span hidden data-aliases=[^>]*><\/span>| data-pagefind-(?:body|ignore|meta)(?:="[^"]*")?(?=[^<>]*>)/g, '');
}
