/** Zoom and movement of the timeline's figure: it is drawn longer, and scrolls. By buttons, keys, wheel and mouse. */
import { momentAt, placeOf } from '../timeline/axis.ts';
import type { Scale } from '../timeline/axis.ts';

const day = 86_400_000;
/** A step makes the axis longer by half; the last level by 25 times, at which a day of a busy month is wide. */
const step = 1.5;
const lastLevel = 8;

export interface View {
  /** Shows a level of zoom (0: the whole axis) with a day (`2016-08-07`) in the middle. */
  show: (level: number, at: string | undefined) => void;
  /** What is shown now; of the whole axis, no day. */
  state: () => { level: number; at: string | undefined };
}

/**
 * Makes the figure zoom.
 * @param redraw draws the marks on an axis so many pixels long.
 * @param settled is told when the reader has zoomed or moved.
 */
export function zoomable(figure: HTMLElement, redraw: (length: number) => void, settled: () => void): View {
  const view = figure.querySelector<HTMLElement>('[data-view]')!;
  const canvas = view.querySelector<HTMLElement>('[data-canvas]')!;
  const length = Number(figure.dataset.length);
  const scale = readScale(figure.dataset.scale!);
  let level = 0;

  const setLevel = (next: number) => {
    level = Math.min(lastLevel, Math.max(0, Math.round(next * 100) / 100));
    canvas.style.setProperty('--zoom', String(step ** level));
    redraw(length * step ** level);
  };
  /** Zooms so that what stands `anchor` pixels from the left edge of the view stays there. */
  const zoom = (next: number, anchor = view.clientWidth / 2) => {
    const share = (view.scrollLeft + anchor) / view.scrollWidth;
    setLevel(next);
    view.scrollLeft = share * view.scrollWidth - anchor;
    settle();
  };
  let settling: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(settled, 200);
  };
  const middle = () => (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth;
  const state = () => ({ level, at: level > 0 ? new Date(momentAt(scale, middle())).toISOString().slice(0, 10) : undefined });

  byHand(figure, view, {
    in: () => zoom(Math.floor(level) + 1),
    out: () => zoom(Math.ceil(level) - 1),
    reset: () => zoom(0),
    by: (levels, anchor) => zoom(level + levels, anchor),
  });
  draggable(view);
  view.addEventListener('scroll', settle);

  const show = (next: number, at: string | undefined) => {
    if (next !== level) setLevel(next);
    const moment = Date.parse(at ?? '');
    if (Number.isNaN(moment) || at === state().at) return;
    view.scrollLeft = placeOf(scale, moment + day / 2) * view.scrollWidth - view.clientWidth / 2;
  };
  // Where even the whole axis is too long for the screen, it opens at the first month that it tells apart: years and gaps before are background.
  const month = scale.find(({ from, to }) => to - from <= 31 * day);
  view.scrollLeft = (month?.start ?? 0) * view.scrollWidth;
  return { show, state };
}

interface Steps {
  in: () => void;
  out: () => void;
  reset: () => void;
  by: (levels: number, anchor: number) => void;
}

/** Buttons, keys and wheel. */
function byHand(figure: HTMLElement, view: HTMLElement, steps: Steps): void {
  for (const button of figure.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
    button.addEventListener('click', steps[button.dataset.zoom as 'in' | 'out' | 'reset']);
  }
  const keys: Record<string, () => void> = {
    '+': steps.in,
    '=': steps.in,
    '-': steps.out,
    '0': steps.reset,
    'ArrowLeft': () => view.scrollBy({ left: -view.clientWidth / 4 }),
    'ArrowRight': () => view.scrollBy({ left: view.clientWidth / 4 }),
    'Home': () => view.scrollTo({ left: 0 }),
    'End': () => view.scrollTo({ left: view.scrollWidth }),
  };
  view.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  // Pinching on a touch pad arrives as a turn of the wheel with Ctrl.
  view.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      steps.by(-event.deltaY / 120, event.clientX - view.getBoundingClientRect().left);
    },
    { passive: false },
  );
}

/** The axis from pairs of a day since 1970 and a share of its length. */
function readScale(text: string): Scale {
  const numbers = text.split(' ').map(Number);
  return Array.from({ length: numbers.length / 2 - 1 }, (_, i) => {
    const [from = 0, start = 0, to = 0, end = 0] = numbers.slice(2 * i, 2 * i + 4);
    return { from: from * day, to: to * day, start, end };
  });
}

/** Lets a mouse move the view; touch scrolls it anyhow. A click that ends a movement follows no link. */
function draggable(view: HTMLElement): void {
  let grip: number | undefined;
  let moved = false;
  view.addEventListener('pointerdown', (event) => {
    moved = false;
    grip = event.pointerType === 'mouse' && event.button === 0 ? event.clientX + view.scrollLeft : undefined;
  });
  view.addEventListener('pointermove', (event) => {
    if (grip === undefined || event.buttons === 0) return;
    const left = grip - event.clientX;
    if (!moved && Math.abs(left - view.scrollLeft) < 5) return;
    moved = true;
    view.setPointerCapture(event.pointerId);
    view.scrollLeft = left;
  });
  view.addEventListener('pointerup', () => {
    // The click, if there is one, comes before.
    setTimeout(() => (moved = false));
  });
  view.addEventListener(
    'click',
    (event) => {
      if (moved) event.preventDefault();
    },
    { capture: true },
  );
  view.addEventListener('dragstart', (event) => {
    event.preventDefault();
  });
}
