/** By what the timeline can be filtered. */
import type { Corpus, Entity } from '../corpus/corpus.ts';
import { typeLabel } from '../corpus/labels.ts';
import { claimKind, entityType } from '../corpus/schema.ts';
import type { Item, ItemKind } from './items.ts';

/** Values that occur under one heading, each with the number of items that have it. */
export interface Facet {
  /** Field of the form and of the hash. */
  name: 'account' | 'place' | 'actor' | 'kind';
  groups: { label?: string; options: { value: string; label: string; count: number }[] }[];
}

/**
 * Accounts in order of publication, places and actors in the order of `entities`, kinds of records before kinds of
 * claims; what does not occur is left out.
 */
export function facets(items: readonly Item[], { articles, sources }: Corpus, entities: readonly Entity[]): Facet[] {
  const accounts = [...articles.values()].map(({ id, source }) => {
    const { siglum, title } = sources.get(source)!.record;
    return { value: id, label: `${siglum} ${title}` };
  });
  const names = entities.map(({ id, name }) => ({ value: id, label: name }));
  const records = recordKinds.map(([value, label]) => ({ value, label }));
  const claims = claimKind.options.map((value) => ({ value, label: value }));
  const kindOf = ({ kind }: Item) => [kind];
  const facet = (name: Facet['name'], groups: Facet['groups']): Facet => ({
    name,
    groups: groups.filter(({ options }) => options.length > 0),
  });
  const all = [
    facet('account', [{ options: counted(items, (item) => item.accounts, accounts) }]),
    facet('place', [{ options: counted(items, (item) => item.places, names) }]),
    facet('actor', [{ options: counted(items, (item) => item.actors, names) }]),
    facet('kind', [
      { label: 'Records', options: counted(items, kindOf, records) },
      { label: 'Claims', options: counted(items, kindOf, claims) },
    ]),
  ];
  return all.filter(({ groups }) => groups.length > 0);
}

const recordKinds: readonly [ItemKind, string][] = [
  ...entityType.options.map((type): [ItemKind, string] => [`entity-${type}`, typeLabel[type].many.toLowerCase()]),
  ['publication', 'publications'],
];

interface Choice {
  value: string;
  label: string;
}

/** The choices that occur, in their order. */
function counted(
  items: readonly Item[],
  of: (item: Item) => readonly string[],
  choices: readonly Choice[],
): (Choice & { count: number })[] {
  const counts = new Map<string, number>();
  for (const value of items.flatMap((item) => [...new Set(of(item))])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return choices.flatMap((choice) => (counts.has(choice.value) ? [{ ...choice, count: counts.get(choice.value)! }] : []));
}
