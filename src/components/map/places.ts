/** The places of a corpus, each with the map that it is drawn on, or why it is on none. */
import type { Claim, Entity, Source } from '../../corpus/corpus.ts';
import type { Position } from '../../corpus/positions.ts';
import { inAlphabet } from '../../edition.ts';
import type { Edition } from '../../edition.ts';
import type { Point, View } from './view.ts';
import { round } from './view.ts';

/** A position in a drawing. */
export interface Mark extends Point {
  /** Radius of uncertainty, units. */
  radius: number;
  confidence: Position['confidence'];
}

export interface Place {
  entity: Entity;
  /** The map that it is drawn on, and where; without it, `missing` says why. */
  on?: { view: View; mark: Mark };
  missing?: 'no position' | 'outside';
  /** Claims that concern it, by account, in order of publication. */
  claims: readonly { source: Source; claims: readonly Claim[] }[];
  /** How many claims those are. */
  count: number;
  /** Accounts that name it, or make claims that concern it. */
  sources: readonly Source[];
  /** Events that took place there. */
  events: readonly Entity[];
}

/** Every entity of type place, in order of names. */
export function placesOf({ corpus, claimsOf, mentionsOf }: Edition, views: readonly View[]): Place[] {
  const entities = [...corpus.entities.values()];
  const articles = [...corpus.articles.values()].map(({ id, source }) => ({ id, source: corpus.sources.get(source)! }));
  return inAlphabet(entities.filter(({ type }) => type === 'place')).map((entity) => {
    const claims = claimsOf.get(entity.id) ?? [];
    const named = new Set([...claims, ...(mentionsOf.get(entity.id) ?? [])].map(({ article }) => article));
    const claimsIn = Map.groupBy(claims, ({ article }) => article);
    return {
      entity,
      ...locate(entity, views),
      claims: articles.map(({ id, source }) => ({ source, claims: claimsIn.get(id) ?? [] })).filter((account) => account.claims.length > 0),
      count: claims.length,
      sources: articles.filter(({ id }) => named.has(id)).map(({ source }) => source),
      events: entities.filter(({ type, where }) => type === 'event' && where.includes(entity.id)),
    };
  });
}

function locate({ position }: Entity, views: readonly View[]): Pick<Place, 'on' | 'missing'> {
  if (position === undefined) return { missing: 'no position' };
  const view = views.find(({ holds }) => holds(position));
  return view === undefined ? { missing: 'outside' } : { on: { view, mark: markOf(position, view) } };
}

function markOf(position: Position, view: View): Mark {
  return { ...view.project(position), radius: round(view.units(position.precision, position.lat)), confidence: position.confidence };
}

/** A small map of a place, or of where an event took place: the narrowest that holds all of its positions. */
export interface LocatorView {
  view: View;
  marks: readonly Mark[];
  /** Places drawn, in the order of the record. */
  places: readonly Entity[];
}

/** The small map of an entity; there is none without a position, or where no map holds it. */
export function locatorOf(entity: Entity, entities: ReadonlyMap<string, Entity>, views: readonly View[]): LocatorView | undefined {
  const places = (entity.type === 'place' ? [entity] : entity.type === 'event' ? entity.where.map((id) => entities.get(id)!) : []).filter(
    ({ position }) => position !== undefined,
  );
  const view = views.find(({ holds }) => places.every(({ position }) => holds(position!)));
  if (places.length === 0 || view === undefined) return undefined;
  return { view, places, marks: places.map(({ position }) => markOf(position!, view)) };
}
