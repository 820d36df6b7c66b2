/**
 * A drawing that can be made larger inside a region that scrolls. Scrolling is the browser's own, so fingers, wheels, scroll
 * bars, arrow keys and the focus of a link all move about in it.
 */

export interface ZoomButtons {
  larger: HTMLElement;
  smaller: HTMLElement;
  /** Shows the whole drawing. */
  fit: HTMLElement;
}

const step = 1.4;
const largest = 5;

/** Zooms by buttons, by the keys + − 0 in the region, by Ctrl or ⌘ and the wheel, and by two fingers; a mouse drags. */
export function zoomable(region: HTMLElement, drawing: SVGSVGElement, buttons: ZoomButtons): void {
  let scale = 1;
  let width = drawing.clientWidth;

  /** Scales while the point of the region at x, y stays where it is. */
  const zoom = (wanted: number, x = region.clientWidth / 2, y = region.clientHeight / 2) => {
    if (drawing.style.inlineSize === '') width = drawing.clientWidth;
    const to = Math.min(Math.max(wanted, Math.min(1, region.clientWidth / width)), largest);
    const [left, top] = [((region.scrollLeft + x) * to) / scale - x, ((region.scrollTop + y) * to) / scale - y];
    // The page around the region stays as it is.
    region.style.blockSize = to > 1 ? `${region.offsetHeight}px` : '';
    drawing.style.minInlineSize = '0';
    drawing.style.inlineSize = to === 1 ? '' : `${width * to}px`;
    if (to === 1) drawing.style.minInlineSize = '';
    scale = to;
    region.scrollTo({ left, top, behavior: 'instant' });
  };

  buttons.larger.addEventListener('click', () => zoom(scale * step));
  buttons.smaller.addEventListener('click', () => zoom(scale / step));
  buttons.fit.addEventListener('click', () => zoom(0));
  region.addEventListener('keydown', (event) => {
    const to = { '+': scale * step, '=': scale * step, '-': scale / step, '0': 0 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom(to);
  });
  const from = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top } = region.getBoundingClientRect();
    return [clientX - left, clientY - top] as const;
  };
  region.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15), ...from(event));
    },
    { passive: false },
  );
  pinch(region, (ratio, middle) => zoom(scale * ratio, ...from(middle)));
  drag(region);
}

/** Calls back with the ratio by which two fingers moved apart, and the point between them. */
function pinch(region: HTMLElement, moved: (ratio: number, middle: { clientX: number; clientY: number }) => void): void {
  region.style.touchAction = 'pan-x pan-y';
  let distance: number | undefined;
  region.addEventListener(
    'touchmove',
    (event) => {
      const [one, other] = event.touches;
      if (one === undefined || other === undefined) return;
      event.preventDefault();
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (distance !== undefined)
        moved(now / distance, { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 });
      distance = now;
    },
    { passive: false },
  );
  region.addEventListener('touchend', () => (distance = undefined));
}

/** Moves the region's contents with a mouse whose button is held; a click that ends a drag is none. */
function drag(region: HTMLElement): void {
  let last: PointerEvent | undefined;
  let dragged = false;
  region.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (event.pointerType === 'mouse' && event.button === 0) last = event;
  });
  region.addEventListener('pointermove', (event) => {
    if (last === undefined) return;
    if (!dragged && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 5) return;
    if (!dragged) region.setPointerCapture(event.pointerId);
    dragged = true;
    region.scrollBy({ left: last.clientX - event.clientX, top: last.clientY - event.clientY, behavior: 'instant' });
    last = event;
  });
  for (const end of ['pointerup', 'pointercancel'] as const) region.addEventListener(end, () => (last = undefined));
  region.addEventListener('dragstart', (event) => event.preventDefault());
  region.addEventListener(
    'click',
    (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
