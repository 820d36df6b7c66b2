import type { Corpus, Source } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { isRightToLeft } from '../corpus/languages.ts';
import { countsInWords } from '../namings.ts';
import type { Naming } from '../namings.ts';
import type { SitePath } from '../urls.ts';
import { attribute, markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { claimLink, locator, siglum, voice } from './references.ts';

/** What one account has of an entity, as a row: its spellings, how often, and what it says of it. */
export function drawNaming(from: SitePath, corpus: Corpus, row: Naming): Markup {
  const { source, names, roles, description: claim } = row;
  const spellings =
    names.length === 0
      ? markup`<i>not by name</i>`
      : names.map((name, i) => markup`<span>${i > 0 && ' · '}${spelling(from, source, name)}</span>`);
  const facts = [dateInWords(source.record.published.when), countsInWords(row)].filter((fact) => fact !== '');
  const counts = markup`<small>${facts.join(' · ')}</small>`;
  const said =
    claim !== undefined &&
    markup`<p>${claim.says} ${claimLink(from, corpus, claim)} <small>${voice(from, corpus, claim.voice)}</small></p>`;
  const speaksAs = roles.length > 0 && markup`<p>Speaks as: ${roles.join('; ')}.</p>`;
  return markup`<li>${siglum(source)}<div class="ui"><p>${spellings}</p>${counts}</div><div>${speaksAs}${said}</div></li>`;
}

/** A spelling with its blocks, the first few where they are many: the table of names has all. */
function spelling(from: SitePath, source: Source, { text, lang, blocks }: Naming['names'][number]): Markup {
  const first = blocks.slice(0, blocks.length > 4 ? 3 : 4).map((block) => ({ block }));
  const name = markup`<b lang="${lang}"${attribute('dir', isRightToLeft(lang) ? 'rtl' : undefined)}>${text}</b>`;
  return markup`${name} ${locator(from, source, first)}${blocks.length > 4 && ` and ${blocks.length - 3} more`}`;
}
