/** Figures in words: "about 200 wounded", "more than 300 rockets and shells", "between 3 and 5 km". */
import type { Measure } from './schema.ts';

/** Digits with a comma for thousands, the same in every locale; years are not measures. */
export function figure(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The figure with its qualifiers and unit, without what is counted: "more than 300", "about 20 km²". */
export function quantity({ value, min, max, unit, approx, atLeast, atMost }: Measure): string {
  const range =
    value !== undefined
      ? figure(value)
      : min !== undefined && max !== undefined
        ? `${figure(min)}–${figure(max)}`
        : min !== undefined
          ? `${figure(min)} or more`
          : `up to ${figure(max!)}`;
  const qualifier = `${atLeast ? 'more than ' : ''}${atMost ? 'up to ' : ''}${approx ? 'about ' : ''}`;
  return `${qualifier}${range}${unit === undefined ? '' : ` ${unit}`}`;
}

/** "more than 300 rockets and shells"; with a unit of its own, "of road: 11 km". */
export function measureInWords(measure: Measure): string {
  return measure.unit === undefined ? `${quantity(measure)} ${measure.of}` : `${measure.of}: ${quantity(measure)}`;
}
