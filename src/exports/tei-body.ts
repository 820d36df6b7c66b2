/** An account's HTML as the `body` of a TEI P5 text. The HTML is our own pipeline's: every tag is closed, every value in double quotes. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Corpus } from '../corpus/corpus.ts';
import { parseLocator } from '../corpus/locators.ts';
import type { FoundNote } from '../markdown/context.ts';
import { anchors, link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { named, teiIds } from './tei-names.ts';

/** What becomes of HTML's elements; of any other only the content stays. */
const elements: Record<string, readonly [name: string, attributes?: Record<string, string>]> = {
  p: ['p'],
  ul: ['list', { rend: 'bulleted' }],
  ol: ['list', { rend: 'numbered' }],
  dl: ['list'],
  li: ['item'],
  dt: ['item'],
  dd: ['item'],
  table: ['table'],
  caption: ['head'],
  tr: ['row'],
  th: ['cell', { role: 'label' }],
  td: ['cell'],
  blockquote: ['quote'],
  pre: ['ab', { rend: 'preformatted' }],
  hr: ['milestone', { unit: 'section', rend: 'rule' }],
  br: ['lb'],
  q: ['q'],
  ...Object.fromEntries(['em', 'i', 'var', 'dfn'].map((tag) => [tag, ['hi', { rend: 'italic' }]])),
  ...Object.fromEntries(['strong', 'b'].map((tag) => [tag, ['hi', { rend: 'bold' }]])),
  ...Object.fromEntries(['code', 'kbd', 'samp', 'tt'].map((tag) => [tag, ['hi', { rend: 'monospace' }]])),
  ...Object.fromEntries(['del', 's', 'strike'].map((tag) => [tag, ['hi', { rend: 'strikethrough' }]])),
  sup: ['hi', { rend: 'superscript' }],
  sub: ['hi', { rend: 'subscript' }],
};

const empty = new Set(['br', 'hr']);
const blocks = new Set(['p', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'hr']);
const inner = new Set(['li', 'dt', 'dd', 'tr', 'td', 'th', 'caption']);

/** The account that a body is made of. */
export interface Account {
  /** Id of the article. */
  article: string;
  /** Id of the source. */
  source: string;
  /** Where the file of the body stands. */
  file: SitePath;
  html: string;
  notes: readonly FoundNote[];
}

interface Open {
  tag: string;
  into: Element;
}

const token = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/g;
const decode = (text: string) => text.replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
/** The value of an attribute in the text of a tag. */
const value = (tag: string, name: string) => {
  const start = tag.indexOf(` ${name}="`);
  return start === -1 ? undefined : decode(tag.slice(start + name.length + 3, tag.indexOf('"', start + name.length + 3)));
};

/**
 * The body, headings as nested `div`s, paragraphs and notes under the ids that they have on the page; and the ids of the
 * entities named in it. `<a data-entity="vell">Vell</a>` → `<placeName ref="#entity.vell">Vell</placeName>`,
 * `<sup><a data-claim="toll">4</a></sup>` → `<ref type="claim" target="#claim.toll">4</ref>`.
 */
export function teiBody(account: Account, corpus: Corpus): { body: Element; entities: ReadonlySet<string> } {
  const { html, notes } = account;
  const body = x('body');
  const entities = new Set<string>();
  const open: Open[] = [{ tag: '', into: body }];
  const sections: { rank: number; div: Element }[] = [];
  const noteAt = new Map(notes.map((note) => [note.anchor, note]));

  const top = () => open.at(-1)!;
  const add = (tag: string, element: Element) => {
    top().into.children.push(element);
    if (!empty.has(tag)) open.push({ tag, into: element });
  };
  /** Text that stands by itself between blocks is a block of its own in TEI. */
  const inBlock = () => {
    if (['body', 'div'].includes(top().into.name)) add('', x('ab'));
  };
  const outOfBlock = () => {
    if (top().tag === '' && open.length > 1) open.pop();
  };
  const heading = (tag: string, attributes: string) => {
    if (open.length > 1) {
      add(tag, x('ab', { type: 'heading' }));
      return;
    }
    const rank = Number(tag[1]);
    while (sections.length > 0 && sections.at(-1)!.rank >= rank) sections.pop();
    const div = x('div', { 'xml:id': teiIds.section(value(attributes, 'id') ?? String(body.children.length)) });
    (sections.at(-1)?.div ?? body).children.push(div);
    sections.push({ rank, div });
    open[0]!.into = div;
    add(tag, x('head'));
  };
  const anchor = (attributes: string) => {
    const claim = value(attributes, 'data-claim');
    const entity = value(attributes, 'data-entity');
    if (entity !== undefined) {
      entities.add(entity);
      return named(corpus.entities.get(entity)!, []);
    }
    const target = claim === undefined ? fromHere(value(attributes, 'href') ?? '', account) : claimTarget(claim, account, corpus);
    return x('ref', { type: claim === undefined ? undefined : 'claim', target });
  };

  token.lastIndex = 0;
  for (let found = token.exec(html); found !== null; found = token.exec(html)) {
    const [, slash, tag = '', attributes = '', text] = found;
    if (text !== undefined) {
      if (text.trim() !== '') inBlock();
      top().into.children.push({ type: 'text', value: decode(text) });
    } else if (slash === '/') {
      let closed: Open;
      do closed = open.pop()!;
      while (closed.tag !== tag);
    } else if (/^h[1-6]$/.test(tag)) {
      outOfBlock();
      heading(tag, attributes);
    } else if (tag === 'div' && attributes.includes(' role="note"')) {
      outOfBlock();
      add(tag, note(noteAt.get(value(attributes, 'id') ?? ''), account));
    } else if (tag === 'p' && attributes.includes(' class="note-kind"')) {
      // What it says is in the attributes of the note.
      token.lastIndex = html.indexOf('</p>', token.lastIndex) + '</p>'.length;
    } else if (tag === 'a') {
      inBlock();
      add(tag, anchor(attributes));
    } else if (elements[tag] === undefined || (tag === 'sup' && html.startsWith('<a ', token.lastIndex))) {
      open.push({ tag, into: top().into });
    } else {
      if (blocks.has(tag)) outOfBlock();
      else if (!inner.has(tag)) inBlock();
      const [name, fixed] = elements[tag];
      const id = value(attributes, 'id');
      add(tag, x(name, { 'xml:id': id, 'xml:lang': value(attributes, 'lang'), ...fixed }));
    }
  }
  return { body, entities };
}

function note(found: FoundNote | undefined, { source, file }: Account): Element {
  const at = found?.at && link(file, paths.source(source), anchors.block(parseLocator(found.at).block));
  return x('note', { 'xml:id': found?.anchor, 'type': found?.kind, 'resp': '#editors', 'cert': found?.confidence, 'target': at });
}

/** A claim is in the file of its own article. */
function claimTarget(id: string, { article }: Account, { claims }: Corpus): string {
  const home = claims.get(id)!.article;
  return `${home === article ? '' : `${home}.xml`}#${teiIds.claim(id)}`;
}

/** A link by hand, which is relative to the account's page. */
function fromHere(href: string, { article, file }: Account): string {
  if (/^[a-z]+:/i.test(href)) return href;
  return href.startsWith('#')
    ? link(file, paths.article(article), href.slice(1))
    : `${link(file, paths.articles).replace(/[^/]*$/, '')}${href}`;
}
