/** Where documents come from, in PROV-O (W3C Recommendation of 2013-04-30), for the linked data. */
import type { Source } from '../corpus/corpus.ts';
import type { SourceRecord } from '../corpus/schema.ts';
import { linkFromData, paths } from '../urls.ts';
import { dateValue, typedDate } from './date-values.ts';

const sourceTypes: Record<SourceRecord['type'], string> = {
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  'post-weblog': 'BlogPosting',
  'webpage': 'WebPage',
  'report': 'Report',
  'broadcast': 'CreativeWork',
};

const entity = (id: string) => linkFromData(paths.entity(id));

/**
 * A source as a work of schema.org and an entity of PROV-O. Its file is derived from what each step of its custody left, the
 * last step first, every one with who did it (`prov:wasAttributedTo`) and when (`prov:generatedAtTime`), where that is known.
 */
export function provenance({ id, record, file, sha256, bytes }: Source): Record<string, unknown> {
  const { authors, outlet, published, originalLanguage } = record;
  return {
    '@id': linkFromData(paths.source(id)),
    '@type': [sourceTypes[record.type], 'prov:Entity'],
    'headline': record.title,
    'author':
      authors.length === 0
        ? undefined
        : authors.map((author) => (author.entity === undefined ? { '@type': 'Person', 'name': author.name } : entity(author.entity))),
    'publisher': entity(outlet),
    'datePublished': dateValue(published.when),
    'temporalCoverage': dateValue(record.covers),
    'inLanguage': record.language,
    'translationOfWork': originalLanguage && { '@type': 'CreativeWork', 'inLanguage': originalLanguage },
    'url': record.address,
    'prov:generatedAtTime': typedDate(published.when),
    'prov:wasAttributedTo': [outlet, ...authors.flatMap((author) => author.entity ?? [])].map(entity),
    'encoding': {
      '@id': `urn:sha256:${sha256}`,
      '@type': ['MediaObject', 'prov:Entity'],
      'name': file,
      'encodingFormat': 'text/plain',
      'contentSize': String(bytes),
      sha256,
      'prov:wasDerivedFrom': custody(record),
    },
  };
}

/** The document as each step of its custody left it, the last one outermost. */
function custody({ custody }: SourceRecord): object | undefined {
  return custody.reduce<object | undefined>(
    (earlier, { event, by, when, note }) => ({
      '@type': 'prov:Entity',
      'name': event,
      'description': note,
      'prov:wasAttributedTo': by && entity(by),
      'prov:generatedAtTime': typedDate(when),
      'prov:wasDerivedFrom': earlier,
    }),
    undefined,
  );
}
