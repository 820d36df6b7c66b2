/** How each account names and describes an entity: what stands at the head of its page and in its preview. */
import type { Claim, Entity, Source } from './corpus/corpus.ts';
import { sourceOf } from './corpus/corpus.ts';
import type { Edition } from './edition.ts';

/** What one account has of an entity. */
export interface Naming {
  /** Id of the account. */
  article: string;
  source: Source;
  /** The entity's own part in the document, where it published or wrote it. */
  part?: string | undefined;
  /** The spellings that the document uses, each with the blocks that have it. */
  names: readonly { text: string; lang: string; blocks: readonly number[] }[];
  /** Blocks of our account that name it; our editorial notes are not counted. */
  mentions: number;
  /** Claims that concern it or that it speaks in. */
  claims: number;
  /** As whom the document quotes it: "spokesman". */
  roles: readonly string[];
  /** The claim that shows best what the account says of it. */
  description?: Claim | undefined;
}

export interface Namings {
  /** Accounts that have something of the entity, in order of publication. */
  rows: readonly Naming[];
  /** The other accounts. */
  silent: readonly Source[];
}

/** Every account's naming of an entity. */
export function namings(edition: Edition, id: string): Namings {
  const { corpus, claimsOf, mentionsOf } = edition;
  const entity = corpus.entities.get(id)!;
  const claimsIn = Map.groupBy(claimsOf.get(id) ?? [], ({ article }) => article);
  const mentionsIn = Map.groupBy(mentionsOf.get(id) ?? [], ({ article }) => article);
  const rank = ranking(edition, entity);
  const all = [...corpus.articles.keys()].map((article): Naming => {
    const source = sourceOf(corpus, article);
    const claims = claimsIn.get(article) ?? [];
    return {
      article,
      source,
      part: partIn(source, id),
      names: namesIn(entity, source),
      mentions: (mentionsIn.get(article) ?? []).filter(({ note }) => !note).length,
      claims: claims.length,
      roles: rolesIn(claims, id),
      description: describing(entity, claims, rank),
    };
  });
  const says = ({ part, names, mentions, claims }: Naming) => part !== undefined || names.length + mentions + claims > 0;
  return { rows: all.filter(says), silent: all.filter((row) => !says(row)).map(({ source }) => source) };
}

function partIn({ record }: Source, id: string): string | undefined {
  if (record.authors.some(({ entity }) => entity === id)) return 'wrote the account';
  if (record.republishedBy === id) return 'republished the account';
  return record.outlet === id ? 'published the account' : undefined;
}

function namesIn({ names }: Entity, source: Source): Naming['names'] {
  return names.flatMap(({ text, lang, in: places }) => {
    const blocks = places.filter((place) => place.startsWith(`${source.id} `)).map((place) => Number(place.split(' ')[1]));
    return blocks.length === 0 ? [] : [{ text, lang, blocks }];
  });
}

function rolesIn(claims: readonly Claim[], id: string): string[] {
  const steps = claims.flatMap(({ voice }) => voice.filter(({ person, organisation }) => (person ?? organisation) === id));
  return [...new Set(steps.flatMap(({ role }) => role ?? []))];
}

/** The claim that shows best what an account says of an entity; among equals the first in the document. */
function describing(entity: Entity, claims: readonly Claim[], rank: (claim: Claim) => number): Claim | undefined {
  return claims
    .filter(({ id, who, where, about }) => [...who, ...where, ...about].includes(entity.id) || entity.claims.includes(id))
    .toSorted((a, b) => rank(b) - rank(a))[0];
}

/**
 * How well a claim shows what is said of an entity. First come those that our record of it rests on: evidence of a
 * relation before footnotes of its description, and what tells how forces are organised before both. Among equals those
 * that name it.
 */
function ranking({ relationsOf, descriptions }: Edition, entity: Entity): (claim: Claim) => number {
  const evidence = new Set(relationsOf.get(entity.id)?.flatMap((relation) => relation.evidence));
  const cited = new Set(descriptions.get(entity.id)!.footnotes.map(({ claim }) => claim));
  const names = [entity.name, ...entity.names.map(({ text }) => text)];
  return ({ id, kind, says }) => {
    const basis = evidence.has(id) ? 2 : cited.has(id) ? 1 : 0;
    return basis + (basis > 0 && kind === 'organisation' ? 2 : 0) + (names.some((name) => says.includes(name)) ? 0.5 : 0);
  };
}

/** "3 mentions, 5 claims", after the part that the entity has in the document itself: "published the account, 2 claims". */
export function countsInWords({ mentions, claims, part }: Naming): string {
  const count = (n: number, what: string) => (n === 0 ? [] : [`${n} ${n === 1 ? what : `${what}s`}`]);
  return [...(part === undefined ? [] : [part]), ...count(mentions, 'mention'), ...count(claims, 'claim')].join(', ');
}
