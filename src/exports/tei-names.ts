/** How TEI P5 names things: ids of a file's own, and elements for names of entities and for dates. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Entity } from '../corpus/corpus.ts';
import type { EntityType } from '../corpus/schema.ts';

/** Ids in a file besides those that the account’s page has; that page has none with a point in it. */
export const teiIds = {
  entity: (id: string) => `entity.${id}`,
  claim: (id: string) => `claim.${id}`,
  section: (id: string) => `section.${id}`,
};

/** The element that holds a name of such an entity, `name` with a type where TEI has none that may stand in any text. */
export const nameElement: Record<EntityType, string> = {
  person: 'persName',
  group: 'orgName',
  organisation: 'orgName',
  outlet: 'orgName',
  place: 'placeName',
  event: 'name',
  weapon: 'name',
  document: 'name',
};

/** An entity's name in a text: `<placeName ref="#entity.vell">Vell</placeName>`. */
export function named({ id, type, name }: Entity, content: string[] = [name]): Element {
  const element = nameElement[type];
  return x(element, { type: element === 'name' ? type : undefined, ref: `#${teiIds.entity(id)}` }, content);
}
