/** Labels beside points so that none covers another: used at build, and in the browser after every zoom. */

/** Where a label stands to its point; `on` is centred upon it. */
export type Side = 'right' | 'left' | 'above' | 'below' | 'on';

/** A rectangle, pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A text of a given size at a point, pixels. */
export interface Label {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Distance between point and text. */
  gap: number;
  /** Sides that may be taken, the best first. */
  sides: readonly Side[];
}

/** Sides of a mark’s label, the best first; in an area without a mark the label may stand in its middle. */
export function sidesOf(isArea: boolean): readonly Side[] {
  return isArea ? ['on', 'above', 'below', 'right', 'left'] : ['right', 'left', 'above', 'below'];
}

/** Sides of the title of a frame to the middle of its upper edge. */
export const frameSides: readonly Side[] = ['above', 'below'];

/** Height of a label, and its distance from a mark and from a frame; the style sheet of the maps has the same. */
export const labelHeight = 15;
export const labelGap = 8;
export const frameGap = 2;

/** Half the size of a mark without rings, pixels. */
const markRadius = 5;

/** Estimated width of a label of 12 pixels where nothing can be measured. */
export function estimateWidth(text: string): number {
  return Math.ceil(text.length * 6.6);
}

/** What a mark covers, which labels leave free. */
export function markBox({ x, y }: { x: number; y: number }, radius = markRadius): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/**
 * Greedy placement: labels, the most important first, take the first side where they lie inside the bounds and cover
 * neither an obstacle nor a label placed before. Gives the side of each, or `undefined` where there is no room.
 */
export function placeLabels(labels: readonly Label[], obstacles: readonly Box[], bounds: Box): (Side | undefined)[] {
  const taken = [...obstacles];
  return labels.map((label) => {
    for (const side of label.sides) {
      const box = labelBox(label, side);
      if (!isWithin(box, bounds) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return side;
    }
    return undefined;
  });
}

/** What a label covers on a side of its point. */
export function labelBox({ x, y, width, height, gap }: Label, side: Side): Box {
  const left = side === 'right' ? x + gap : side === 'left' ? x - gap - width : x - width / 2;
  const top = side === 'above' ? y - gap - height : side === 'below' ? y + gap : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function isWithin(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
