/** Pointer, wheel, touch and keys on the frame of a map, as two requests: move, enlarge. */

export interface Movable {
  /** Moves what is shown by pixels; says whether anything moved. */
  move: (dx: number, dy: number) => boolean;
  /** Enlarges at a point of the page, pixels, or in the middle. */
  enlarge: (factor: number, at?: { x: number; y: number }) => void;
  /** Shows the whole map. */
  reset: () => void;
}

/** Pixels that a pointer may tremble without dragging. */
const tremble = 4;

const arrows: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Binds everything; a page that is scrolled over the map goes on scrolling. */
export function bindGestures(frame: HTMLElement, map: Movable): void {
  bindDragging(frame, map);
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !frame.contains(document.activeElement)) return;
      event.preventDefault();
      map.enlarge(2 ** (-event.deltaY / 300), event);
    },
    { passive: false },
  );
  frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = arrows[event.key] ?? [0, 0];
    const step = frame.clientWidth / 8;
    if (event.key === '+' || event.key === '=') map.enlarge(1.5);
    else if (event.key === '-') map.enlarge(1 / 1.5);
    else if (event.key === '0') map.reset();
    else if ((x === 0 && y === 0) || !map.move(x * step, y * step)) return;
    event.preventDefault();
  });
}

/** One pointer drags, two pinch; a drag that ends on a place does not follow its link. */
function bindDragging(frame: HTMLElement, map: Movable): void {
  const pointers = new Map<number, { x: number; y: number }>();
  let hasDragged = false;
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) hasDragged = false;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  frame.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (from === undefined) return;
    const to = { x: event.clientX, y: event.clientY };
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      if (!hasDragged && Math.hypot(to.x - from.x, to.y - from.y) < tremble) return;
      map.move(from.x - to.x, from.y - to.y);
    } else {
      const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
      map.move((from.x - to.x) / 2, (from.y - to.y) / 2);
      map.enlarge(Math.hypot(to.x - other.x, to.y - other.y) / Math.max(Math.hypot(from.x - other.x, from.y - other.y), 1), middle);
    }
    if (!hasDragged) frame.setPointerCapture(event.pointerId);
    hasDragged = true;
    pointers.set(event.pointerId, to);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    frame.addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
    });
  }
  frame.addEventListener(
    'click',
    (event) => {
      if (hasDragged) {
        event.preventDefault();
        event.stopPropagation();
      }
      hasDragged = false;
    },
    true,
  );
  frame.addEventListener('dragstart', (event) => {
    event.preventDefault();
  });
  // Two fingers are the map’s; one finger scrolls the page as long as the whole map is shown.
  frame.addEventListener(
    'touchstart',
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { passive: false },
  );
}
