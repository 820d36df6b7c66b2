import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { buildEdition } from '../../src/edition.ts';
import { tei } from '../../src/exports/tei.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';
import type { Edit } from '../small-corpus.ts';

const { edition } = await buildEdition(smallCorpus);

/** Reads a file as another program would; a mistake in its form throws. */
function read(xml: string) {
  const parser = new DOMParser({
    errorHandler: (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const document = parser.parseFromString(xml, 'application/xml');
  const all = Array.from<Element>(document.getElementsByTagName('*'));
  const id = (id: string) => all.find((element) => element.getAttribute('xml:id') === id)!;
  return { all, id, text: (name: string) => id(name).textContent };
}

const changed = async (edits: Record<string, Edit>, article = 'gazette-1901') =>
  read(tei(article, (await buildEdition(changedCorpus(edits))).edition));
const gazette = read(tei('gazette-1901', edition));
const attributes = (element: Element) => Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
const written = (element: Element) => new XMLSerializer().serializeToString(element);
const phrase = '#text ref hi persName orgName placeName name lb q';

/** What may stand in what, as far as these files use it; a part of what TEI P5 4.12.0 allows. */
const allowed: Record<string, string> = {
  TEI: 'teiHeader standOff text',
  teiHeader: 'fileDesc encodingDesc profileDesc',
  fileDesc: 'titleStmt publicationStmt sourceDesc',
  titleStmt: 'title author respStmt',
  respStmt: 'resp orgName',
  publicationStmt: 'publisher availability date idno',
  availability: 'licence',
  sourceDesc: 'biblFull',
  biblFull: 'titleStmt extent publicationStmt notesStmt',
  extent: 'measure #text',
  notesStmt: 'note',
  encodingDesc: 'projectDesc',
  projectDesc: 'p',
  profileDesc: 'langUsage',
  langUsage: 'language',
  standOff: 'listPerson listOrg listPlace listEvent listObject listBibl listAnnotation',
  listPerson: 'person',
  listOrg: 'org',
  listPlace: 'place',
  listEvent: 'event',
  listObject: 'object',
  listBibl: 'bibl',
  person: 'persName idno note',
  org: 'orgName idno note',
  place: 'placeName location idno note',
  location: 'geo',
  event: 'eventName idno note',
  object: 'objectIdentifier note',
  objectIdentifier: 'objectName idno',
  listAnnotation: 'annotation',
  annotation: 'note',
  note: `#text p ab list quote table bibl date measure rs seg ${phrase}`,
  seg: `rs ${phrase}`,
  bibl: 'citedRange title idno note',
  text: 'body',
  body: 'div p ab list quote table note milestone',
  div: 'head div p ab list quote table note milestone',
  quote: `#text p list ab ${phrase}`,
  list: 'item',
  item: `p list ab ${phrase}`,
  table: 'head row',
  row: 'cell',
  cell: phrase,
  p: `date ${phrase}`,
  ab: phrase,
  head: phrase,
  hi: phrase,
  ref: phrase,
  q: phrase,
  author: phrase,
  publisher: phrase,
};

/** Elements that stand where they may not: `item in body`. */
const misplaced = (all: readonly Element[]) =>
  all.flatMap((element) =>
    Array.from(element.childNodes)
      .filter(({ nodeName, textContent }) => nodeName !== '#text' || textContent!.trim() !== '')
      .map(({ nodeName }) => nodeName)
      .filter((name) => !(allowed[element.nodeName] ?? '#text').split(' ').includes(name))
      .map((name) => `${name} in ${element.nodeName}`),
  );

test('everything stands where TEI allows it, under one id, and every reference leads to one', () => {
  for (const article of edition.corpus.articles.keys()) {
    const { all } = read(tei(article, edition));
    expect(misplaced(all)).toEqual([]);
    const ids = all.map((element) => element.getAttribute('xml:id')).filter((id) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = all.flatMap((element) => ['ref', 'target', 'resp', 'source'].map((name) => element.getAttribute(name) ?? ''));
    expect(references.filter((reference) => reference.startsWith('#') && !ids.includes(reference.slice(1)))).toEqual([]);
  }
});

test('headings hold their sections, paragraphs and notes have the ids of the page', () => {
  expect(gazette.id('section.the-bridge').firstChild!.textContent).toBe('The bridge');
  expect(gazette.id('p2').parentNode).toBe(gazette.id('section.the-bridge'));
  const target = '../../sources/gazette-1901.html#b3';
  expect(attributes(gazette.id('note-tuesday'))).toEqual({
    'xml:id': 'note-tuesday',
    'type': 'dating',
    'resp': '#editors',
    'cert': 'high',
    target,
  });
  expect(gazette.text('note-tuesday')).toMatch(/^The article prints no date/);
});

test('names and references are marked', () => {
  const [name, reference] = Array.from(gazette.id('p1').childNodes).filter(({ nodeName }) => nodeName !== '#text') as Element[];
  expect([name!.nodeName, attributes(name!), name!.textContent]).toEqual(['placeName', { ref: '#entity.vell' }, 'Vell']);
  expect([attributes(reference!), reference!.textContent]).toEqual([{ type: 'claim', target: '#claim.fire-g' }, '1']);
});

test('a claim of another account is in the file of that', async () => {
  const { id } = await changed({ 'articles/gazette-1901.md': swap('nobody was injured.', 'nobody was injured.[^late-p]') });
  expect(written(id('p2'))).toContain('target="post-1901.xml#claim.late-p"');
});

test('a claim says what, where, by whom and when', () => {
  const notes = Array.from(gazette.id('claim.fire-g').childNodes) as Element[];
  expect(notes.map((note) => [note.getAttribute('type'), note.textContent])).toEqual([
    ['claim', 'A fire broke out in the granary on a Tuesday night.'],
    ['locator', '¶3 s1'],
    ['stance', 'asserted'],
    ['voice', 'unattributed › Vell Gazette'],
    ['date', '30 April 1901'],
    ['where', 'Vell'],
    ['about', 'Granary fire'],
  ]);
  const [block, codepoints] = Array.from<Element>(notes[1]!.getElementsByTagName('citedRange'));
  expect([attributes(block!), attributes(codepoints!)]).toEqual([
    { unit: 'block', from: '3', to: '3' },
    { unit: 'codepoint', from: '0', to: '49' },
  ]);
});

test('the header describes the document and its custody', () => {
  const { id } = read(tei('post-1901', edition));
  const [date] = Array.from<Element>(id('source').getElementsByTagName('date'));
  expect(attributes(date!)).toEqual({ 'notBefore': '1901-05-01', 'notAfter': '1901-05-31', 'when-custom': '1901-05~', 'cert': 'medium' });
  expect(gazette.text('source')).toContain('written by Ada Lind, 3 May 1901');
});

test('whatever Markdown and HTML an account has, its file is in order', async () => {
  const more = `## The bridge

1. one
2. two *in* \`code\` & <b>a < b</b><br>

   - inner

| a | b |
| - | - |
| 1 | Vell |

> Said [here](../questions/how-many-sacks.html) and [there](https://example.org/?a=1&b=2).

---

Loose <kbd>text</kbd> with <ruby>box<rt>!</rt></ruby>

#### Deep

    a < b
`;
  const { all, id } = await changed({ 'articles/gazette-1901.md': (text) => text.split('## The fire')[0]! + more });
  expect(misplaced(all)).toEqual([]);
  const bridge = written(id('section.the-bridge'));
  expect(bridge).toContain('target="../../articles/../questions/how-many-sacks.html"');
  expect(bridge).toContain('target="https://example.org/?a=1&amp;b=2"');
  expect(id('section.deep').textContent).toContain('a < b');
});

test('no sentence of a document is in a file, and every sort of entity has its list', async () => {
  const thing = '---\nname: Bell\nsummary: It rang.\n---\n';
  const { all, text } = await changed({
    'entities/weapon/bell.md': thing,
    'entities/document/book.md': thing.replace('Bell', 'Book & “Page”'),
    'articles/gazette-1901.md': swap('Vell lies by the sea', 'The [[bell]] and the [[book|book]] and Vell lie by the sea'),
  });
  expect(misplaced(all)).toEqual([]);
  expect([text('entity.bell'), text('entity.book')]).toEqual(['BellIt rang.', 'Book & “Page”It rang.']);
  expect(all[0]!.textContent).not.toContain('Some 40');
});
