import type { Corpus } from '../../corpus/corpus.ts';
import { typeLabel } from '../../corpus/labels.ts';
import type { Item } from '../../timeline/items.ts';
import { link, paths } from '../../urls.ts';
import type { SitePath } from '../../urls.ts';
import { attribute, markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { claimLink, locator, siglum, voice } from '../references.ts';
import { addressOf } from './item.ts';

/** An item of the timeline in the list, with what the filters ask for in its data; `mark` is the id of its mark in the figure. */
export function drawEntry(from: SitePath, corpus: Corpus, item: Item, mark: string): Markup {
  const { id, accounts, places, actors, kind } = item;
  const listed = (ids: readonly string[]) => (ids.length === 0 ? undefined : ids.join(' '));
  const attributes = [
    attribute('id', id),
    attribute('data-account', listed(accounts)),
    attribute('data-kind', kind),
    attribute('data-place', listed(places)),
    attribute('data-actor', listed(actors)),
  ];
  const inFigure = markup`<a href="#${mark}">in the figure</a>`;
  return markup`<li${attributes}>${contentOf(from, corpus, item, inFigure)}</li>`;
}

function contentOf(from: SitePath, corpus: Corpus, item: Item, inFigure: Markup): Markup[] {
  const { subject, kind } = item;
  const said = (content: Markup | string) => markup`<a class="said" href="${addressOf(item, from)}">${content}</a>`;
  if (subject.is === 'entity') {
    const { entity, claims } = subject;
    const told = claims.length > 0 && [' · told in', ...claims.map((claim) => markup` ${claimLink(from, corpus, claim)}`)];
    return [
      markup`<p>${said(markup`<b>${entity.name}</b>`)} ${entity.summary}</p>`,
      markup`<p class="meta">${typeLabel[entity.type].one}${told} · ${inFigure}</p>`,
    ];
  }
  if (subject.is === 'publication') {
    const { source } = subject;
    return [
      markup`<p>${siglum(source)} The account ${said(source.record.title)} was published.</p>`,
      markup`<p class="meta">publication · ${inFigure}</p>`,
      ...dating(source.record.published.basis),
    ];
  }
  const { claim, source } = subject;
  const stance = claim.stance === 'asserted' ? kind : `${kind}, ${claim.stance}`;
  const record = markup`<a href="${link(from, paths.ledger(claim.article), claim.id)}">${stance}</a>`;
  return [
    markup`<p>${locator(from, source, claim.locators)} ${said(claim.says)}</p>`,
    markup`<p class="meta">${record} · ${voice(from, corpus, claim.voice)} · ${inFigure}</p>`,
    ...dating(claim.printed && `printed “${claim.printed}”`, claim.basis),
  ];
}

/** A line that says how a date is known. */
function dating(...words: readonly (string | undefined)[]): Markup[] {
  const known = words.filter((part) => part).join('; ');
  return known === '' ? [] : [markup`<p class="meta">Date: ${known}</p>`];
}
