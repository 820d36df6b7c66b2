import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, pitch } from '../../src/timeline/arrange.ts';
import type { Mark } from '../../src/timeline/arrange.ts';
import { pack } from '../../src/timeline/pack.ts';
import type { Box } from '../../src/timeline/pack.ts';

const box = fc.record({
  left: fc.integer({ min: 0, max: 500 }),
  width: fc.integer({ min: 1, max: 200 }),
  height: fc.integer({ min: 1, max: 40 }),
});
const form = box.map(({ left, width, height }): Box => ({ left, right: left + width, height }));

describe('pack', () => {
  test('no two boxes ever overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.array(form, { minLength: 1, maxLength: 3 }), { maxLength: 40 }), (things) => {
        const placed = pack(things).map(({ form, top }, i) => ({ ...things[i]![form]!, top }));
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(0, i)) {
            const beside = a.left >= b.right || b.left >= a.right;
            const beneath = a.top >= b.top + b.height || b.top >= a.top + a.height;
            expect(beside || beneath).toBe(true);
          }
        }
      }),
    );
  });

  test('a box fills a hole that is high enough, and takes the form that stands higher', () => {
    const [wide, left, right] = [
      { left: 0, right: 100, height: 10 },
      { left: 0, right: 40, height: 30 },
      { left: 60, right: 100, height: 10 },
    ];
    expect(pack([[wide], [left], [right]])).toEqual([
      { form: 0, top: 0 },
      { form: 0, top: 10 },
      { form: 0, top: 10 },
    ]);
    expect(pack([[left], [left, right]])[1]).toEqual({ form: 1, top: 0 });
  });
});

const length = 1000;
const of = (start: number, end: number, content: Mark['content']): Mark => ({ start, end, content });

describe('arrange', () => {
  test('the same marks are drawn the same', () => {
    const marks = [of(0.1, 0.5, { dots: 7 }), of(0.2, 0.2, { name: 90 }), of(0, 1, { badge: 20 })];
    expect(arrange(marks, length)).toEqual(arrange(structuredClone(marks), length));
  });

  test('a day is a point and a month a line; on a longer axis the day is a line too', () => {
    const marks = [of(0.5, 0.504, { dots: 1 }), of(0.1, 0.2, { dots: 1 })];
    expect(arrange(marks, length).drawn.map(({ line }) => line)).toEqual([false, true]);
    expect(arrange(marks, 25 * length).drawn.map(({ line }) => line)).toEqual([true, true]);
  });

  test('dots of one date stand apart, around its middle', () => {
    for (const mark of [of(0.4, 0.5, { dots: 25 }), of(0.5, 0.501, { dots: 12 }), of(0.5, 0.52, { dots: 9 })]) {
      const { dots } = arrange([mark], length).drawn[0]!;
      expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(dots.length);
      expect(dots.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0);
      for (const a of dots) for (const b of dots) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(pitch);
    }
  });

  test('dots keep within their line; where it is too short for them they hang below it', () => {
    const [long, short] = [arrange([of(0.4, 0.5, { dots: 25 })], length), arrange([of(0.5, 0.52, { dots: 9 })], length)].map(
      ({ drawn }) => drawn[0]!,
    );
    expect(Math.max(...long!.dots.map(({ x }) => Math.abs(x)))).toBeLessThanOrEqual(50);
    expect(long!.dots[0]!.y).toBe(0);
    expect(short!.dots[0]!.y).toBe(pitch);
  });

  test('a name at the end of the axis ends at its mark, one at the beginning begins there', () => {
    const names = arrange([of(0.99, 0.99, { name: 200 }), of(0.01, 0.01, { name: 200 })], length);
    expect(names.drawn.map(({ before }) => before)).toEqual([true, false]);
  });

  test('marks that would touch stand beneath each other, and the height holds them all', () => {
    const { drawn, height } = arrange([of(0.5, 0.5, { name: 600 }), of(0.52, 0.52, { name: 600 })], length);
    expect(Math.abs(drawn[0]!.y - drawn[1]!.y)).toBeGreaterThan(12);
    expect(height).toBeGreaterThan(Math.max(...drawn.map(({ y }) => y)));
  });
});
