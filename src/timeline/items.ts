/** Everything in a corpus that has a date: claims, events (and other dated records), and the publication of each account. */
import type { Article, Claim, Corpus, Entity, Source } from '../corpus/corpus.ts';
import { compareMoments, endsOf, span } from '../corpus/dates.ts';
import type { End } from '../corpus/dates.ts';
import { compare } from '../corpus/problems.ts';
import type { EntityType } from '../corpus/schema.ts';

/** A date as it is drawn. */
export interface Dated {
  /** EDTF level 1. */
  when: string;
  /** First and last moment that it may mean, milliseconds since 1970 (UTC); ±Infinity where open or unknown. */
  from: number;
  to: number;
  start: End;
  end: End;
}

/** What an item is: a claim of some kind, a dated record of some type, the publication of an account. */
export type ItemKind = Claim['kind'] | `entity-${EntityType}` | 'publication';

export type Subject =
  | { is: 'claim'; claim: Claim; source: Source }
  | { is: 'entity'; entity: Entity; claims: readonly Claim[] }
  | { is: 'publication'; article: Article; source: Source };

export interface Item {
  /** Unique in the timeline, and the anchor of the item's entry: `claim-toll`, `entity-siege`, `publication-voa-2016`. */
  id: string;
  date: Dated;
  kind: ItemKind;
  /** Ids of the accounts that it belongs to: for a record those whose claims tell it. */
  accounts: readonly string[];
  /** Ids of entities. */
  places: readonly string[];
  actors: readonly string[];
  subject: Subject;
}

/** All dated items by first, then by last possible moment; what has the same date together: publications, records, claims. */
export function timelineItems({ articles, sources, claims, entities }: Corpus): Item[] {
  const dates = new Map<string, Dated>();
  const dated = (when: string): Dated => {
    const date = dates.get(when) ?? { when, ...span(when), ...endsOf(when) };
    dates.set(when, date);
    return date;
  };
  const items: Item[] = [];
  for (const article of articles.values()) {
    const source = sources.get(article.source)!;
    const subject = { is: 'publication', article, source } as const;
    const date = dated(source.record.published.when);
    items.push({ id: `publication-${article.id}`, date, kind: 'publication', accounts: [article.id], places: [], actors: [], subject });
  }
  for (const entity of entities.values()) {
    if (entity.when === undefined) continue;
    const own = entity.claims.map((id) => claims.get(id)!);
    items.push({
      id: `entity-${entity.id}`,
      date: dated(entity.when),
      kind: `entity-${entity.type}`,
      accounts: [...new Set(own.map(({ article }) => article))],
      places: entity.where,
      actors: entity.participants,
      subject: { is: 'entity', entity, claims: own },
    });
  }
  for (const claim of claims.values()) {
    if (claim.when === undefined) continue;
    const source = sources.get(articles.get(claim.article)!.source)!;
    items.push({
      id: `claim-${claim.id}`,
      date: dated(claim.when),
      kind: claim.kind,
      accounts: [claim.article],
      places: claim.where,
      actors: claim.who,
      subject: { is: 'claim', claim, source },
    });
  }
  return items.sort(({ date: a }, { date: b }) => compareMoments(a.from, b.from) || compareMoments(a.to, b.to) || compare(a.when, b.when));
}

/** How sure a date is as a whole: whatever either end leaves in doubt. */
export function certaintyOf({ start, end }: Dated): 'certain' | 'approximate' | 'uncertain' | 'both' {
  const has = (...kinds: End[]) => kinds.includes(start) || kinds.includes(end);
  const [approximate, uncertain] = [has('approximate', 'both'), has('uncertain', 'both')];
  if (approximate) return uncertain ? 'both' : 'approximate';
  return uncertain ? 'uncertain' : 'certain';
}
