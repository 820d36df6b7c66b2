/** What an item of the timeline is called and where it leads. */
import { dateInWords } from '../../corpus/dates.ts';
import { typeLabel } from '../../corpus/labels.ts';
import { locatorsLabel } from '../../corpus/locators.ts';
import type { Item } from '../../timeline/items.ts';
import { link, paths } from '../../urls.ts';
import type { SitePath } from '../../urls.ts';

/** Address of what the item is: a claim in its account, a record's page, an account. */
export function addressOf({ subject }: Item, from: SitePath): string {
  if (subject.is === 'claim') return link(from, paths.article(subject.claim.article), subject.claim.id);
  return link(from, subject.is === 'entity' ? paths.entity(subject.entity.id) : paths.article(subject.article.id));
}

/** One line that says what the item is and when. */
export function nameOf({ subject, date }: Item): string {
  const when = dateInWords(date.when);
  if (subject.is === 'entity') return `${subject.entity.name} (${typeLabel[subject.entity.type].one}), ${when}`;
  const { siglum, title } = subject.source.record;
  if (subject.is === 'publication') return `${siglum} published ${when}: ${title}`;
  return `${siglum} ${locatorsLabel(subject.claim.locators)}, ${when}: ${subject.claim.says}`;
}

/** Id of the item's mark in the figure. */
export function markId({ id }: Item): string {
  return `mark-${id}`;
}

/** A share of the axis as SVG and CSS write it. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(3))}%`;
}
