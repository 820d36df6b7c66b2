/** One map in the browser: what of it is shown, which labels find room, which accounts’ rings are drawn. */
import { frameGap, frameSides, labelGap, labelHeight, markBox, placeLabels, sidesOf } from '../components/map/labels.ts';
import type { Label, Side } from '../components/map/labels.ts';
import { scaleBar } from '../components/map/scale-bar.ts';
import { bindGestures } from './map-gestures.ts';
import { centre, panBy, reveal, whole, zoomAt } from './viewport.ts';
import type { Point, Viewport } from './viewport.ts';

/** An account as the maps show it: letter and class of its hue. */
export interface Account {
  id: string;
  siglum: string;
  hue: string;
}

/** The accounts that speak of a place: at the date chosen, and at earlier dates only. */
export interface Said {
  now: readonly Account[];
  before: readonly Account[];
}

/** What is drawn upon the base; `said` by place, without it no date is chosen. */
export interface Marking {
  picked: string;
  account: Account | undefined;
  said: ReadonlyMap<string, Said> | undefined;
}

interface Place {
  id: string;
  link: SVGAElement;
  fixed: Element;
  label: SVGTextElement;
  at: Point;
  claims: number;
}

/** Radius of a mark’s first ring, and from ring to ring, pixels. */
const innermost = 8;
const between = 3.5;

const pointOf = (element: Element): Point => {
  const [x = 0, y = 0] = (element.getAttribute('transform') ?? '').match(/[\d.]+/g)!.map(Number);
  return { x, y };
};

export class MapFigure {
  readonly id: string;
  readonly frame: HTMLElement;
  readonly #root: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #places: readonly Place[];
  /** Names that the base map writes, and titles of the frames of narrower maps. */
  readonly #written: readonly { label: SVGTextElement; at: Point }[];
  readonly #titles: readonly { label: SVGTextElement; at: Point }[];
  #viewport: Viewport;
  /** Id of the place that was last brought into view. */
  #picked = '';
  /** Width of the frame, pixels; 0 where it is hidden. */
  #width = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.id = root.dataset.view!;
    this.frame = root.querySelector<HTMLElement>('.frame')!;
    this.#svg = this.frame.querySelector('svg')!;
    this.#places = [...this.#svg.querySelectorAll<SVGAElement>('a.place')].map((link) => {
      const label = link.querySelector<SVGTextElement>('.label')!;
      const { place = '', claims } = link.dataset;
      return { id: place, link, fixed: link.querySelector('.fixed')!, label, at: pointOf(label.parentElement!), claims: Number(claims) };
    });
    const texts = (selector: string) =>
      [...this.#svg.querySelectorAll<SVGTextElement>(selector)].map((label) => ({ label, at: pointOf(label.parentElement!) }));
    this.#written = texts('.written');
    this.#titles = texts('.heading');
    this.#viewport = whole(this.#drawing);
    bindGestures(this.frame, {
      move: (dx, dy) => {
        const before = this.#viewport;
        this.#show(panBy(before, this.#drawing, dx / this.#scale, dy / this.#scale));
        return before.x !== this.#viewport.x || before.y !== this.#viewport.y;
      },
      enlarge: (factor, at) => this.#enlarge(factor, at),
      reset: () => this.#show(whole(this.#drawing)),
    });
    for (const button of root.querySelectorAll<HTMLElement>('[data-zoom]'))
      button.addEventListener('click', () => {
        if (button.dataset.zoom === 'reset') this.#show(whole(this.#drawing));
        else this.#enlarge(button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5);
      });
    this.#svg.addEventListener('focusin', (event) => {
      const place = this.#places.find(({ link }) => link === event.target);
      if (place === undefined) return;
      this.#show(reveal(this.#viewport, this.#drawing, place.at));
      // The browser scrolls to where the place was drawn before.
      this.frame.scrollIntoView({ block: 'nearest' });
    });
    new ResizeObserver(([entry]) => {
      this.#width = entry!.contentRect.width;
      this.#show(this.#viewport);
    }).observe(this.frame);
  }

  set hidden(hidden: boolean) {
    this.#root.hidden = hidden;
  }

  /** Ids of its places. */
  get places(): string[] {
    return this.#places.map(({ id }) => id);
  }

  /** Moves the focus to a place. */
  focus(place: string): void {
    this.#places.find(({ id }) => id === place)?.link.focus();
  }

  /** Shows who speaks of which place. */
  mark({ picked, account, said }: Marking): void {
    for (const { id, link, fixed, label } of this.#places) {
      const { now, before } = said?.get(id) ?? { now: [], before: [] };
      const isNamed = said === undefined ? account === undefined || link.dataset.accounts!.split(' ').includes(account.siglum) : false;
      link.classList.toggle('picked', id === picked);
      link.classList.toggle('now', now.length > 0);
      link.classList.toggle('before', before.length > 0);
      link.classList.toggle('other', !isNamed && now.length + before.length === 0 && id !== picked);
      for (const old of link.querySelectorAll('.ring, .letter')) old.remove();
      const isArea = link.classList.contains('low');
      const rings = [...now, ...before].map(({ hue }, i, all) => {
        const className = `ring ${hue}${i < now.length ? ' now' : ''}`;
        return isArea ? dashes(link.querySelector('.area')!, `${className} wide`, i, all.length) : ring(innermost + between * i, className);
      });
      (isArea ? link : fixed).append(...rings);
      const width = isArea || rings.length === 0 ? 0 : 3 + between * rings.length;
      label.style.setProperty('--clear', `${labelGap + width}px`);
      label.append(
        ...[...now, ...before].map(({ siglum, hue }, i) => letter(` ${siglum}`, `letter ${hue}${i < now.length ? ' now' : ''}`)),
      );
    }
    const place = picked === this.#picked ? undefined : this.#places.find(({ id }) => id === picked);
    this.#picked = picked;
    this.#show(place === undefined ? this.#viewport : reveal(this.#viewport, this.#drawing, place.at));
  }

  get #drawing() {
    const [, , width, height] = this.#svg.dataset.size!.split(' ').map(Number) as [number, number, number, number];
    return { width, height };
  }

  /** Pixels in a unit. */
  get #scale(): number {
    return this.#width / this.#viewport.width;
  }

  /** A point of the page in the drawing. */
  #unproject({ x, y }: Point): Point {
    const box = this.#svg.getBoundingClientRect();
    return { x: this.#viewport.x + (x - box.left) / this.#scale, y: this.#viewport.y + (y - box.top) / this.#scale };
  }

  /** Without a point, about the place picked or focused where it is shown, else about the middle. */
  #enlarge(factor: number, at?: Point): void {
    const { x, y, width, height } = this.#viewport;
    const place = this.#places.find(({ link }) => link.matches(':focus, .picked'))?.at;
    const isShown = place !== undefined && place.x >= x && place.x <= x + width && place.y >= y && place.y <= y + height;
    const about = at === undefined ? (isShown ? place : centre(this.#viewport)) : this.#unproject(at);
    this.#show(zoomAt(this.#viewport, this.#drawing, factor, about));
  }

  #show(viewport: Viewport): void {
    this.#viewport = viewport;
    if (this.#width === 0) return;
    const { x, y, width, height } = viewport;
    this.#svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    this.#svg.style.setProperty('--e', String(this.#scale));
    this.frame.classList.toggle('zoomed', width < this.#drawing.width);
    const bar = scaleBar(Number(this.#root.dataset.metres) / this.#scale, this.#width / 5);
    const [line, text] = this.#root.querySelector('[data-scale]')!.children as unknown as [HTMLElement, HTMLElement];
    line.style.inlineSize = `${bar.pixels}px`;
    text.textContent = bar.label;
    this.#label();
  }

  /** Gives labels room at the present scale: the place picked, those of the date, those of earlier dates, the rest, base names. */
  #label(): void {
    const { x, y, width, height } = this.#viewport;
    const scale = this.#scale;
    const pixels = (at: Point) => ({ x: (at.x - x) * scale, y: (at.y - y) * scale });
    const rank = ({ link }: Place) => (link.matches('.picked') ? 0 : link.matches('.now') ? 1 : link.matches('.before') ? 2 : 3);
    const places = this.#places.toSorted((a, b) => rank(a) - rank(b) || b.claims - a.claims);
    const text = (label: SVGTextElement, at: Point, sides: readonly Side[], gap: number): [SVGTextElement, Label] => [
      label,
      { ...pixels(at), width: label.getComputedTextLength() + 4, height: labelHeight, sides, gap },
    ];
    const labels = [
      ...this.#titles.map(({ label, at }) => text(label, at, frameSides, frameGap)),
      ...places.map(({ label, at, link }) =>
        text(label, at, sidesOf(link.classList.contains('low')), Number.parseFloat(label.style.getPropertyValue('--clear'))),
      ),
      ...this.#written.map(({ label, at }) => text(label, at, ['on'], 0)),
    ];
    const marks = this.#places.flatMap(({ at, link, fixed }) => {
      const rings = fixed.querySelectorAll('.ring').length;
      if (link.classList.contains('low')) return [];
      return [markBox(pixels(at), rings === 0 ? undefined : innermost + between * rings - 1)];
    });
    const sides = placeLabels(
      labels.map(([, label]) => label),
      marks,
      { left: 0, top: 0, right: width * scale, bottom: height * scale },
    );
    labels.forEach(([label], i) => {
      if (sides[i] === undefined) delete label.dataset.side;
      else label.dataset.side = sides[i];
    });
  }
}

const svg = 'http://www.w3.org/2000/svg';

function ring(radius: number, className: string): SVGElement {
  const element = document.createElementNS(svg, 'circle');
  element.setAttribute('r', String(radius));
  element.setAttribute('class', className);
  return element;
}

/** The edge of an area in dashes that leave room for those of the other accounts. */
function dashes(area: Element, className: string, i: number, all: number): SVGElement {
  const element = area.cloneNode() as SVGElement;
  const [dash, space] = [8, 6];
  element.setAttribute('class', className);
  element.setAttribute('stroke-dasharray', `${dash} ${(dash + space) * all - dash}`);
  element.setAttribute('stroke-dashoffset', String(-(dash + space) * i));
  return element;
}

function letter(text: string, className: string): SVGElement {
  const element = document.createElementNS(svg, 'tspan');
  element.textContent = text;
  element.setAttribute('class', className);
  return element;
}
