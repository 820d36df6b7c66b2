/** What search found, as elements. */
import type { Directory } from '../search/directory.ts';
import type { Result } from '../search/merge.ts';
import type { Text } from '../search/lookup.ts';
import { passagesOf } from '../search/passages.ts';
import type { Passage } from '../search/passages.ts';
import { paths } from '../urls.ts';
import { element } from './element.ts';
import { root } from './search-engine.ts';

/** A result as an item of the list: the page, what kind it is, how it was found. */
export function drawResult({ page: [url, kind, , title], named }: Omit<Result, 'text'>, { accounts }: Directory): HTMLLIElement {
  const account = /^(?:articles|sources)\/(.+)\.html$/.exec(url)?.[1];
  const siglum = account === undefined ? undefined : accounts[account]?.[0];
  const link = element('a', { href: root + url }, title);
  link.dataset.result = '';
  link.lang = '';
  const head = element('p', { className: 'head' }, link, element('small', {}, ` ${[kind, siglum].filter(Boolean).join(' ')}`));
  const item = element('li', {}, head);
  if (named !== undefined && named.name !== title) {
    const other = element('bdi', {}, named.name);
    item.append(element('p', { className: 'other' }, 'Matched by another name: ', other));
  }
  return item;
}

/** Adds to the item of a result what only its text knows: its date, its best passages. */
export async function addText(
  item: HTMLLIElement,
  { page: [url], text }: Result,
  content: Text,
  weights: readonly number[],
): Promise<void> {
  const passages = await passagesOf(content, text!.places, weights);
  if (content.meta.date !== undefined) item.querySelector('small')!.append(`, ${content.meta.date}`);
  if (passages.length > 0) item.append(element('ul', {}, ...passages.map((passage) => drawPassage(url, passage))));
}

function drawPassage(page: string, { id, isClaim, words, cut, marks }: Passage): HTMLLIElement {
  const to = isClaim ? paths.ledger(/([^/]+)\.html$/.exec(page)![1]!) : page;
  const link = element('a', { href: `${root}${to}${id === undefined && marks === '' ? '' : `#${id ?? ''}${marks}`}`, dir: 'auto' });
  if (cut.before) link.append('… ');
  for (const [i, { text, isFound }] of words.entries()) link.append(i > 0 ? ' ' : '', isFound ? element('mark', {}, text) : text);
  if (cut.after) link.append(' …');
  return isClaim ? element('li', { className: 'of-claim' }, element('small', {}, 'Claim '), link) : element('li', {}, link);
}
