/** The one preview that is shown: its box on the page, beside its link or as a sheet at the bottom. */
import { addStyle } from './add-style.ts';
import { place } from './placement.ts';
import { drawPreview } from './preview-box.ts';
import { root } from './preview-data.ts';
import type { Preview } from './preview-record.ts';
import style from './preview.css?inline';

/** What made a preview open. */
export type Cause = 'pointer' | 'focus' | 'tap';

export interface Shown {
  link: HTMLAnchorElement;
  box: HTMLElement;
  cause: Cause;
  /** How far down the window the pointer was. */
  pointerY: number;
  /** Is it a sheet at the bottom? */
  sheet: boolean;
  /** The footnote on the same claim, in the margin or at the end. */
  note: Element | null;
  /** The link's own title, which the browser would show over the box. */
  title: string;
}

export let shown: Shown | undefined;

const narrow = matchMedia('(width < 40rem)');

/** Is this within the box that is shown? */
export function isInside(target: EventTarget | null): boolean {
  return shown !== undefined && target instanceof Node && shown.box.contains(target);
}

/** Shows a link’s preview in place of any other; `pointerY`, how far down the window, tells which line of a long link is meant. */
export function show(link: HTMLAnchorElement, preview: Preview, cause: Cause, pointerY: number): void {
  hide();
  const { claim } = link.dataset;
  // A reference in an account need not lead to itself.
  const here = claim === undefined ? '' : `${location.href.split('#')[0]!}#${claim}`;
  const links = preview.links.filter(([, address]) => root + address !== here);
  const box = drawPreview({ ...preview, links }, root, { address: link.href, words: 'Go to the footnote' });
  const note = claim === undefined ? null : document.querySelector(link.hash);
  shown = { link, box, cause, pointerY, sheet: false, note, title: link.title };
  box.classList.toggle('tapped', cause === 'tap');
  note?.toggleAttribute('data-previewed', true);
  link.removeAttribute('title');
  link.setAttribute('aria-details', box.id);
  document.body.append(box);
  put();
  // What a tap opens is where the reader goes on; pointer and focus stay where they are.
  if (cause === 'tap') box.focus({ preventScroll: true });
}

/** Takes the preview away and leaves link and page as they were. */
export function hide(): void {
  if (shown === undefined) return;
  const { link, box, note, title } = shown;
  shown = undefined;
  box.remove();
  note?.removeAttribute('data-previewed');
  link.removeAttribute('aria-details');
  if (title !== '') link.title = title;
  document.body.style.paddingBlockEnd = '';
}

function put(): void {
  if (shown === undefined) return;
  shown.sheet = narrow.matches;
  shown.box.classList.toggle('sheet', shown.sheet);
  shown.box.removeAttribute('style');
  document.body.style.paddingBlockEnd = '';
  if (shown.sheet) putAtBottom(shown);
  else putBeside(shown);
}

/** At the bottom, with the page moved so that the link stays in view. */
function putAtBottom({ link, box }: Shown): void {
  document.body.style.paddingBlockEnd = `${box.offsetHeight}px`;
  const hidden = link.getBoundingClientRect().bottom + 12 - box.getBoundingClientRect().top;
  if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
}

function putBeside({ link, box, pointerY }: Shown): void {
  const whole = link.getBoundingClientRect();
  const near = [...link.getClientRects()].find(({ top, bottom }) => pointerY >= top && pointerY <= bottom) ?? whole;
  const size = { width: box.offsetWidth, height: box.offsetHeight };
  const prose = link.closest('.prose')?.getBoundingClientRect();
  // Within the text, so that the notes in the margin stay free.
  const column = prose !== undefined && prose.width >= size.width ? prose : { left: 8, right: document.documentElement.clientWidth - 8 };
  const { left, top, maxHeight } = place(whole, near, size, column, innerHeight);
  Object.assign(box.style, { left: `${left + scrollX}px`, top: `${top + scrollY}px`, maxHeight: `${maxHeight}px` });
}

addEventListener('resize', put);
addEventListener(
  'scroll',
  ({ target }) => {
    // A part of the page that scrolls by itself moves the link away from its box.
    if (shown?.sheet === false && target !== document && !isInside(target)) hide();
  },
  true,
);
addStyle(style);
