/** Groups of names that are told of together more than with others: a finding about the telling, not about sides. */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { compare } from '../corpus/problems.ts';
import type { Network, Tie } from './ties.ts';

/**
 * How much a tie binds. A relation counts one; of a claim that names many, each pair gets the less the more there are
 * (Newman, Phys. Rev. E 64, 016132, 2001), so that a list does not weigh more than a story.
 */
export function weightOf({ kind, evidence }: Tie): number {
  if (kind !== 'together') return 1;
  return evidence.reduce((sum, { who }) => sum + 1 / (new Set(who).size - 1), 0);
}

/**
 * Ids of the members of each group of three or more, by the Louvain method over the ties that an account tells: largest
 * group first, in it the name with most claims first.
 */
export function groupsOf({ actors, ties }: Network): string[][] {
  const evident = ties.filter(({ told }) => told.size > 0);
  const graph = new UndirectedGraph<object, { weight: number }>();
  const tied = new Set(evident.flatMap(({ from, to }) => [from, to]));
  for (const id of actors.keys()) if (tied.has(id)) graph.addNode(id);
  for (const tie of evident) graph.updateUndirectedEdge(tie.from, tie.to, ({ weight = 0 }) => ({ weight: weight + weightOf(tie) }));
  const communities = louvain(graph, { rng: () => 0.5 });
  const claims = (id: string) => actors.get(id)!.claims.length;
  return [...Map.groupBy(graph.nodes(), (id) => communities[id])]
    .map(([, members]) => members.sort((a, b) => claims(b) - claims(a) || compare(a, b)))
    .filter(({ length }) => length > 2)
    .sort((a, b) => b.length - a.length || compare(a[0]!, b[0]!));
}
