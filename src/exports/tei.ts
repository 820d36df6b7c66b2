/**
 * `tei/<id>.xml`: our account of one document in TEI P5 (checked against release 4.12.0): the header describes the document
 * and its custody, the text is the account, stand-off are the entities that it names and the claims that it cites.
 */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Claim, Corpus, Source } from '../corpus/corpus.ts';
import { sourceOf } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { locatorsLabel, stretchesOf } from '../corpus/locators.ts';
import { measureInWords } from '../corpus/measures.ts';
import type { Measure, VoiceStep } from '../corpus/schema.ts';
import { speaker } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import { anchors, link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { teiDate } from './date-values.ts';
import { teiBody } from './tei-body.ts';
import { entityLists } from './tei-entities.ts';
import { named, teiIds } from './tei-names.ts';
import { xmlFile } from './xml.ts';

/** What is common to the parts of one file. */
interface Context {
  corpus: Corpus;
  source: Source;
  file: SitePath;
  /** Ids of the entities that the file names; each must be in its lists. */
  named: Set<string>;
}

/** Elements that begin a line of the file. */
const ownLine = new Set(
  'TEI teiHeader fileDesc biblFull encodingDesc profileDesc standOff listAnnotation annotation person org place event object text'.split(
    ' ',
  ),
);

/** The file of one account; its addresses lead into the site that it is a part of. */
export function tei(article: string, { corpus, accounts, claimsIn }: Edition): string {
  const source = sourceOf(corpus, article);
  const file = paths.dataFile(`tei/${article}.xml`);
  const { html, notes } = accounts.get(article)!;
  const { body, entities } = teiBody({ article, source: source.id, file, html, notes }, corpus);
  const context: Context = { corpus, source, file, named: new Set(entities) };
  const claims = claimsIn.get(article) ?? [];
  const parts = [header(context), x('text', { 'xml:lang': corpus.site.language }, body)];
  const annotations = claims.map((claim) => annotation(claim, context));
  const standOff = [
    ...entityLists(
      Array.from(context.named, (id) => corpus.entities.get(id)!),
      file,
    ),
    ...(annotations.length > 0 ? [x('listAnnotation', { type: 'claims' }, annotations)] : []),
  ];
  if (standOff.length > 0) parts.splice(1, 0, x('standOff', standOff));
  return xmlFile(x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, parts), ownLine);
}

function name(id: string, { corpus, named: seen }: Context): Element {
  seen.add(id);
  return named(corpus.entities.get(id)!);
}

const joined = (separator: string, parts: readonly Element[]) => parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));

const date = (when: string) => x('date', teiDate(when), dateInWords(when));

function header(context: Context): Element {
  const { site } = context.corpus;
  const title = `Account of “${context.source.record.title}”`;
  return x('teiHeader', [
    x('fileDesc', [
      x('titleStmt', [
        x('title', title),
        x('respStmt', { 'xml:id': 'editors' }, [x('resp', 'Account, notes and claims'), x('orgName', site.publisher)]),
      ]),
      x('publicationStmt', [
        x('publisher', site.publisher),
        x('availability', [x('licence', { target: site.licence.address }, site.licence.name)]),
      ]),
      x('sourceDesc', [document(context)]),
    ]),
    x('encodingDesc', [
      x('projectDesc', [
        x(
          'p',
          `This file, a part of ${site.title}, holds our account of a document in our own words and no text of the document. ` +
            'Where a claim stands is given by block and by code points: a block is a run of lines between blank lines, ' +
            'in NFC, trimmed, each run of white space one space.',
        ),
      ]),
    ]),
    x('profileDesc', [x('langUsage', [x('language', { ident: site.language }, site.language)])]),
  ]);
}

/** The original: `biblFull`, with its custody as notes, first step first. */
function document(context: Context): Element {
  const { record, file, sha256, bytes, words } = context.source;
  const { published } = record;
  const steps = record.custody.map(({ event, by, when, note }) =>
    x('note', { type: 'custody', subtype: event }, [
      x('p', [
        event,
        ...(by === undefined ? [] : [' by ', name(by, context)]),
        ...(when === undefined ? [] : [', ', date(when)]),
        ...(note === undefined ? [] : [`. ${note}`]),
      ]),
    ]),
  );
  return x('biblFull', { 'xml:id': 'source' }, [
    x(
      'titleStmt',
      [
        x('title', { 'xml:lang': record.language }, record.title),
        record.authors.map((author) => x('author', [author.entity === undefined ? author.name : name(author.entity, context)])),
      ].flat(),
    ),
    x('extent', [
      x('measure', { unit: 'bytes', quantity: bytes }, `${bytes} bytes`),
      ', ',
      x('measure', { unit: 'words', quantity: words }, `${words} words`),
    ]),
    x('publicationStmt', [
      x('publisher', [name(record.outlet, context)]),
      date(published.when),
      record.address && x('idno', { type: 'URI' }, record.address),
      x('idno', { type: 'file' }, file),
      x('idno', { type: 'SHA-256' }, sha256),
    ]),
    x('notesStmt', [x('note', { type: 'dating' }, published.basis), ...steps]),
  ]);
}

/** A claim as a TEI annotation, its parts as notes: what it says, where, and, as far as known, by whom, when, of what place, in figures. */
function annotation(claim: Claim, context: Context): Element {
  const { source, file } = context;
  const blocks = new Set(claim.locators.map(({ block }) => link(file, paths.source(source.id), anchors.block(block))));
  const part = (type: string, ...content: Parameters<typeof x>[2][]) => x('note', { type }, ...content);
  const entities = (type: string, ids: readonly string[]) =>
    ids.length > 0
      ? [
          part(
            type,
            joined(
              ', ',
              ids.map((id) => name(id, context)),
            ),
          ),
        ]
      : [];
  const attributes = {
    'xml:id': teiIds.claim(claim.id),
    'motivation': 'describing',
    'target': [...blocks].join(' '),
    'corresp': link(file, paths.ledger(claim.article), claim.id),
    'source': '#source',
  };
  return x('annotation', attributes, [
    x('note', { type: 'claim', subtype: claim.kind, resp: '#editors' }, claim.says),
    part('locator', locatorsLabel(claim.locators), stretchesOf(claim.locators, source).map(stretch)),
    part('stance', claim.stance),
    part(
      'voice',
      joined(
        ' › ',
        claim.voice.map((step) => voice(step, context)),
      ),
    ),
    ...(claim.when === undefined ? [] : [part('date', date(claim.when))]),
    ...entities('where', claim.where),
    ...entities('who', claim.who),
    ...entities('about', claim.about),
    ...claim.measures.map((one) => part('measure', measure(one))),
  ]);
}

function stretch({ block, start, end }: { block: number; start: number; end: number }): Element {
  return x('bibl', [
    x('citedRange', { unit: 'block', from: block, to: block }),
    x('citedRange', { unit: 'codepoint', from: start, to: end }),
  ]);
}

function voice(step: VoiceStep, context: Context): Element {
  const id = speaker(step);
  const who = id === undefined ? x('rs', step.as) : name(id, context);
  return step.role === undefined ? who : x('seg', [who, ` (${step.role})`]);
}

function measure(one: Measure): Element {
  const { value, unit, atLeast, atMost } = one;
  return x(
    'measure',
    {
      quantity: atLeast || atMost ? undefined : value,
      min: one.min,
      max: one.max,
      atLeast: atLeast ? value : undefined,
      atMost: atMost ? value : undefined,
      unit: unit?.replaceAll(/\s/g, '_'),
      commodity: one.of.replaceAll(/\s/g, '_'),
    },
    measureInWords(one),
  );
}
