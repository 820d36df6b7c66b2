/**
 * `annotations.jsonld`: every claim, note and mention as a Web Annotation (W3C Recommendation of 2017-02-23), all on the one
 * page of a collection. What is annotated is never quoted: the place of a stretch says where it stands.
 */
import type { Claim, Corpus, Source } from '../corpus/corpus.ts';
import { sourceOf } from '../corpus/corpus.ts';
import { parseLocator, stretchesOf } from '../corpus/locators.ts';
import type { Locator } from '../corpus/locators.ts';
import type { Edition } from '../edition.ts';
import type { FoundMention, FoundNote } from '../markdown/context.ts';
import { canonical, linkFromData, paths } from '../urls.ts';

const name = 'annotations.jsonld';
const file = paths.dataFile(name);

/** Kinds of notes that judge what the document says; the others remark on it. */
const assessing: ReadonlySet<string> = new Set(['anonymity', 'correction', 'dating', 'identification', 'stance']);

/**
 * The collection. Addresses are relative to the file. The target of a claim or a note is the document, `urn:sha256:…`
 * of its file and `via` the address it comes from; in it a block, `block=4`, and in that the code points of the normalised
 * block. The target of a mention is the link in the account.
 */
export function annotations({ corpus, accounts, claimsIn }: Edition): object {
  const items = [...corpus.articles.keys()].flatMap((id) => {
    const source = sourceOf(corpus, id);
    const document = { id: `urn:sha256:${source.sha256}`, type: 'Text', format: 'text/plain', via: source.record.address };
    const { notes, mentions } = accounts.get(id)!;
    return [
      ...(claimsIn.get(id) ?? []).map((claim) => describing(claim, document, source, corpus)),
      ...notes.map((note) => remark(note, id, document, source, corpus)),
      ...identifying(mentions, id),
    ];
  });
  const { site } = corpus;
  const base = canonical(site.base, file);
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', ...(base === undefined ? [] : [{ '@base': base }])],
    'id': name,
    'type': 'AnnotationCollection',
    'label': site.title,
    'creator': { type: 'Organization', name: site.publisher },
    'rights': site.licence.address,
    'total': items.length,
    'first': { id: '#page-1', type: 'AnnotationPage', partOf: name, startIndex: 0, items },
  };
}

interface Document {
  id: string;
}

function describing(claim: Claim, document: Document, source: Source, { site }: Corpus): object {
  return {
    id: `#claim-${claim.id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: text(linkFromData(paths.ledger(claim.article), claim.id), claim.says, site.language),
    target: targets(claim.locators, document, source),
  };
}

function remark(note: FoundNote, article: string, document: Document, source: Source, { site }: Corpus): object {
  return {
    id: `#note-${article}-${note.anchor}`,
    type: 'Annotation',
    motivation: assessing.has(note.kind) ? 'assessing' : 'commenting',
    body: text(linkFromData(paths.article(article), note.anchor), note.text, site.language),
    // A note without a place is on the document as a whole.
    target: note.at === undefined ? document : targets([parseLocator(note.at)], document, source),
  };
}

function text(id: string, value: string, language: string): object {
  return { id, type: 'TextualBody', value, format: 'text/plain', language };
}

function targets(locators: readonly Locator[], document: Document, source: Source): object {
  const found = stretchesOf(locators, source).map(({ block, start, end }) => ({
    type: 'SpecificResource',
    source: document,
    selector: {
      type: 'FragmentSelector',
      conformsTo: linkFromData(paths.data, 'linked-data'),
      value: `block=${block}`,
      refinedBy: { type: 'TextPositionSelector', start, end },
    },
  }));
  return found.length === 1 ? found[0]! : found;
}

/** Mentions of an account; two of an entity in one note are one, as the note is the place of both. */
function identifying(mentions: readonly FoundMention[], article: string): object[] {
  const byPlace = new Map<string, FoundMention>();
  for (const mention of mentions) {
    const key = `${article}-${mention.paragraph}-${mention.entity}`;
    if (!byPlace.has(key)) byPlace.set(key, mention);
  }
  return Array.from(byPlace, ([key, { entity, paragraph, surface }]) => ({
    id: `#mention-${key}`,
    type: 'Annotation',
    motivation: 'identifying',
    body: linkFromData(paths.entity(entity)),
    target: {
      type: 'SpecificResource',
      source: linkFromData(paths.article(article)),
      selector: {
        type: 'CssSelector',
        value: `#${paragraph} a[data-entity="${entity}"]`,
        refinedBy: { type: 'TextQuoteSelector', exact: surface },
      },
    },
  }));
}
