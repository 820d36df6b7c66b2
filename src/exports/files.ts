/** The JSON files of `data/`: the public form of the corpus, which others rely on. */
import { voiceKind } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import { paths } from '../urls.ts';

interface DataFile {
  /** Name without its ending. */
  name: string;
  /** What it holds, one sentence. */
  holds: string;
  /** Its records, in the corpus's own order. */
  records: (edition: Edition) => object[];
}

export const dataFiles: readonly DataFile[] = [
  {
    name: 'articles',
    holds: 'The annotated accounts: title, source, summary, headings, claims, notes.',
    records: ({ corpus, accounts, claimsIn }) =>
      [...corpus.articles.values()].map(({ id, source, summary, uncited }) => ({
        id,
        url: paths.article(id),
        source,
        title: corpus.sources.get(source)!.record.title,
        summary,
        headings: accounts.get(id)!.headings,
        claims: claimsIn.get(id)?.map((claim) => claim.id) ?? [],
        notes: accounts.get(id)!.notes.map(({ anchor, kind }) => ({ anchor, kind })),
        uncited,
      })),
  },
  {
    name: 'entities',
    holds:
      'People, groups, organisations, outlets, places, events, weapons and documents, with names, identifiers, positions and relations.',
    records: ({ corpus }) =>
      [...corpus.entities.values()].map(({ id, type, name, summary, names, prose: _, ...rest }) => ({
        id,
        url: paths.entity(id),
        type,
        name,
        summary,
        names: names.map(({ link: _, ...entry }) => entry),
        ...rest,
      })),
  },
  {
    name: 'claims',
    holds: 'Every statement the sources make, in our words, with locator, date, figures, voice and stance.',
    records: ({ corpus }) =>
      [...corpus.claims.values()].map(({ id, article, locators, place: _, ...claim }) => ({
        id,
        url: `${paths.ledger(article)}#${id}`,
        article,
        block: locators[0]!.block,
        sentence: locators[0]!.sentence,
        locators,
        voiceKind: voiceKind(claim.voice),
        ...claim,
      })),
  },
  {
    name: 'sources',
    holds: 'The original documents: bibliographic record, custody, dating, file name and SHA-256.',
    records: ({ corpus }) =>
      [...corpus.sources.values()].map(({ id, record: { siglum, ...record }, file, sha256, bytes, words, terms }) => ({
        id,
        url: paths.source(id),
        siglum,
        document: { file, sha256, bytes, words },
        terms,
        ...record,
      })),
  },
  {
    name: 'questions',
    holds: 'What several accounts bear on, with the claims that answer it.',
    records: ({ corpus }) => [...corpus.questions.values()].map(({ id, ...question }) => ({ id, url: paths.question(id), ...question })),
  },
  {
    name: 'mentions',
    holds: 'The first occurrence of a name in each block of the accounts, with its sentence.',
    records: ({ mentions }) =>
      mentions.map(({ id, entity, article, paragraph, surface, before, after, claim }) => ({
        id,
        url: `${paths.article(article)}#${paragraph}`,
        entity,
        article,
        paragraph,
        surface,
        sentence: `${before}${surface}${after}`,
        claim,
      })),
  },
];
