/**
 * Layout of a small chart of figures on one axis that starts at 0: one row a figure, its words above its mark. Across, places are per cent of
 * the chart’s width, so that it fits any screen with text of one size; down, they are em.
 */
import { scaleLinear } from 'd3-scale';
import type { Claim, Source } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { figure, measureInWords } from '../corpus/measures.ts';
import type { Measure } from '../corpus/schema.ts';

export interface PlottedFigure {
  claim: Pick<Claim, 'when'>;
  source: Source;
  measure: Measure;
  /** Name of the nearest speaker. */
  speaker: string;
}

export interface DotPlotRow {
  source: Source;
  /** The figure in words, then speaker and date, in lines that fit a narrow screen. */
  figure: readonly string[];
  said: readonly string[];
  /** Height of the first line’s base and of the mark, em; the lines stand `lineHeight` apart. */
  textY: number;
  markY: number;
  /** Where dots stand: the figure, or the ends of a range; per cent. */
  dots: readonly number[];
  /** The figure is approximate. */
  hollow: boolean;
  /** From where to where the figure may lie, per cent; `open` names the end that the account leaves open. */
  line?: { from: number; to: number; open?: 'lower' | 'upper' };
}

export interface DotPlot {
  /** Em. */
  height: number;
  /** Height of the axis, em. */
  axisY: number;
  ticks: readonly { x: number; label: string }[];
  rows: readonly DotPlotRow[];
  /** What the marks say, for those who do not see them. */
  description: string;
  /** What hollow dots and open lines mean, where there are any. */
  key: readonly string[];
}

/** Room beside the axis for half a dot and half a number, per cent. */
export const edges: [number, number] = [2, 94];
/** How far an open line reaches beyond the axis, per cent. */
const beyond = 98;
/** Characters that a line of a narrow screen holds; figures are bold. */
const widths = { figure: 30, said: 36 };
export const lineHeight = 1.4;
const heights = { mark: 1.5, gap: 0.9, axis: 2 };

/** Lays out a chart, figures in the order given. */
export function dotPlot(figures: readonly PlottedFigure[]): DotPlot {
  const values = figures.flatMap(({ measure: { value, min, max } }) => [value, min, max].filter((end) => end !== undefined));
  const greatest = Math.max(0, ...values);
  // An open end needs room to point to.
  const open = figures.some(({ measure }) => openEnd(measure) === 'upper' && upper(measure) === greatest);
  const scale = scaleLinear()
    .domain([0, (open ? greatest * 1.1 : greatest) || 1])
    .nice(4)
    .range(edges);
  const at = (value: number) => round(scale(value));
  const whole = values.every(Number.isInteger);

  let y = 0;
  const rows = figures.map(({ source, claim, measure, speaker }): DotPlotRow => {
    const words = wrap(measureInWords(measure), widths.figure);
    const said = wrap([speaker, ...(claim.when === undefined ? [] : [dateInWords(claim.when)])].join(' · '), widths.said);
    const textY = y + lineHeight * 0.75;
    const markY = y + lineHeight * (words.length + said.length) + heights.mark / 2;
    y = markY + heights.mark / 2 + heights.gap;
    return {
      source,
      figure: words,
      said,
      textY: round(textY),
      markY: round(markY),
      hollow: measure.approx === true,
      ...marks(measure, at),
    };
  });
  return {
    height: round(y + heights.axis),
    axisY: round(y),
    ticks: scale
      .ticks(4)
      .filter((tick) => !whole || Number.isInteger(tick))
      .map((tick) => ({ x: at(tick), label: figure(tick) })),
    rows,
    description: rows.map(({ source, figure, said }) => `${source.record.siglum}: ${[...figure, '·', ...said].join(' ')}.`).join(' '),
    key: [
      ...(rows.some(({ hollow }) => hollow) ? ['A hollow dot is an approximate figure.'] : []),
      ...(rows.some(({ line }) => line?.open === 'upper') ? ['An arrow: so many or more.'] : []),
      ...(rows.some(({ line }) => line?.open === 'lower') ? ['A broken line from 0: so many or fewer.'] : []),
    ],
  };
}

/** Which end of the figure the account leaves open. */
function openEnd({ value, min, max, atLeast, atMost }: Measure): 'lower' | 'upper' | undefined {
  if (atLeast === true || (value === undefined && max === undefined)) return 'upper';
  if (atMost === true || (value === undefined && min === undefined)) return 'lower';
  return undefined;
}

const upper = ({ value, min, max }: Measure) => max ?? value ?? min!;

function marks(measure: Measure, at: (value: number) => number): Pick<DotPlotRow, 'dots' | 'line'> {
  const dots = [...new Set([measure.value, measure.min, measure.max].filter((end) => end !== undefined).map(at))];
  const open = openEnd(measure);
  const [from = 0, to = from] = dots;
  if (open === 'upper') return { dots, line: { from, to: beyond, open } };
  if (open === 'lower') return { dots, line: { from: at(0), to, open } };
  return dots.length > 1 ? { dots, line: { from, to } } : { dots };
}

/** Breaks a text between words into lines of at most so many characters. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A length as CSS and SVG write it. */
export const em = (value: number) => `${round(value)}em`;
