/** Who is tied to whom, as relation records and claims say: what the network page draws and the GEXF file holds. */
import type { Claim, Corpus, Entity } from '../corpus/corpus.ts';
import { compare } from '../corpus/problems.ts';
import type { RelationType } from '../corpus/schema.ts';

/** In the order in which they are drawn: the weakest lies lowest. */
export const tieKinds = ['together', 'with', 'within', 'against', 'renamed'] as const;

/**
 * `with`, `within`, `against`, `renamed`: relation records of acting together, of belonging or leading, of fighting, of
 * a change of name. `together`: claims in which both act or are concerned, whatever the claims say of them.
 */
export type TieKind = (typeof tieKinds)[number];

/** The kind of tie that a relation makes; none where it does not say how two actors stand to each other. */
const kindOf: Record<RelationType, Exclude<TieKind, 'together'> | undefined> = {
  'allied-with': 'with',
  'supports': 'with',
  'affiliated-with': 'with',
  'part-of': 'within',
  'member-of': 'within',
  'leads': 'within',
  'commands': 'within',
  'works-for': 'within',
  'fights-against': 'against',
  'renamed-to': 'renamed',
  'successor-of': 'renamed',
  'located-in': undefined,
  'located-near': undefined,
  'based-in': undefined,
  'publishes': undefined,
  'not-to-be-confused-with': undefined,
};

/** Relations that read the same from both ends. */
const mutual: ReadonlySet<string | undefined> = new Set(['allied-with', 'affiliated-with', 'fights-against', undefined]);

export interface Tie {
  kind: TieKind;
  /** The relation, which reads from `from` to `to`; none where the two are only named together. */
  type: RelationType | undefined;
  /** Ids of the two actors. */
  from: string;
  to: string;
  /** Does it read differently from the other end? */
  directed: boolean;
  /** When a relation held, EDTF level 1. */
  when?: string | undefined;
  note?: string | undefined;
  /** The claims that say so, in the corpus’s order; none where a relation is editorial. */
  evidence: readonly Claim[];
  /** How many of them each account makes, by the id of its article, in order of publication. */
  told: ReadonlyMap<string, number>;
}

export interface Actor {
  entity: Entity;
  /** The claims in which it acts or is concerned, in the corpus’s order. */
  claims: readonly Claim[];
  /** How many of them each account makes; none where an account has it only in the evidence of a tie. */
  told: ReadonlyMap<string, number>;
  /** How many ties it has. */
  ties: number;
}

export interface Network {
  /** Everyone who could be tied, by id, in order of id. */
  actors: ReadonlyMap<string, Actor>;
  /** In order of kind, then of the ids of their ends. */
  ties: readonly Tie[];
}

/** Types that act by nature; a place or an outlet is an actor only where a claim has it act. */
const acting: ReadonlySet<string> = new Set(['person', 'group', 'organisation']);

/** Every page’s frame asks whether there are ties. */
const known = new WeakMap<Corpus, Network>();

/** The actors of a corpus and the ties between them; the same for the same records in whatever order. */
export function networkOf(corpus: Corpus): Network {
  const network = known.get(corpus) ?? buildNetwork(corpus);
  known.set(corpus, network);
  return network;
}

function buildNetwork({ entities, claims, articles }: Corpus): Network {
  const claimsOf = new Map<string, Claim[]>();
  for (const claim of claims.values()) for (const id of new Set(claim.who)) append(claimsOf, id, claim);
  const isActor = (id: string) => claimsOf.has(id) || acting.has(entities.get(id)!.type);
  const count = (own: readonly Claim[], more: readonly Claim[] = []) => {
    const counts = Map.groupBy(own, ({ article }) => article);
    const tellers = new Set([...own, ...more].map(({ article }) => article));
    return new Map([...articles.keys()].filter((id) => tellers.has(id)).map((id) => [id, counts.get(id)?.length ?? 0]));
  };

  const ties = [...pairs(claims.values()), ...relations(entities, claims)]
    .filter(({ from, to }) => from !== to && isActor(from) && isActor(to))
    .map((tie): Tie => ({ ...tie, directed: !mutual.has(tie.type), told: count(tie.evidence) }))
    .sort(inOrder);
  const tiesOf = new Map<string, Tie[]>();
  for (const tie of ties) for (const id of [tie.from, tie.to]) append(tiesOf, id, tie);

  const actors = [...entities.values()]
    .filter(({ id }) => isActor(id))
    .sort((a, b) => compare(a.id, b.id))
    .map((entity): [string, Actor] => {
      const [own, tied] = [claimsOf.get(entity.id) ?? [], tiesOf.get(entity.id) ?? []];
      const evidence = tied.flatMap((tie) => tie.evidence);
      return [entity.id, { entity, claims: own, told: count(own, evidence), ties: tied.length }];
    });
  return { actors: new Map(actors), ties };
}

type Untold = Omit<Tie, 'told' | 'directed'>;

function inOrder(a: Tie, b: Tie): number {
  const key = ({ from, to, type, when }: Tie) => [from, to, type, when].join(' ');
  return tieKinds.indexOf(a.kind) - tieKinds.indexOf(b.kind) || compare(key(a), key(b));
}

function append<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function pairs(claims: Iterable<Claim>): Untold[] {
  const told = new Map<string, Claim[]>();
  for (const claim of claims) {
    const who = [...new Set(claim.who)].sort(compare);
    for (const [i, one] of who.entries()) for (const other of who.slice(i + 1)) append(told, `${one} ${other}`, claim);
  }
  return [...told].map(([pair, evidence]) => {
    const [from = '', to = ''] = pair.split(' ');
    return { kind: 'together', type: undefined, from, to, evidence };
  });
}

function relations(entities: Corpus['entities'], claims: Corpus['claims']): Untold[] {
  const order = new Map([...claims.keys()].map((id, i) => [id, i]));
  return [...entities.values()].flatMap(({ id, relations }) =>
    relations.flatMap(({ type, to, evidence, ...rest }) => {
      const kind = kindOf[type];
      if (kind === undefined) return [];
      const told = [...new Set(evidence)].sort((a, b) => order.get(a)! - order.get(b)!).map((claim) => claims.get(claim)!);
      return { ...rest, kind, type, from: id, to, evidence: told };
    }),
  );
}
