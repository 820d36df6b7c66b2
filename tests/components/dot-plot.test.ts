import { describe, expect, test } from 'vitest';
import { dotPlot } from '../../src/components/dot-plot.ts';
import { buildCorpus } from '../../src/corpus/corpus.ts';
import type { Measure } from '../../src/corpus/schema.ts';
import { smallCorpus } from '../small-corpus.ts';

const { corpus } = await buildCorpus(smallCorpus);
const source = corpus.sources.get('gazette-1901')!;
const plot = (...measures: Omit<Measure, 'of'>[]) =>
  dotPlot(measures.map((measure) => ({ claim: {}, source, speaker: 'a sailor', measure: { of: 'sacks', ...measure } })));
const labels = (...measures: Omit<Measure, 'of'>[]) => plot(...measures).ticks.map(({ label }) => label);

describe('the axis', () => {
  test.each<[Omit<Measure, 'of'>[], string[]]>([
    [
      [{ value: 40 }, { value: 60 }],
      ['0', '20', '40', '60'],
    ],
    [
      [{ value: 3000 }, { value: 16_000 }],
      ['0', '5,000', '10,000', '15,000', '20,000'],
    ],
    [[{ min: 5, max: 8 }], ['0', '2', '4', '6', '8']],
    [[{ value: 2 }], ['0', '1', '2']],
    [[{ value: 0.5 }], ['0', '0.1', '0.2', '0.3', '0.4', '0.5']],
    [[{ value: 0 }], ['0', '1']],
    [[{ value: 7 }], ['0', '2', '4', '6', '8']],
  ])('of %j begins at 0, in round steps, whole where the figures are', (measures, ticks) => {
    expect(labels(...measures)).toEqual(ticks);
  });

  test('reaches beyond an open figure that is the greatest', () => {
    expect(labels({ value: 60 }).at(-1)).toBe('60');
    expect(labels({ value: 60, atLeast: true }).at(-1)).toBe('80');
  });

  test('places grow with the figure and stay inside the chart', () => {
    const [zero, half, all] = plot({ value: 0 }, { value: 30 }, { value: 60 }).rows.map(({ dots }) => dots[0]!);
    expect(zero).toBe(2);
    expect(half).toBe(48);
    expect(all).toBe(94);
  });
});

describe('the mark', () => {
  const mark = (measure: Omit<Measure, 'of'>) => {
    const { dots, hollow, line } = plot(measure, { value: 100 }).rows[0]!;
    return { dots, hollow, line };
  };

  test('a figure is a dot, an approximate one hollow', () => {
    expect(mark({ value: 50 })).toEqual({ dots: [48], hollow: false, line: undefined });
    expect(mark({ value: 50, approx: true })).toEqual({ dots: [48], hollow: true, line: undefined });
  });

  test('a range has two dots and the line between', () => {
    expect(mark({ min: 25, max: 75 })).toEqual({ dots: [25, 71], hollow: false, line: { from: 25, to: 71 } });
    expect(mark({ min: 25, max: 25 })).toEqual({ dots: [25], hollow: false, line: undefined });
  });

  test.each([{ value: 50, atLeast: true }, { min: 50 }])('at least: a line open above, %j', (measure) => {
    expect(mark(measure)).toEqual({ dots: [48], hollow: false, line: { from: 48, to: 98, open: 'upper' } });
  });

  test.each([{ value: 50, atMost: true }, { max: 50 }])('at most: a line open below, %j', (measure) => {
    expect(mark(measure)).toEqual({ dots: [48], hollow: false, line: { from: 2, to: 48, open: 'lower' } });
  });
});

describe('the words', () => {
  const told = dotPlot([
    {
      claim: { when: '1901-04~/1901-05' },
      source,
      speaker: 'the keeper of the granary and of its book',
      measure: { of: 'sacks of grain burned', value: 1500, approx: true },
    },
    { claim: {}, source, speaker: 'a sailor', measure: { of: 'sacks of grain burned', min: 5000, max: 8000 } },
  ]);

  test('figure, speaker and date, in lines of a narrow screen, without a word lost', () => {
    expect(told.rows[0]!.figure).toEqual(['about 1,500 sacks of grain', 'burned']);
    expect(told.rows[0]!.said).toEqual(['the keeper of the granary and of its', 'book · between about April and May', '1901']);
    expect(told.rows[1]!.figure).toEqual(['5,000–8,000 sacks of grain', 'burned']);
  });

  test('rows stand below one another, lines and marks clear', () => {
    const [first, second] = told.rows;
    expect(first!.markY).toBeGreaterThan(first!.textY + 4 * 1.4);
    expect(second!.textY).toBeGreaterThan(first!.markY + 1);
    expect(told.axisY).toBeGreaterThan(second!.markY);
    expect(told.height).toBeGreaterThan(told.axisY + 1);
  });

  test('the alternative says every row, the key only what is drawn', () => {
    expect(told.description).toBe(
      'G: about 1,500 sacks of grain burned · the keeper of the granary and of its book · between about April and May 1901. G: 5,000–8,000 sacks of grain burned · a sailor.',
    );
    expect(told.key).toEqual(['A hollow dot is an approximate figure.']);
    expect(plot({ value: 1 }).key).toEqual([]);
    expect(plot({ min: 1 }, { max: 2 }).key).toHaveLength(2);
  });
});
