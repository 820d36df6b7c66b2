/** The figure of the timeline as the page holds it: its marks, read once, and drawn anew for a zoom or a filter. */
import { arrange, nameAt, nameLength } from '../timeline/arrange.ts';
import type { Mark } from '../timeline/arrange.ts';

/** A date in the figure with the links that stand at it. */
interface DateView extends Pick<Mark, 'start' | 'end'> {
  element: SVGElement;
  links: SVGElement[];
  /** A written name, or a letter or number in a badge. */
  text: SVGElement | null;
  badge: SVGElement | null;
}

/** A band with its dates; its element is hidden where the filters leave none of them. */
export interface BandView {
  element: HTMLElement;
  picture: SVGElement;
  dates: DateView[];
}

/** Reads the bands of the figure, from the top. */
export function readBands(figure: HTMLElement): BandView[] {
  return [...figure.querySelectorAll<HTMLElement>('[data-band]')].map((element) => {
    const picture = element.querySelector<SVGElement>(':scope > svg')!;
    return { element, picture, dates: [...picture.querySelectorAll<SVGElement>(':scope > svg')].map(readDate) };
  });
}

function readDate(element: SVGElement): DateView {
  const share = (name: string) => parseFloat(element.getAttribute(name)!) / 100;
  return {
    element,
    start: share('x'),
    end: share('x') + share('width'),
    links: [...element.querySelectorAll<SVGElement>('a[id]')],
    text: element.querySelector('text'),
    badge: element.querySelector('rect'),
  };
}

/** Links of a band that the filters leave, in order of time. */
export function shownLinks(dates: readonly DateView[]): SVGElement[] {
  return dates.flatMap(({ links }) => links.filter((link) => !link.hasAttribute('hidden')));
}

/** Draws what the filters leave of a band on an axis so many pixels long. */
export function drawBand({ element, picture, dates }: BandView, length: number): void {
  const shown = dates.filter((date) => {
    const isShown = shownLinks([date]).length > 0;
    date.element.toggleAttribute('hidden', !isShown);
    return isShown;
  });
  element.hidden = shown.length === 0;
  const { drawn, height } = arrange(
    shown.map((date) => ({ start: date.start, end: date.end, content: contentOf(date) })),
    length,
  );
  picture.setAttribute('height', String(height));
  for (const [i, date] of shown.entries()) {
    const place = drawn[i]!;
    date.element.setAttribute('y', String(place.y));
    date.element.classList.toggle('point', !place.line);
    if (date.text !== null && date.badge === null) set(date.text, nameAt(place));
    const links = shownLinks([date]);
    for (const [j, dot] of place.dots.entries()) set(links[j]!.querySelector('use')!, dot);
  }
}

/** Moves names along their lines to where they are in sight. */
export function keepNames(bands: readonly BandView[], view: HTMLElement): void {
  const sight = view.getBoundingClientRect();
  for (const { picture, dates } of bands) {
    const axis = picture.getBoundingClientRect();
    const [from, to] = [sight.left - axis.left, sight.right - axis.left];
    for (const { element, start, end, text, badge } of dates) {
      if (text === null || badge !== null || element.classList.contains('point')) continue;
      const size = nameLength(text.textContent);
      const [left, right] = [start * axis.width, end * axis.width];
      const own = text.getAttribute('text-anchor') === 'end' ? right - size : left;
      const best = clamp(clamp(own, from, to - size), left, Math.max(left, right - size));
      text.setAttribute('dx', String(right - left < size ? 0 : Math.round(best - own)));
    }
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function contentOf(date: DateView): Mark['content'] {
  if (date.badge !== null) return { badge: Number(date.badge.getAttribute('width')) };
  return date.text === null ? { dots: shownLinks([date]).length } : { name: nameLength(date.text.textContent) };
}

function set(element: Element, attributes: object): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
