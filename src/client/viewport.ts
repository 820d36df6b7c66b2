/** The part of a drawing that is shown: panning and zooming, without a browser. */

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A rectangle of a drawing with the drawing’s own proportions, units. */
export interface Viewport extends Point, Size {}

/** How much larger than whole a drawing can be shown. */
export const largest = 12;

/** The whole drawing. */
export function whole({ width, height }: Size): Viewport {
  return { x: 0, y: 0, width, height };
}

/** `factor` times larger, between whole and `largest`, with the point where it was. */
export function zoomAt({ x, y, width, height }: Viewport, drawing: Size, factor: number, at: Point): Viewport {
  const now = drawing.width / width;
  const change = Math.min(Math.max(now * factor, 1), largest) / now;
  return inside({ x: at.x - (at.x - x) / change, y: at.y - (at.y - y) / change, width: width / change, height: height / change }, drawing);
}

/** Moved by a distance, but not beyond the drawing. */
export function panBy(viewport: Viewport, drawing: Size, dx: number, dy: number): Viewport {
  return inside({ ...viewport, x: viewport.x + dx, y: viewport.y + dy }, drawing);
}

/** Moved so that a point is in the middle where it was outside, or nearer to the edge than a twentieth. */
export function reveal(viewport: Viewport, drawing: Size, { x, y }: Point): Viewport {
  const [left, top] = [x - viewport.x, y - viewport.y];
  const isClear = (distance: number, length: number) => distance >= length / 20 && distance <= (length * 19) / 20;
  if (isClear(left, viewport.width) && isClear(top, viewport.height)) return viewport;
  return panBy(viewport, drawing, left - viewport.width / 2, top - viewport.height / 2);
}

/** The centre. */
export function centre({ x, y, width, height }: Viewport): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function inside(viewport: Viewport, drawing: Size): Viewport {
  return {
    ...viewport,
    x: Math.min(Math.max(viewport.x, 0), drawing.width - viewport.width),
    y: Math.min(Math.max(viewport.y, 0), drawing.height - viewport.height),
  };
}
