/** Reading the figure mark by mark: what a mark stands for is said below the figure, and arrow keys lead from mark to mark. */
import { shownLinks } from './timeline-figure.ts';
import type { BandView } from './timeline-figure.ts';

/** How long the pointer rests on a mark before it is read, milliseconds: marks on its way to the line below are passed over. */
const rest = 80;

/** Makes the marks of a figure readable by pointer, finger and keys; `refresh` is to be called when other marks are shown. */
export function readable(figure: HTMLElement, bands: readonly BandView[]): { refresh: () => void } {
  const view = figure.querySelector<HTMLElement>('[data-view]')!;
  const readout = figure.querySelector<HTMLElement>('[data-readout]')!;
  const [text, toList] = [readout.querySelector('span')!, readout.querySelector('a')!];
  const markOf = (event: Event) => (event.target as Element).closest<SVGElement>('a[id]') ?? undefined;
  let current: SVGElement | undefined;

  const read = (mark: SVGElement) => {
    text.textContent = nameOf(mark);
    toList.href = mark.id.replace(/^mark-/, '#');
    readout.hidden = false;
  };
  /** One mark is reached with Tab, the others from there with the arrow keys. */
  const makeCurrent = (mark: SVGElement | undefined) => {
    current?.setAttribute('tabindex', '-1');
    mark?.setAttribute('tabindex', '0');
    current = mark;
  };
  const refresh = () => {
    for (const band of bands) for (const { links } of band.dates) for (const link of links) link.setAttribute('tabindex', '-1');
    const shown = bands.flatMap(({ dates }) => shownLinks(dates));
    makeCurrent(current !== undefined && shown.includes(current) ? current : shown[0]);
    if (current === undefined) readout.hidden = true;
  };

  view.addEventListener('focusin', (event) => {
    const mark = markOf(event);
    if (mark === undefined) return;
    makeCurrent(mark);
    read(mark);
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  view.addEventListener('pointerover', (event) => {
    clearTimeout(resting);
    const mark = markOf(event);
    if (mark !== undefined && event.pointerType === 'mouse') resting = setTimeout(read, rest, mark);
  });
  view.addEventListener('pointerout', () => {
    clearTimeout(resting);
  });
  // A finger covers the mark: the first touch reads it, the second follows it.
  view.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (mark === undefined || event.pointerType !== 'touch' || nameOf(mark) === text.textContent) return;
    event.preventDefault();
    read(mark);
  });
  figure.addEventListener('pointerleave', () => {
    readout.hidden ||= !view.contains(document.activeElement);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') readout.hidden = true;
  });
  view.addEventListener('keydown', (event) => {
    const mark = markOf(event);
    const next = mark && neighbour(mark, event.key, bands);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    next.focus();
  });
  return { refresh };
}

/** The mark to which an arrow key leads: the one before or after, or the one that stands nearest in the band above or below. */
function neighbour(mark: SVGElement, key: string, bands: readonly BandView[]): SVGElement | undefined {
  const rows = bands.map(({ dates }) => shownLinks(dates)).filter((row) => row.length > 0);
  const row = rows.findIndex((links) => links.includes(mark));
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const inOrder = rows.flat();
    return inOrder[inOrder.indexOf(mark) + (key === 'ArrowLeft' ? -1 : 1)] ?? mark;
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const place = (link: SVGElement) => link.getBoundingClientRect().left;
  const distance = (link: SVGElement) => Math.abs(place(link) - place(mark));
  const other = rows[row + (key === 'ArrowUp' ? -1 : 1)] ?? [mark];
  return other.reduce((nearest, link) => (distance(link) < distance(nearest) ? link : nearest));
}

/** What a mark is called. The name moves from its title into a label, as it is read below and needs no second box. */
export function nameOf(mark: Element): string {
  const title = mark.querySelector('title');
  if (title !== null) {
    mark.setAttribute('aria-label', title.textContent);
    title.remove();
  }
  return mark.getAttribute('aria-label')!;
}
