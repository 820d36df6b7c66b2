/** The network as a graph file: GEXF 1.3 (gexf.net), which Gephi and other tools read. */
import { MultiGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { Corpus } from '../corpus/corpus.ts';
import { groupsOf } from '../network/groups.ts';
import { networkOf } from '../network/ties.ts';

interface Node {
  name: string;
  type: string;
  claims: number;
  community?: number | undefined;
}

interface Edge {
  type: string;
  when?: string | undefined;
  accounts: string;
  evidence: string;
  note?: string | undefined;
  weight: number;
}

/**
 * Every actor and tie. A node has a `type`, the number of its `claims`, and its `community` where it is in a group of
 * three or more; an edge has the relation or `named-together` as `type`, `when` in EDTF, and ids of `accounts` and of
 * claims (`evidence`), separated by spaces. Edges between the same two differ in `kind`, so that no reader merges them.
 */
export function gexf(corpus: Corpus): string {
  const network = networkOf(corpus);
  const community = new Map(groupsOf(network).flatMap((members, i) => members.map((id) => [id, i + 1])));
  const graph = new MultiGraph<Node, Edge>();
  graph.setAttribute('creator', corpus.site.publisher);
  graph.setAttribute('description', `${corpus.site.title}: the network of names. ${corpus.site.licence.name}.`);
  for (const [id, { entity, claims }] of network.actors)
    graph.addNode(id, { name: entity.name, type: entity.type, claims: claims.length, community: community.get(id) });
  for (const [i, { from, to, directed, type, when, told, evidence, note }] of network.ties.entries()) {
    const attributes: Edge = {
      type: type ?? 'named-together',
      when,
      accounts: [...told.keys()].join(' '),
      evidence: evidence.map((claim) => claim.id).join(' '),
      note,
      weight: Math.max(1, evidence.length),
    };
    if (directed) graph.addDirectedEdgeWithKey(`t${i + 1}`, from, to, attributes);
    else graph.addUndirectedEdgeWithKey(`t${i + 1}`, from, to, attributes);
  }
  const text = write(graph, {
    version: '1.3',
    formatNode: (_, attributes) => ({ label: attributes.name, attributes }),
    formatEdge: (_, { weight, ...attributes }) => ({ label: attributes.type, kind: attributes.type, weight, attributes }),
  });
  return `${text}\n`;
}
