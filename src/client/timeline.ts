/** The timeline: filters that keep figure, list and the address's hash in step, zoom, and a way from mark to mark. */
import { bindForm, formState, writeHash } from './hash-state.ts';
import { drawBand, keepNames, readBands } from './timeline-figure.ts';
import { nameOf, readable } from './timeline-reading.ts';
import { zoomable } from './timeline-zoom.ts';

const form = document.querySelector<HTMLFormElement>('[data-filters]')!;
const status = form.querySelector<HTMLElement>('[data-status]')!;
const figure = document.querySelector<HTMLElement>('[data-timeline]')!;
const list = document.querySelector<HTMLElement>('[data-list]')!;
const bands = readBands(figure);
const reading = readable(figure, bands);

/** So many entries that filters leave are shown at once, without unfolding their years. */
const unfolded = 500;

/** Every entry of the list with its mark, which in a large figure it shares with others. */
const entries = [...list.querySelectorAll<HTMLElement>('li[id]')].map((element) => {
  const toMark = element.querySelector<HTMLAnchorElement>('a[href^="#mark-"]')!;
  const mark = document.getElementById(toMark.hash.slice(1))!;
  return { element, mark, band: mark.closest('[data-band]')!.querySelector('[data-count]')! };
});
const boxes = [...list.querySelectorAll<HTMLElement>('[data-box]')];
const months = [...document.querySelectorAll<HTMLAnchorElement>('[data-months] a')];
const years = [...document.querySelectorAll<HTMLElement>('[data-months] p')];
const shownIn = (box: Element) => box.querySelectorAll('li[id]:not([hidden])').length;

let length = Number(figure.dataset.length);
const inSight = figure.querySelector<HTMLElement>('[data-view]')!;
const redraw = () => {
  for (const band of bands) drawBand(band, length);
  keepNames(bands, inSight);
};
inSight.addEventListener('scroll', () => keepNames(bands, inSight));
const view = zoomable(
  figure,
  (next) => {
    length = next;
    redraw();
  },
  () => {
    const { level, at } = view.state();
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    field('zoom').value = level === 0 ? '' : String(level);
    field('at').value = at ?? '';
    writeHash(formState(form));
  },
);

/** Hides what does not match, in the list and in the figure, and says how much is left. */
function filter(state: URLSearchParams): void {
  const wanted = ['account', 'place', 'actor', 'kind'].flatMap((name) => {
    const value = state.get(name);
    return value === null ? [] : [{ name, value }];
  });
  const inMark = new Map<Element, number>();
  const inBand = new Map<Element, number>();
  for (const { element, mark, band } of entries) {
    element.hidden = !wanted.every(({ name, value }) => element.dataset[name]?.split(' ').includes(value) === true);
    inMark.set(mark, (inMark.get(mark) ?? 0) + Number(!element.hidden));
    inBand.set(band, (inBand.get(band) ?? 0) + Number(!element.hidden && element.dataset.kind !== 'publication'));
  }
  for (const [mark, count] of inMark) {
    mark.toggleAttribute('hidden', count === 0);
    const number = mark.querySelector('[data-number]');
    if (number === null) continue;
    number.textContent = String(count);
    mark.setAttribute('aria-label', nameOf(mark).replace(/^\d+/, String(count)));
  }
  for (const [band, count] of inBand) band.textContent = String(count);
  for (const box of boxes) box.hidden = shownIn(box) === 0;
  for (const month of months) {
    const count = shownIn(document.getElementById(month.hash.slice(1))!);
    month.hidden = count === 0;
    month.querySelector('small')!.textContent = String(count);
  }
  for (const year of years) year.hidden = year.querySelector('a:not([hidden])') === null;
  const shown = shownIn(list);
  if (wanted.length > 0 && shown <= unfolded) for (const year of list.querySelectorAll('details')) year.open = true;
  status.textContent =
    shown === 0
      ? 'Nothing matches these filters together.'
      : `${shown === entries.length ? 'All ' : `${shown} of `}${entries.length} shown.`;
}

bindForm(form, (state) => {
  filter(state);
  redraw();
  reading.refresh();
  view.show(Number(state.get('zoom') ?? 0) || 0, state.get('at') ?? undefined);
});

function go(target: HTMLElement | SVGElement): void {
  target.closest('details')?.setAttribute('open', '');
  target.scrollIntoView({ block: target.matches('li, a') ? 'center' : 'start', inline: 'center' });
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

form.addEventListener('submit', () => {
  go(document.getElementById('list')!);
});

// A link within the page must not take the place of the filters in the hash.
document.querySelector('main')!.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (link === null || event.defaultPrevented || !location.hash.includes('=')) return;
  event.preventDefault();
  go(document.getElementById(link.hash.slice(1))!);
});
