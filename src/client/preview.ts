/**
 * Previews of links: at rest of the pointer, at rest of the keyboard's focus, at the first tap. One at a time; it stays
 * while the pointer or the focus is on its link or in it (WCAG 1.4.13), Esc closes it, and on narrow windows it is a
 * sheet at the bottom. Loaded by `reader.ts` when a reader first comes upon a link. Where a preview cannot be had, the
 * link is a link.
 */
import { previewOf, targetOf } from './preview-data.ts';
import type { Preview } from './preview-record.ts';
import { hide, isInside, show, shown } from './preview-shown.ts';
import type { Cause, Shown } from './preview-shown.ts';

/** Milliseconds of rest before one opens: quick for a pointer, slower for a focus on its way from link to link. */
const delay = { pointer: 250, focus: 400 };
/** Milliseconds that a pointer may be off both link and box, to cross the gap between them. */
const grace = 300;
/** A tap waits no longer than this, ms, for what it should show. */
const patience = 4000;

/** The link whose preview is on its way, and the timer of its delay. */
let wanted: HTMLAnchorElement | undefined;
let opening: ReturnType<typeof setTimeout> | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;
/** The link whose preview the reader has just closed; it stays closed until pointer and focus have left. */
let dismissed: HTMLAnchorElement | undefined;
/** How far down the window the pointer last was, what kind it is, and whether it was pressed inside the box. */
let pointerY = -1;
let pointer = '';
let pressedInside = false;
/** Set while a link is followed that has no preview to show. */
let following = false;

/** Links in drawings are left out: each drawing tells of its marks itself. */
const links = 'main a[href]:not(svg *)';
const linkAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLAnchorElement>(links) : null);

/** Opens a link's preview after a rest; a link without one changes nothing. */
function want(link: HTMLAnchorElement, cause: 'pointer' | 'focus'): void {
  unwant();
  const target = link === dismissed ? undefined : targetOf(link);
  if (target === undefined) return;
  wanted = link;
  opening = setTimeout(() => {
    void previewOf(target).then((preview) => {
      if (wanted === link && preview !== undefined) open(link, preview, cause);
    });
  }, delay[cause]);
}

function unwant(): void {
  clearTimeout(opening);
  wanted = undefined;
}

function open(link: HTMLAnchorElement, preview: Preview, cause: Cause): void {
  clearTimeout(closing);
  unwant();
  show(link, preview, cause, pointerY);
}

/** Closes at the reader's wish; a focus inside goes back to the link. */
function dismiss(): void {
  const link = shown?.link;
  const inside = isInside(document.activeElement);
  unwant();
  hide();
  dismissed = link;
  if (inside) link?.focus({ preventScroll: true });
}

/** The pointer has come over something, or (`null`) has left the page. */
function pointerOver(target: EventTarget | null): void {
  const link = linkAt(target);
  if (link !== dismissed) dismissed = undefined;
  if (shown !== undefined && (link === shown.link || isInside(target))) {
    clearTimeout(closing);
    unwant();
    return;
  }
  if (link !== null && link === wanted) return;
  unwant();
  clearTimeout(closing);
  if (shown?.cause === 'pointer' && !shown.sheet && !isInside(document.activeElement)) closing = setTimeout(hide, grace);
  if (link !== null) want(link, 'pointer');
}

addEventListener('pointerover', ({ target, pointerType, clientY }) => {
  pointerY = clientY;
  if (pointerType !== 'touch') pointerOver(target);
});
document.documentElement.addEventListener('pointerleave', ({ pointerType }) => {
  if (pointerType !== 'touch') pointerOver(null);
});

addEventListener('focusin', ({ target }) => {
  if (isInside(target)) return;
  const link = linkAt(target);
  if (link !== shown?.link) hide();
  if (link !== dismissed) dismissed = undefined;
  if (link?.matches(':focus-visible') === true && link !== shown?.link) want(link, 'focus');
});

addEventListener('focusout', ({ target }) => {
  if (target === wanted) unwant();
  if (target === dismissed) dismissed = undefined;
});

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') unwant();
  if (shown === undefined) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    dismiss();
  } else if (event.key === 'Tab') moveFocus(event, shown);
});

/** Tab leads from the link into its preview and from there on along the page, as if the box stood after the link. */
function moveFocus(event: KeyboardEvent, { link, box }: Shown): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button, a')].filter((stop) => stop.checkVisibility());
  const at = document.activeElement;
  if (at === link && !event.shiftKey) {
    event.preventDefault();
    stops[0]?.focus();
  } else if (event.shiftKey && (at === stops[0] || at === box)) {
    event.preventDefault();
    link.focus();
  } else if (!event.shiftKey && at === stops.at(-1)) link.focus();
}

addEventListener('pointerdown', ({ target, pointerType }) => {
  pointer = pointerType;
  pressedInside = isInside(target);
});
// Not at the press: a finger that scrolls the page would close it.
addEventListener('pointerup', ({ target }) => {
  if (!pressedInside && !isInside(target) && linkAt(target) !== shown?.link) hide();
});

addEventListener('click', (event) => {
  if (event.defaultPrevented) return;
  if (isInside(event.target)) {
    // After the browser has followed a link in it, which may lead to a place on this page.
    if (event.target instanceof HTMLAnchorElement) setTimeout(hide);
    else if (event.target instanceof HTMLButtonElement) dismiss();
    return;
  }
  const link = linkAt(event.target);
  if (link === null) return;
  unwant();
  // Not every browser gives a click the kind of its pointer.
  const kind = (event as Partial<PointerEvent>).pointerType ?? pointer;
  const target = kind !== 'touch' || following || link === shown?.link ? undefined : targetOf(link);
  if (target === undefined) {
    hide();
    return;
  }
  event.preventDefault();
  wanted = link;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  void Promise.race([previewOf(target), late]).then((preview) => {
    if (wanted !== link) return;
    if (preview !== undefined) open(link, preview, 'tap');
    else follow(link);
  });
});

function follow(link: HTMLAnchorElement): void {
  following = true;
  link.click();
  following = false;
}

// What the reader was on when this script was asked for.
const focused = document.querySelector<HTMLAnchorElement>(`${links}:focus-visible`);
const hovered = matchMedia('(hover: hover)').matches ? document.querySelector(`${links}:hover`) : null;
if (hovered !== null) pointerOver(hovered);
else if (focused !== null) want(focused, 'focus');
