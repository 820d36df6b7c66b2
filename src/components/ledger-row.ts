import type { Corpus } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { measureInWords } from '../corpus/measures.ts';
import { link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import type { LedgerRow } from './ledger.ts';
import { attribute, markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { locator, voice as drawVoice } from './references.ts';

/** A claim as a row of the ledger, with what the filters ask for. */
export function drawLedgerRow(from: SitePath, corpus: Corpus, { claim, source, voice, entities, years, dateRank }: LedgerRow): Markup {
  const attributes = [
    attribute('id', claim.id),
    attribute('data-account', claim.article),
    attribute('data-kind', claim.kind),
    attribute('data-voice', voice),
    attribute('data-stance', claim.stance),
    attribute('data-entity', entities.join(' ')),
    attribute('data-year', years.join(' ')),
    attribute('data-date', dateRank),
  ];
  const cells = [
    locator(from, source, claim.locators),
    markup`<a href="${link(from, paths.article(claim.article), claim.id)}">${claim.says}</a>`,
    markup`<a href="${link(from, paths.ledger(claim.article), claim.id)}">${claim.kind}</a>`,
    drawVoice(from, corpus, claim.voice.slice(0, 1)),
    [claim.stance, ...claim.certainty.map((word) => `“${word}”`)].join(', '),
    claim.when === undefined ? '' : dateInWords(claim.when),
    claim.measures.map(measureInWords).join('; '),
  ];
  return markup`<tr${attributes}>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}
