/**
 * `corpus.jsonld`: the corpus as linked data, JSON-LD 1.1 (W3C Recommendation of 2020-07-16) with every term in the file itself.
 * What things are stands in schema.org, where documents come from in PROV-O, how claims stand to each other in CiTO.
 */
import type { Article, Claim, Corpus, Entity, Question } from '../corpus/corpus.ts';
import { sourceOf } from '../corpus/corpus.ts';
import { measureInWords } from '../corpus/measures.ts';
import { claimKind, claimStance } from '../corpus/schema.ts';
import type { EntityType, Measure } from '../corpus/schema.ts';
import { speaker, speakerName } from '../corpus/voices.ts';
import { canonical, linkFromData, paths } from '../urls.ts';
import { dateValue } from './date-values.ts';
import { provenance } from './provenance.ts';

type Node = Record<string, unknown>;

const claimId = ({ id, article }: Claim) => linkFromData(paths.ledger(article), id);
const entityId = (id: string) => linkFromData(paths.entity(id));
const term = (name: string) => `#${name}`;
/** A list, where there is anything in it. */
const some = <Value>(list: readonly Value[]) => (list.length > 0 ? list : undefined);

/**
 * One graph: the site, sources, accounts, entities, claims, questions, and the terms for kinds and stances of claims.
 * Ids are addresses, relative to the file: of pages, of claims in the ledger; of a document file, `urn:sha256:…`.
 * There is no `ClaimReview` in it, as nobody rates a claim here; CiTO stands only where a question's record has `pairs`.
 */
export function corpusGraph(corpus: Corpus): { '@context': Node; '@graph': Node[] } {
  const pairs = pairsOf(corpus);
  return {
    '@context': context(corpus.site.base),
    '@graph': [
      site(corpus),
      ...Array.from(corpus.sources.values(), provenance),
      ...Array.from(corpus.articles.values(), (article) => account(article, corpus)),
      ...Array.from(corpus.entities.values(), (record) => entity(record, corpus)),
      ...Array.from(corpus.claims.values(), (record) => ({ ...claim(record, corpus), ...pairs.get(record.id) })),
      ...Array.from(corpus.questions.values(), (record) => question(record, corpus)),
      ...[...claimKind.options, ...claimStance.options].map((name) => ({ '@id': term(name), '@type': 'DefinedTerm', name })),
    ],
  };
}

/** Text under these is an address. */
const addresses = [
  'about author isBasedOn isPartOf keywords license location publisher sameAs spatialCoverage subjectOf url',
  'appearance prov:hadPrimarySource prov:wasAssociatedWith prov:wasAttributedTo',
  'cito:agreesWith cito:containsAssertionFrom cito:disagreesWith cito:qualifies',
].flatMap((names) => names.split(' '));

function context(base: string | undefined): Node {
  return {
    '@base': canonical(base, paths.dataFile('corpus.jsonld')),
    '@vocab': 'https://schema.org/',
    'prov': 'http://www.w3.org/ns/prov#',
    'cito': 'http://purl.org/spar/cito/',
    'edtf': 'http://id.loc.gov/datatypes/edtf/',
    'xsd': 'http://www.w3.org/2001/XMLSchema#',
    ...Object.fromEntries(addresses.map((name) => [name, { '@type': '@id' }])),
  };
}

function site({ site }: Corpus): Node {
  return {
    '@id': linkFromData(paths.home),
    '@type': 'WebSite',
    'name': site.title,
    'description': site.description,
    'inLanguage': site.language,
    'license': site.licence.address,
    'publisher': { '@type': 'Organization', 'name': site.publisher },
    'about': some(site.subjects.map(entityId)),
  };
}

function account({ id, source, summary }: Article, { site, sources }: Corpus): Node {
  return {
    '@id': linkFromData(paths.article(id)),
    '@type': ['Article', 'prov:Entity'],
    'headline': `Account of “${sources.get(source)!.record.title}”`,
    'abstract': summary,
    'inLanguage': site.language,
    'license': site.licence.address,
    'isPartOf': linkFromData(paths.home),
    'isBasedOn': linkFromData(paths.source(source)),
    'prov:hadPrimarySource': linkFromData(paths.source(source)),
    'cito:containsAssertionFrom': linkFromData(paths.source(source)),
  };
}

const entityTypes: Record<EntityType, string | string[]> = {
  person: 'Person',
  group: 'Organization',
  organisation: 'Organization',
  outlet: 'NewsMediaOrganization',
  place: 'Place',
  event: ['Event', 'prov:Activity'],
  weapon: 'Thing',
  document: 'CreativeWork',
};

function entity({ id, type, name, names, summary, ids, position, ...record }: Entity, corpus: Corpus): Node {
  const others = [
    { propertyID: 'OCHA p-code', value: ids.ocha },
    { propertyID: undefined, value: ids.other },
  ];
  return {
    '@id': entityId(id),
    '@type': entityTypes[type],
    name,
    'alternateName': some(names.filter(({ text }) => text !== name).map(({ text, lang }) => ({ '@language': lang, '@value': text }))),
    'description': summary,
    'disambiguatingDescription': record.disambiguation,
    'sameAs': some([
      ...(ids.wikidata === undefined ? [] : [`http://www.wikidata.org/entity/${ids.wikidata}`]),
      ...(ids.geonames === undefined ? [] : [`https://sws.geonames.org/${ids.geonames}/`]),
    ]),
    'identifier': some(others.filter(({ value }) => value !== undefined).map((other) => ({ '@type': 'PropertyValue', ...other }))),
    // A centre with the radius of what is not known about it, in metres.
    'geo': position && {
      '@type': 'GeoCircle',
      'geoMidpoint': { '@type': 'GeoCoordinates', 'latitude': position.lat, 'longitude': position.lon },
      'geoRadius': position.precision,
    },
    'startDate': dateValue(record.when),
    'location': some(record.where.map(entityId)),
    'prov:wasAssociatedWith': some(record.participants.map(entityId)),
    'subjectOf': some(record.claims.map((id) => claimId(corpus.claims.get(id)!))),
  };
}

function claim(record: Claim, corpus: Corpus): Node {
  const { voice, measures } = record;
  const source = linkFromData(paths.source(sourceOf(corpus, record.article).id));
  const nearest = voice[0] && speaker(voice[0]);
  return {
    '@id': claimId(record),
    '@type': 'Claim',
    'text': record.says,
    'isPartOf': linkFromData(paths.article(record.article)),
    'appearance': source,
    'cito:containsAssertionFrom': source,
    'keywords': [term(record.kind), term(record.stance)],
    'temporalCoverage': dateValue(record.when),
    'spatialCoverage': some(record.where.map(entityId)),
    'about': some([...record.who, ...record.about].map(entityId)),
    'author': nearest && entityId(nearest),
    'creditText': voice.map((step) => speakerName(step, corpus.entities)).join(' › '),
    'prov:wasAttributedTo': some(voice.flatMap((step) => speaker(step) ?? []).map(entityId)),
    'mentions': some(measures.map(figure)),
  };
}

/** A figure; “more than” and “up to” make it an end of a range. */
function figure(measure: Measure): Node {
  const { of, value, unit, atLeast, atMost } = measure;
  return {
    '@type': 'QuantitativeValue',
    'name': of,
    'description': measureInWords(measure),
    'value': atLeast || atMost ? undefined : value,
    'minValue': measure.min ?? (atLeast ? value : undefined),
    'maxValue': measure.max ?? (atMost ? value : undefined),
    'unitText': unit,
  };
}

function question({ id, question, subject, why, answers, ...record }: Question, { claims }: Corpus): Node {
  return {
    '@id': linkFromData(paths.question(id)),
    '@type': 'Question',
    'name': question,
    'genre': subject,
    'abstract': why,
    'isPartOf': linkFromData(paths.home),
    'answerCount': answers.length,
    'suggestedAnswer': answers.map(({ claim, answer }) => ({
      '@type': 'Answer',
      'text': answer,
      'isBasedOn': claimId(claims.get(claim)!),
    })),
    'comment': (['agree', 'conflict', 'incomparable', 'settle'] as const).flatMap((name) =>
      record[name].map((text) => ({ '@type': 'Comment', name, text })),
    ),
  };
}

/** What the records of questions say of pairs of claims, by the id of the first: `cito:disagreesWith` → ids. */
function pairsOf({ questions, claims }: Corpus): Map<string, Record<string, string[]>> {
  const pairs = new Map<string, Record<string, string[]>>();
  for (const pair of [...questions.values()].flatMap((question) => question.pairs)) {
    const own = pairs.get(pair.claim) ?? {};
    pairs.set(pair.claim, own);
    (own[`cito:${pair.relation}`] ??= []).push(claimId(claims.get(pair.with)!));
  }
  return pairs;
}
