/** Where a box stands beside what it explains. All numbers are CSS pixels from the top left corner of the window. */

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Between a box and what it explains, and between a box and the window's edges. */
const gap = 6;

/**
 * Places a box of a size above `link`, which leaves what comes next to be read; below where there is no room above, and
 * where neither side has room, on the larger of the two with its height cut to it. It never covers any of `link`.
 * @param near the part of `link`, which may run over two lines, at which the box begins
 * @param column the width that the box keeps to
 */
export function place(
  link: Rectangle,
  near: Rectangle,
  size: { width: number; height: number },
  column: Pick<Rectangle, 'left' | 'right'>,
  windowHeight: number,
): { left: number; top: number; maxHeight: number } {
  const above = link.top - 2 * gap;
  const below = windowHeight - link.bottom - 2 * gap;
  const isAbove = size.height <= above || (size.height > below && above >= below);
  const maxHeight = Math.max(isAbove ? above : below, 0);
  const height = Math.min(size.height, maxHeight);
  return {
    left: Math.max(Math.min(near.left, column.right - size.width), column.left),
    top: isAbove ? link.top - gap - height : link.bottom + gap,
    maxHeight,
  };
}
