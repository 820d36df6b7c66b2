/** The CSV files of `data/`: records as flat rows. Columns that a JSON record has as well bear the names of its fields. */
import type { Claim } from '../corpus/corpus.ts';
import { locatorsLabel } from '../corpus/locators.ts';
import { measureInWords } from '../corpus/measures.ts';
import { speakerName, voiceKind } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import { paths } from '../urls.ts';
import { csvLine } from './csv.ts';
import type { Cell } from './csv.ts';

export interface Table {
  /** Name without its ending. */
  name: string;
  /** What a row is, one sentence. */
  holds: string;
  /** The lines of the file, the names of the columns first. */
  lines: (edition: Edition) => string[];
}

/** Several values in one cell. */
const list = (values: readonly string[]) => values.join(' | ');

function table<Row>(
  name: string,
  holds: string,
  rows: (edition: Edition) => Iterable<Row>,
  columns: Record<string, (row: Row, edition: Edition) => Cell>,
): Table {
  const lines = (edition: Edition) => [
    csvLine(Object.keys(columns)),
    ...Array.from(rows(edition), (row) => csvLine(Object.values(columns).map((cell) => cell(row, edition)))),
  ];
  return { name, holds, lines };
}

function voiceInWords({ voice }: Claim, { corpus }: Edition): string {
  const steps = voice.map((step) => {
    const name = speakerName(step, corpus.entities);
    return step.role === undefined ? name : `${name} (${step.role})`;
  });
  return steps.join(' › ');
}

const claims = table('claims', 'One claim a row.', ({ corpus }) => corpus.claims.values(), {
  id: ({ id }) => id,
  url: ({ id, article }) => `${paths.ledger(article)}#${id}`,
  article: ({ article }) => article,
  block: ({ locators }) => locators[0]!.block,
  sentence: ({ locators }) => locators[0]!.sentence,
  locators: ({ locators }) => locatorsLabel(locators),
  says: ({ says }) => says,
  kind: ({ kind }) => kind,
  when: ({ when }) => when,
  printed: ({ printed }) => printed,
  basis: ({ basis }) => basis,
  where: ({ where }) => list(where),
  who: ({ who }) => list(who),
  about: ({ about }) => list(about),
  measures: ({ measures }) => list(measures.map(measureInWords)),
  voiceKind: ({ voice }) => voiceKind(voice),
  voice: voiceInWords,
  stance: ({ stance }) => stance,
  certainty: ({ certainty }) => list(certainty),
});

const measures = table(
  'measures',
  'One figure of a claim a row.',
  ({ corpus }) => [...corpus.claims.values()].flatMap((claim) => claim.measures.map((measure) => ({ claim, measure }))),
  {
    claim: ({ claim }) => claim.id,
    article: ({ claim }) => claim.article,
    kind: ({ claim }) => claim.kind,
    when: ({ claim }) => claim.when,
    of: ({ measure }) => measure.of,
    value: ({ measure }) => measure.value,
    min: ({ measure }) => measure.min,
    max: ({ measure }) => measure.max,
    unit: ({ measure }) => measure.unit,
    approx: ({ measure }) => measure.approx,
    atLeast: ({ measure }) => measure.atLeast,
    atMost: ({ measure }) => measure.atMost,
  },
);

const entities = table('entities', 'One entity a row.', ({ corpus }) => corpus.entities.values(), {
  'id': ({ id }) => id,
  'url': ({ id }) => paths.entity(id),
  'type': ({ type }) => type,
  'subtype': ({ subtype }) => subtype,
  'name': ({ name }) => name,
  'summary': ({ summary }) => summary,
  'names': ({ names }) => list(names.map(({ text }) => text)),
  'ids.wikidata': ({ ids }) => ids.wikidata,
  'ids.geonames': ({ ids }) => ids.geonames,
  'ids.ocha': ({ ids }) => ids.ocha,
  'ids.other': ({ ids }) => ids.other,
  'position.lat': ({ position }) => position?.lat,
  'position.lon': ({ position }) => position?.lon,
  'position.precision': ({ position }) => position?.precision,
  'position.confidence': ({ position }) => position?.confidence,
  'when': ({ when }) => when,
  'where': ({ where }) => list(where),
  'participants': ({ participants }) => list(participants),
  'claims': ({ claims }) => list(claims),
  'relations': ({ relations }) => list(relations.map(({ type, to }) => `${type} ${to}`)),
  'disambiguation': ({ disambiguation }) => disambiguation,
});

const names = table(
  'names',
  'One name of an entity a row, with its language.',
  ({ corpus }) => [...corpus.entities.values()].flatMap((entity) => entity.names.map((name) => ({ entity, name }))),
  {
    entity: ({ entity }) => entity.id,
    type: ({ entity }) => entity.type,
    text: ({ name }) => name.text,
    lang: ({ name }) => name.lang,
    kind: ({ name }) => name.kind,
    in: ({ name }) => list(name.in),
    source: ({ name }) => name.source,
  },
);

const mentions = table('mentions', 'One mention a row.', ({ mentions }) => mentions, {
  id: ({ id }) => id,
  url: ({ article, paragraph }) => `${paths.article(article)}#${paragraph}`,
  entity: ({ entity }) => entity,
  article: ({ article }) => article,
  paragraph: ({ paragraph }) => paragraph,
  surface: ({ surface }) => surface,
  sentence: ({ before, surface, after }) => `${before}${surface}${after}`,
  claim: ({ claim }) => claim,
});

const articles = table('articles', 'One account a row.', ({ corpus }) => corpus.articles.values(), {
  id: ({ id }) => id,
  url: ({ id }) => paths.article(id),
  source: ({ source }) => source,
  title: ({ source }, { corpus }) => corpus.sources.get(source)!.record.title,
  summary: ({ summary }) => summary,
  claims: ({ id }, { claimsIn }) => list(claimsIn.get(id)?.map((claim) => claim.id) ?? []),
});

const sources = table('sources', 'One original document a row.', ({ corpus }) => corpus.sources.values(), {
  'id': ({ id }) => id,
  'url': ({ id }) => paths.source(id),
  'siglum': ({ record }) => record.siglum,
  'document.file': ({ file }) => file,
  'document.sha256': ({ sha256 }) => sha256,
  'document.bytes': ({ bytes }) => bytes,
  'document.words': ({ words }) => words,
  'type': ({ record }) => record.type,
  'title': ({ record }) => record.title,
  'authors': ({ record }) => list(record.authors.map(({ name }) => name)),
  'outlet': ({ record }) => record.outlet,
  'republishedBy': ({ record }) => record.republishedBy,
  'published.when': ({ record }) => record.published.when,
  'published.printed': ({ record }) => record.published.printed,
  'published.basis': ({ record }) => record.published.basis,
  'covers': ({ record }) => record.covers,
  'address': ({ record }) => record.address,
  'language': ({ record }) => record.language,
  'originalLanguage': ({ record }) => record.originalLanguage,
});

const questions = table('questions', 'One question a row.', ({ corpus }) => corpus.questions.values(), {
  id: ({ id }) => id,
  url: ({ id }) => paths.question(id),
  question: ({ question }) => question,
  subject: ({ subject }) => subject,
  why: ({ why }) => why,
  agree: ({ agree }) => list(agree),
  conflict: ({ conflict }) => list(conflict),
  incomparable: ({ incomparable }) => list(incomparable),
  settle: ({ settle }) => list(settle),
});

const answers = table(
  'answers',
  'One answer to a question a row, with the claim that gives it.',
  ({ corpus }) => [...corpus.questions.values()].flatMap((question) => question.answers.map((answer) => ({ question, answer }))),
  {
    question: ({ question }) => question.id,
    claim: ({ answer }) => answer.claim,
    article: ({ answer }, { corpus }) => corpus.claims.get(answer.claim)!.article,
    answer: ({ answer }) => answer.answer,
    measure: ({ answer }, { corpus }) =>
      answer.measure === undefined ? undefined : measureInWords(corpus.claims.get(answer.claim)!.measures[answer.measure]!),
    series: ({ answer }) => answer.series,
  },
);

export const tables: readonly Table[] = [articles, entities, names, claims, measures, sources, questions, answers, mentions];

/** The lines of the table of claims: the ledger exports them as they stand here. */
export const claimLines = claims.lines;
