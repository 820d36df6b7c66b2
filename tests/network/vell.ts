/** The small corpus with ties: two guards who fight, a reporter who belongs to one, a paper that a claim has act. */
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { changedCorpus, smallCorpus, swap } from '../small-corpus.ts';

export async function corpusWithTies(): Promise<Corpus> {
  const edits = {
    'claims/gazette-1901.yaml': (text: string) =>
      text
        .replace('who: [northern-guard]', 'who: [northern-guard, harbour-guard]')
        .replace(
          '  about: [granary-fire]\n  measures',
          '  who: [harbour-guard, ada-lind, northern-guard]\n  about: [granary-fire]\n  measures',
        ),
    'claims/post-1901.yaml': (text: string) =>
      text
        .replace('who: [harbour-guard]', 'who: [northern-guard, harbour-guard, harbour-guard]')
        .replace('who: [harbour-guard]\n', 'who: [harbour-guard, harbour-post]\n'),
    'entities/group/harbour-guard.md': swap(
      'names:',
      `relations:
  - { type: fights-against, to: northern-guard, when: 1901-04, evidence: [late-p, bridge-g], note: At the bridge. }
  - { type: based-in, to: vell, evidence: [late-p] }
names:`,
    ),
    'entities/person/ada-lind.md': swap('relations:', 'relations:\n  - { type: member-of, to: northern-guard }'),
  };
  return read(changedCorpus(edits));
}

export const corpusWithoutTies = () => read(smallCorpus);

async function read(content: string): Promise<Corpus> {
  const { corpus, problems } = await buildCorpus(content);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return corpus;
}
