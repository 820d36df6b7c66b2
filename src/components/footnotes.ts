/**
 * The notes of a text, generated from its claims, as HTML. Drawn here and not by components: a long account has two
 * hundred notes, and theirs is the markup that its size and a build's time hang on, so it is as lean as HTML allows.
 */
import { sourceOf } from '../corpus/corpus.ts';
import type { Claim, Corpus, Question } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { locatorsLabel } from '../corpus/locators.ts';
import { measureInWords } from '../corpus/measures.ts';
import type { VoiceStep } from '../corpus/schema.ts';
import { speakerName } from '../corpus/voices.ts';
import type { Edition } from '../edition.ts';
import type { RenderedProse } from '../markdown/pipeline.ts';
import { anchors, link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { hue } from './hue.ts';
import { overhang } from './margin.ts';
import { draw, markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** Drawn notes, and how far they run on below the text where they stand in a wide margin, rem. */
export interface DrawnNotes {
  html: string;
  rest: number;
}

/** Draws the notes of a text: one list for each block that they belong to, so that in a wide margin it can stand beside it. */
export function drawFootnotes(from: SitePath, { corpus, questionsOf }: Edition, { footnotes, extents }: RenderedProse): DrawnNotes {
  const groups = [...Map.groupBy(footnotes, ({ block }) => block)];
  const lengths = new Map<string, number[]>();
  const lists = groups.map(([block, notes]) => {
    const claims = notes.map(({ claim }) => corpus.claims.get(claim)!);
    lengths.set(
      block,
      claims.map((claim) => length(from, claim, corpus, questionsOf.get(claim.id))),
    );
    const items = claims.map((claim, i) => {
      const content = note(from, block, corpus, claim, questionsOf.get(claim.id));
      return markup`<li id=${anchors.footnote(notes[i]!.number)}>${content}</li>`;
    });
    return markup`<ol start=${notes[0]!.number} style=--r:--${block}>${items}</ol>`;
  });
  return { html: draw(lists), rest: overhang(extents, lengths) };
}

/**
 * Way back, locator, kind, voice, figures, date, hedges, the questions that it answers; ids and paths need no quotes. The
 * way leads to the block, whose address all its notes share.
 */
function note(from: SitePath, block: string, corpus: Corpus, claim: Claim, questions: readonly Question[] = []): Markup {
  const source = sourceOf(corpus, claim.article);
  const at = link(from, paths.source(source.id), anchors.block(claim.locators[0]!.block));
  const kind = claim.stance === 'asserted' ? claim.kind : `${claim.kind}, ${claim.stance}`;
  const facts = factsOf(claim);
  const parts = [
    markup`<a href=#${block} aria-label=Back>↩</a>`,
    markup`<a class="at ${hue(source)}" href=${at}>${source.record.siglum} ${locatorsLabel(claim.locators)}</a>`,
    markup`<a href=${link(from, paths.ledger(claim.article), claim.id)}>${kind}</a>`,
    markup`${voiceOf(from, claim, corpus).map((step, i) => {
      const name = speakerName(step, corpus.entities);
      return [i > 0 && ' › ', step.as === undefined ? markup`<b>${name}</b>` : markup`<i>${name}</i>`];
    })}`,
    ...(facts === '' ? [] : [facts]),
    ...questions.map(({ id }, i) => markup`<a href=${link(from, paths.question(id))}>${i === 0 ? 'compare' : i + 1}</a>`),
  ];
  return markup`${parts.flatMap((part, i) => (i === 0 ? [part] : [' ', part]))}`;
}

/**
 * The chain of voices. On the page of its own account it ends before the outlets through which the whole page came, as
 * these stand at its head; where they alone speak, the first is named, and a chain that ends otherwise is told in full.
 */
function voiceOf(from: SitePath, { voice, article }: Claim, corpus: Corpus): readonly VoiceStep[] {
  if (from !== paths.article(article)) return voice;
  const { outlet, republishedBy } = sourceOf(corpus, article).record;
  const usual = republishedBy === undefined ? [outlet] : [outlet, republishedBy];
  const end = voice.length - usual.length;
  const endsAsUsual = usual.every((id, i) => voice[end + i]?.outlet === id);
  return endsAsUsual ? voice.slice(0, Math.max(end, 1)) : voice;
}

/** Figures, date and hedges in one line. */
function factsOf({ measures, when, certainty }: Claim): string {
  return [
    measures.map(measureInWords).join(', '),
    when === undefined ? '' : dateInWords(when),
    certainty.map((word) => `“${word}”`).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** About how many characters wide a note is. */
function length(from: SitePath, claim: Claim, corpus: Corpus, questions: readonly Question[] = []): number {
  const voices = voiceOf(from, claim, corpus).map((step) => speakerName(step, corpus.entities));
  return 24 + factsOf(claim).length + voices.join('').length + 4 * voices.length + (questions.length > 0 ? 6 + 2 * questions.length : 0);
}
