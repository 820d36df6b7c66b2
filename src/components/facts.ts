/** What a footnote says of its claim in words. */
import type { Claim, Corpus } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { measureInWords } from '../corpus/measures.ts';
import { speaker } from '../corpus/voices.ts';

/** Figures, date and hedges in one line, and the names of the voice's steps. */
export function factsOf({ measures, when, certainty, voice }: Claim, { entities }: Corpus): { facts: string; voices: string[] } {
  const parts = [
    measures.map(measureInWords).join(', '),
    when === undefined ? '' : dateInWords(when),
    certainty.map((word) => `“${word}”`).join(', '),
  ];
  return {
    facts: parts.filter((part) => part !== '').join(' · '),
    voices: voice.map((step) => entities.get(speaker(step) ?? '')?.name ?? step.as!),
  };
}
