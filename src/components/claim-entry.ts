import { sourceOf } from '../corpus/corpus.ts';
import type { Claim, Corpus, Question } from '../corpus/corpus.ts';
import { datingInWords } from '../corpus/dates.ts';
import { measureInWords } from '../corpus/measures.ts';
import { link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { entityList, locator, voice } from './references.ts';

/** A claim with all that its record holds, and the questions that it answers, as an item of a list. */
export function drawClaimEntry(from: SitePath, corpus: Corpus, claim: Claim, questions: readonly Question[]): Markup {
  const source = sourceOf(corpus, claim.article);
  const seals = claim.locators
    .map(({ block, sentence }) => {
      const { sentences, length, sha256 } = source.blocks[block - 1]!;
      const stretch = sentence === undefined ? { start: 0, end: length, sha256 } : sentences[sentence - 1]!;
      return `characters ${stretch.start}–${stretch.end} of ¶${block}, SHA-256 ${stretch.sha256.slice(0, 16)}…`;
    })
    .join('; ');
  const entities = [...new Set([...claim.who, ...claim.where, ...claim.about])].map((id) => corpus.entities.get(id)!);
  const date = datingInWords(claim);
  const facts = [
    ...claim.measures.map(measureInWords),
    ...(claim.certainty.length > 0 ? [`hedged: ${claim.certainty.map((word) => `“${word}”`).join(', ')}`] : []),
  ];
  const account = markup`<a class="meta" href="${link(from, paths.article(claim.article), claim.id)}">in the account</a>`;
  const answers = questions.map(
    ({ id, question }) => markup`<li><a href="${link(from, paths.question(id), claim.id)}">${question}</a></li>`,
  );
  const parts = [
    markup`<p>${locator(from, source, claim.locators)} ${claim.says} ${account}</p>`,
    markup`<p class="meta">${[`${claim.kind}, ${claim.stance} · `, voice(from, corpus, claim.voice, true), ...facts.map((fact) => ` · ${fact}`)]}</p>`,
    markup`<dl class="record">${[
      date !== '' && markup`<dt>Date</dt><dd>${date}</dd>`,
      entities.length > 0 && markup`<dt>Names</dt><dd>${entityList(from, entities)}</dd>`,
      answers.length > 0 && markup`<dt>Answers</dt><dd><ul class="inline">${answers}</ul></dd>`,
      markup`<dt>Seal</dt><dd>${seals}</dd>`,
    ]}</dl>`,
  ];
  return markup`<li class="claim" id="${claim.id}">${parts}</li>`;
}
