/** What the page that verifies documents loads: an index to tell sources apart, and one record for each source. */
import type { Claim } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import type { Locator } from '../corpus/locators.ts';
import type { Manifest } from '../corpus/schema.ts';
import { sealIndexEntry } from '../corpus/seal-index.ts';
import type { SealIndexEntry } from '../corpus/seal-index.ts';
import { speakerName } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import { link, paths } from '../urls.ts';

/** A source with its seals and what our account says of it; no text of the document. Addresses are from the page that verifies. */
export interface SealedSource {
  siglum: string;
  /** Which of the hues stands for it, from 1. */
  order: number;
  title: string;
  /** When it was published, in words. */
  published: string;
  /** BCP 47 language tag. */
  language: string;
  blocks: Manifest['blocks'];
  /** Address of its record. */
  record: string;
  /** Address of our account of it, where there is one. */
  account?: string;
  /** The claims of the account, in order of the document. */
  claims: readonly SealedClaim[];
}

export interface SealedClaim {
  says: string;
  /** How the nearest speaker puts it. */
  stance: Claim['stance'];
  /** Who speaks, nearest speaker first. */
  voice: readonly string[];
  locators: readonly Locator[];
  /** Address of the paragraph of the account that cites it. */
  account: string;
  /** Address of its record. */
  record: string;
}

/** The index of all sources, in order of publication. */
export function sealIndex({ corpus }: Edition): SealIndexEntry[] {
  return [...corpus.sources.values()].map((source) => sealIndexEntry(source.id, source));
}

/** The record of one source, by its id. */
export function sealedSource({ corpus, claimsIn }: Edition, id: string): SealedSource {
  const { order, blocks, record } = corpus.sources.get(id)!;
  const article = [...corpus.articles.values()].find(({ source }) => source === id);
  const from = paths.verify;
  return {
    siglum: record.siglum,
    order,
    title: record.title,
    published: dateInWords(record.published.when),
    language: record.language,
    blocks,
    record: link(from, paths.source(id)),
    ...(article && { account: link(from, paths.article(article.id)) }),
    claims: (claimsIn.get(article?.id ?? '') ?? []).map(({ id: claim, article, says, stance, voice, locators }) => ({
      says,
      stance,
      voice: voice.map((step) => speakerName(step, corpus.entities)),
      locators,
      account: link(from, paths.article(article), claim),
      record: link(from, paths.ledger(article), claim),
    })),
  };
}
