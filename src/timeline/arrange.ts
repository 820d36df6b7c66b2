/**
 * Where the marks of a band are drawn on an axis of a given length: at build, and again by the script when the reader
 * zooms or filters.
 */
import { pack } from './pack.ts';
import type { Box } from './pack.ts';

/** A mark before it has a place. */
export interface Mark {
  /** Shares of the axis's length, 0 to 1. */
  start: number;
  end: number;
  /** What is drawn: so many dots, a name so many pixels long, or a badge so many pixels wide. */
  content: { dots: number } | { name: number } | { badge: number };
}

/** A mark with its place, in pixels. */
export interface Drawn {
  /** Of its date, from the top of the band. */
  y: number;
  /** Is the date long enough to be drawn as a line? */
  line: boolean;
  /** Does its name end at the mark, and not begin there? */
  before: boolean;
  /** Of each dot, from the middle of the date. */
  dots: readonly { x: number; y: number }[];
}

/** From dot to dot, pixels. */
export const pitch = 10;
/** From the middle of a dot to its name, pixels. */
const nameGap = 9;
/** What the sign at an end of a line takes up beyond it, and what stays free beside a mark and beneath it, pixels. */
const sign = 8;
const free = { beside: 6, beneath: 3 };
/** Heights of a name and of a badge, pixels. */
const height = { name: 14, badge: 20 };

/** Length of a name in the figure's type, 12 pixels high: rather too much than too little. */
export function nameLength(text: string): number {
  return 6.1 * text.length;
}

/** Width of a badge that holds a short text, pixels. */
export function badgeWidth(text: string): number {
  return 12 + 8 * text.length;
}

/** Places the marks so that none lies on another, badges and then long dates first; gives the band's height in pixels. */
export function arrange(marks: readonly Mark[], length: number): { drawn: Drawn[]; height: number } {
  const order = marks.map((_, i) => i).sort((a, b) => rank(marks[b]!) - rank(marks[a]!));
  const forms = order.map((i) => formsOf(marks[i]!, length));
  const packed = pack(forms.map((list) => list.map(({ box }) => box)));
  const drawn: Drawn[] = [];
  let bottom = 0;
  for (const [place, i] of order.entries()) {
    const { form, top } = packed[place]!;
    const chosen = forms[place]![form]!;
    drawn[i] = { ...chosen.drawn, y: top + chosen.drawn.y };
    bottom = Math.max(bottom, top + chosen.box.height);
  }
  return { drawn, height: bottom };
}

/** Where a name is written, as attributes of SVG text in a picture that begins and ends with its date. */
export function nameAt({ line, before }: Drawn): { 'x': string; 'dx': number; 'y': number; 'text-anchor': 'start' | 'end' } {
  const anchor = before ? 'end' : 'start';
  if (line) return { 'x': before ? '100%' : '0', 'dx': 0, 'y': -6, 'text-anchor': anchor };
  return { 'x': '50%', 'dx': before ? -nameGap : nameGap, 'y': 4, 'text-anchor': anchor };
}

function rank({ start, end, content }: Mark): number {
  return end - start + ('badge' in content ? 1 : 0);
}

/** A way to draw a mark: what it takes up, and its parts as if the band began at its top. */
interface Form {
  box: Box;
  drawn: Drawn;
}

function formsOf({ start, end, content }: Mark, length: number): Form[] {
  const [from, to] = [start * length, end * length];
  const middle = (from + to) / 2;
  const line = to - from > pitch;
  const [left, right] = line ? [from - sign, to + sign] : [middle - pitch / 2, middle + pitch / 2];
  const form = (least: number, most: number, height: number, drawn: Partial<Drawn> & { y: number }): Form => ({
    box: { left: Math.min(left, least), right: Math.max(right, most) + free.beside, height: height + free.beneath },
    drawn: { line, before: false, dots: [], ...drawn },
  });
  if ('badge' in content) {
    return [form(middle - content.badge / 2, middle + content.badge / 2, height.badge, { y: height.badge / 2 })];
  }
  if ('dots' in content) {
    const columns = Math.max(Math.floor((to - from) / pitch), content.dots < 4 ? 1 : Math.ceil(Math.sqrt(content.dots)));
    const half = (Math.min(columns, content.dots) * pitch) / 2;
    // Dots stand on their line where it is long enough to be seen, else below it.
    const dots = grid(content.dots, columns, line && 2 * half > to - from ? pitch : 0);
    return [form(middle - half, middle + half, dots.at(-1)!.y + pitch, { y: pitch / 2, dots })];
  }
  // A name stands above its line, or beside its dot.
  const [after, before] = line ? [from, to] : [middle + nameGap, middle - nameGap];
  const tall = line ? height.name + 8 : height.name;
  const y = line ? height.name + 3 : height.name / 2;
  const forms = [form(after, after + content.name, tall, { y }), form(before - content.name, before, tall, { y, before: true })];
  const within = forms.filter(({ box }) => box.left >= -sign && box.right <= length + sign + free.beside);
  return within.length > 0 ? within : forms.slice(0, 1);
}

/** Dots row by row from `top` on, each row around the middle. */
function grid(count: number, columns: number, top: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, count - row * columns);
    return { x: ((i % columns) - (inRow - 1) / 2) * pitch, y: top + row * pitch };
  });
}
