/** The small references to records that stand on pages by the thousand; each has a component as well, for pages that have few. */
import { sourceOf } from '../corpus/corpus.ts';
import type { Claim, Corpus, Entity, Source } from '../corpus/corpus.ts';
import { locatorsLabel } from '../corpus/locators.ts';
import type { Locator } from '../corpus/locators.ts';
import type { VoiceStep } from '../corpus/schema.ts';
import { speaker, speakerName } from '../corpus/voices.ts';
import { anchors, link, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { hue } from './hue.ts';
import { limits } from './limits.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** The letter and hue that stand for a source; its title is what a screen reader hears. */
export function siglum(source: Source): Markup {
  return markup`<abbr class="siglum ${hue(source)}" title="${source.record.title}">${source.record.siglum}</abbr>`;
}

/** The title of a source: where it is in another language than the site, with its language, and in its own direction. */
export function sourceTitle({ record, isForeign }: Source): Markup {
  return isForeign ? markup`<bdi lang="${record.language}">${record.title}</bdi>` : markup`${record.title}`;
}

/** The sigla of sources, or how many these are where a reader would only count them. */
export function sigla(sources: readonly Source[], most = limits.sigla): Markup {
  return sources.length <= most ? markup`${sources.map(siglum)}` : markup`<small>${sources.length} accounts</small>`;
}

/** Accounts by their sigla, each a link. */
export function accountLinks(from: SitePath, accounts: readonly { article: string; source: Source }[]): Markup {
  return markup`${accounts.map(({ article, source }) => markup` <a class="at ${hue(source)}" href="${link(from, paths.article(article))}">${source.record.siglum}</a>`)}`;
}

/** Where a source says something, linked to its manifest: `S ¶4 s1`. */
export function locator(from: SitePath, source: Source, locators: readonly Locator[]): Markup {
  const href = link(from, paths.source(source.id), anchors.block(locators[0]!.block));
  return markup`<a class="at ${hue(source)}" href="${href}">${source.record.siglum} ${locatorsLabel(locators)}</a>`;
}

/** A claim as a short link to its record, shown as its place: `V ¶6 s2`. */
export function claimLink(from: SitePath, corpus: Corpus, { id, article, says, locators }: Claim): Markup {
  const source = sourceOf(corpus, article);
  const href = link(from, paths.ledger(article), id);
  return markup`<a class="at ${hue(source)}" href="${href}" title="${says}">${source.record.siglum} ${locatorsLabel(locators)}</a>`;
}

/**
 * An attribution chain, nearest speaker first; an anonymous or missing speaker (`<i>`) has a dashed edge. `full`: with the
 * part that each step played, and links to the speakers.
 */
export function voice(from: SitePath, { entities }: Corpus, steps: readonly VoiceStep[], full = false): Markup {
  return markup`<span class="voice">${steps.map((step, i) => {
    const entity = full ? entities.get(speaker(step) ?? '') : undefined;
    const name = speakerName(step, entities);
    const content = [
      entity === undefined ? name : markup`<a href="${link(from, paths.entity(entity.id))}">${name}</a>`,
      full && step.role !== undefined && `, ${step.role}`,
    ];
    return [i > 0 && ' › ', step.as === undefined ? markup`<span>${content}</span>` : markup`<i>${content}</i>`];
  })}</span>`;
}

/** Entities as a line of links. */
export function entityList(from: SitePath, entities: readonly Entity[]): Markup {
  const items = entities.map(({ id, name }) => markup`<li><a href="${link(from, paths.entity(id))}">${name}</a></li>`);
  return markup`<ul class="inline">${items}</ul>`;
}
