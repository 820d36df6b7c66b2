/** Words on screen for the values of closed lists. */
import type { EntityType, RelationType } from './schema.ts';

export const typeLabel: Record<EntityType, { one: string; many: string }> = {
  person: { one: 'person', many: 'People' },
  group: { one: 'group', many: 'Groups' },
  organisation: { one: 'organisation', many: 'Organisations' },
  outlet: { one: 'outlet', many: 'Outlets' },
  place: { one: 'place', many: 'Places' },
  event: { one: 'event', many: 'Events' },
  weapon: { one: 'weapon', many: 'Weapons' },
  document: { one: 'document', many: 'Documents' },
};

/** How a relation reads from its own end, and from the other. */
export const relationLabel: Record<RelationType, { from: string; to: string }> = {
  'renamed-to': { from: 'renamed to', to: 'formerly' },
  'successor-of': { from: 'successor of', to: 'succeeded by' },
  'part-of': { from: 'part of', to: 'has part' },
  'member-of': { from: 'member of', to: 'has member' },
  'leads': { from: 'leads', to: 'led by' },
  'commands': { from: 'commands', to: 'commanded by' },
  'allied-with': { from: 'allied with', to: 'allied with' },
  'fights-against': { from: 'fights against', to: 'fights against' },
  'supports': { from: 'supports', to: 'supported by' },
  'affiliated-with': { from: 'affiliated with', to: 'affiliated with' },
  'located-in': { from: 'located in', to: 'contains' },
  'located-near': { from: 'near', to: 'near' },
  'based-in': { from: 'based in', to: 'base of' },
  'works-for': { from: 'works for', to: 'has on its staff' },
  'publishes': { from: 'publishes', to: 'published by' },
  'not-to-be-confused-with': { from: 'not to be confused with', to: 'not to be confused with' },
};

/** What an entity is: "Group: armed group", "Place". */
export function kindInWords({ type, subtype }: { type: EntityType; subtype?: string | undefined }): string {
  const { one } = typeLabel[type];
  const kind = `${one[0]!.toUpperCase()}${one.slice(1)}`;
  return subtype === undefined ? kind : `${kind}: ${subtype}`;
}
