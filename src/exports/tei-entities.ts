/** The entities that a TEI file names, as its lists: who, which group, where, what happened, with names and identifiers. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Entity } from '../corpus/corpus.ts';
import { compare } from '../corpus/problems.ts';
import type { EntityType } from '../corpus/schema.ts';
import { link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { teiDate } from './date-values.ts';
import { teiIds } from './tei-names.ts';

/** The list for each type, the element of an entity in it, and that of its name. */
const forms: Record<EntityType, readonly [list: string, entity: string, name: string]> = {
  person: ['listPerson', 'person', 'persName'],
  group: ['listOrg', 'org', 'orgName'],
  organisation: ['listOrg', 'org', 'orgName'],
  outlet: ['listOrg', 'org', 'orgName'],
  place: ['listPlace', 'place', 'placeName'],
  event: ['listEvent', 'event', 'eventName'],
  weapon: ['listObject', 'object', 'objectName'],
  document: ['listBibl', 'bibl', 'title'],
};

/** One list for each sort of entity that there is, entities by id. */
export function entityLists(entities: readonly Entity[], file: SitePath): Element[] {
  const sorted = entities.toSorted((a, b) => compare(a.id, b.id));
  const groups = Map.groupBy(sorted, ({ type }) => forms[type][0]);
  return ['listPerson', 'listOrg', 'listPlace', 'listEvent', 'listObject', 'listBibl'].flatMap((list) => {
    const group = groups.get(list);
    return group === undefined
      ? []
      : [
          x(
            list,
            group.map((entity) => record(entity, file)),
          ),
        ];
  });
}

/** `<place xml:id="entity.vell" corresp="…"><placeName>Vell</placeName><location><geo>59.5 10.25</geo></location>…</place>` */
function record({ id, type, name, names, ids, summary, position, when }: Entity, file: SitePath): Element {
  const [, element, nameElement] = forms[type];
  const others = names.filter(({ text }) => text !== name);
  const all = [x(nameElement, name), ...others.map(({ text, lang }) => x(nameElement, { 'type': 'variant', 'xml:lang': lang }, text))];
  const identifiers = [
    ['Wikidata', ids.wikidata],
    ['GeoNames', ids.geonames],
    ['OCHA', ids.ocha],
    ['other', ids.other],
  ].flatMap(([type, value]) => (value === undefined ? [] : [x('idno', { type }, value)]));
  return x(
    element,
    {
      'xml:id': teiIds.entity(id),
      'type': type === 'person' ? undefined : type,
      'corresp': link(file, paths.entity(id)),
      ...(type === 'event' && when !== undefined && teiDate(when)),
    },
    [
      ...(type === 'weapon' ? [x('objectIdentifier', [...all, ...identifiers])] : all),
      ...(type === 'place' && position ? [x('location', [x('geo', `${position.lat} ${position.lon}`)])] : []),
      ...(type === 'weapon' ? [] : identifiers),
      x('note', { type: 'summary' }, summary),
    ],
  );
}
