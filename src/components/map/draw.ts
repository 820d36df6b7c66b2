/** A map as it is drawn at build: base, marks and names with their labels placed, frames of narrower maps, scale. */
import { estimateWidth, frameGap, frameSides, labelGap, labelHeight, markBox, placeLabels, sidesOf } from './labels.ts';
import type { Label, Side } from './labels.ts';
import type { Mark, Place } from './places.ts';
import { scaleBar } from './scale-bar.ts';
import { round, width } from './view.ts';
import type { Point, View } from './view.ts';

/** A text of the drawing; without a side there is no room for it at this size. */
export interface Placed {
  side: Side | undefined;
}

export interface DrawnMap {
  view: View;
  layers: ReturnType<View['paths']>;
  marks: readonly (Placed & { place: Place; mark: Mark })[];
  /** What the base map writes. */
  names: readonly (Placed & Point & { text: string })[];
  /** Narrower maps: the rectangle that each covers. */
  frames: readonly (Placed & { view: View; left: number; top: number; width: number; height: number })[];
  scale: { label: string; percent: number };
}

/** Draws a view; a place is drawn on one view only, so wider ones show the frames of narrower ones instead. */
export function drawMap(view: View, views: readonly View[], places: readonly Place[]): DrawnMap {
  const marks = places.flatMap((place) => (place.on?.view === view ? [{ place, mark: place.on.mark }] : []));
  const frames = views.slice(0, views.indexOf(view)).flatMap((other) => frameOf(other, view));
  const text = ({ x, y }: Point, content: string, sides: readonly Side[], gap: number): Label => ({
    x,
    y,
    width: estimateWidth(content),
    height: labelHeight,
    gap,
    sides,
  });
  // What the accounts speak of most is named first; the base map’s own names come last.
  const order = marks.toSorted((a, b) => b.place.count - a.place.count);
  const labels = [
    ...frames.map((frame) => text({ x: frame.left + frame.width / 2, y: frame.top }, frame.view.title, frameSides, frameGap)),
    ...order.map(({ place, mark }) => text(mark, place.entity.name, sidesOf(mark.confidence === 'low'), labelGap)),
    ...view.names.map((name) => text(name, name.text, ['on'], 0)),
  ];
  const sides = placeLabels(
    labels,
    marks.filter(({ mark }) => mark.confidence !== 'low').map(({ mark }) => markBox(mark)),
    { left: 0, top: 0, right: width, bottom: view.height },
  );
  const bar = scaleBar(view.metresPerUnit, width / 5);
  return {
    view,
    layers: view.paths(0.4),
    marks: marks.map((drawn) => ({ ...drawn, side: sides[frames.length + order.indexOf(drawn)] })),
    names: view.names.map((name, i) => ({ ...name, side: sides[frames.length + order.length + i] })),
    frames: frames.map((frame, i) => ({ ...frame, side: sides[i] })),
    scale: { label: bar.label, percent: (bar.pixels / width) * 100 },
  };
}

/** The rectangle of a narrower view in a wider one that holds all of it. */
function frameOf(narrow: View, wide: View) {
  const { west, south, east, north } = narrow.extent;
  const [from, to] = [wide.project({ lat: north, lon: west }), wide.project({ lat: south, lon: east })];
  if (from.x < 0 || from.y < 0 || to.x > width || to.y > wide.height) return [];
  return [{ view: narrow, left: from.x, top: from.y, width: round(to.x - from.x), height: round(to.y - from.y) }];
}
