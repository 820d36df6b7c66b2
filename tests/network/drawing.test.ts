import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Corpus, Entity } from '../../src/corpus/corpus.ts';
import { countAccount, drawAccount } from '../../src/network/account.ts';
import { draw, fontSize } from '../../src/network/drawing.ts';
import type { Drawing } from '../../src/network/drawing.ts';
import { groupsOf } from '../../src/network/groups.ts';
import { part } from '../../src/network/layout.ts';
import { lineHeight, textWidth } from '../../src/network/marks.ts';
import { pathOf } from '../../src/network/paths.ts';
import { networkOf } from '../../src/network/ties.ts';
import { corpusWithTies } from './vell.ts';

/** A corpus of groups and claims alone: what the network looks at. */
function made(who: readonly (readonly string[])[], relations: Record<string, Entity['relations']> = {}): Corpus {
  const ids = [...new Set(who.flat())];
  const entity = (id: string) => ({ id, type: 'group', name: `The ${id} Company of Somewhere`, relations: relations[id] ?? [] });
  const claim = (members: readonly string[], i: number) => ({ id: `c${i}`, article: i % 2 === 0 ? 'a' : 'b', who: members });
  return {
    entities: new Map(ids.map((id) => [id, entity(id) as unknown as Entity])),
    claims: new Map(who.map((members, i) => [`c${i}`, claim(members, i) as unknown as Claim])),
    articles: new Map([
      ['a', {}],
      ['b', {}],
    ]),
  } as unknown as Corpus;
}

/** Rings of names, the first of each bound to the first of the next. */
function rings(count: number, size: number): string[][] {
  const ring = Array.from({ length: count }, (_, r) => Array.from({ length: size }, (_, i) => `r${r}-${i}`));
  const inside = ring.flatMap((names) => names.map((name, i) => [name, names[(i + 1) % size]!]));
  return [...inside, ...inside, ...ring.slice(1).map((names, r) => [ring[r]![0]!, names[0]!])];
}

function textBoxes({ marks }: Drawing) {
  return marks.map(({ lines, x, baseline }) => {
    const half = Math.max(...lines.map((line) => textWidth(line, fontSize))) / 2;
    return { left: x - half, right: x + half, top: baseline - 10, bottom: baseline + (lines.length - 1) * lineHeight + 3 };
  });
}

describe('groups', () => {
  test('names bound to each other more than to others', () => {
    const groups = groupsOf(networkOf(made(rings(3, 5))));
    const ring = (r: number) => [0, 1, 2, 3, 4].map((i) => `r${r}-${i}`);
    expect(groups.map((members) => members.toSorted())).toEqual([ring(0), ring(1), ring(2)]);
  });

  test('a pair is none, and an editorial tie makes none', () => {
    const relations = { a: [{ type: 'part-of', to: 'b', evidence: [] }], b: [{ type: 'part-of', to: 'c', evidence: [] }] } as const;
    expect(
      groupsOf(networkOf(made([['x', 'y'], ['a'], ['b'], ['c']], relations as unknown as Record<string, Entity['relations']>))),
    ).toEqual([]);
  });
});

describe('the drawing', () => {
  const drawing = draw(networkOf(made(rings(8, 10))));

  test('has every name once, inside its sheet, with no text on another text or disc', () => {
    expect(drawing.marks).toHaveLength(80);
    const boxes = textBoxes(drawing);
    for (const [i, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(drawing.width);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(drawing.height);
      for (const [j, other] of boxes.entries()) {
        if (i === j) continue;
        const apart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        expect(apart, `${drawing.marks[i]!.lines.join(' ')} on ${drawing.marks[j]!.lines.join(' ')}`).toBe(true);
      }
      for (const { x, y, radius } of drawing.marks) {
        const near = { x: Math.min(Math.max(x, box.left), box.right), y: Math.min(Math.max(y, box.top), box.bottom) };
        expect(Math.hypot(near.x - x, near.y - y)).toBeGreaterThanOrEqual(radius - 2);
      }
    }
  });

  test('is in whole numbers and the same again', () => {
    for (const { x, y, baseline } of drawing.marks) for (const value of [x, y, baseline]) expect(Number.isInteger(value)).toBe(true);
    expect(drawing.lines.every(({ path }) => /^(?:[ML]-?\d+ -?\d+)+$/.test(path))).toBe(true);
    const corpus = made(rings(8, 10));
    const other = { ...corpus, entities: new Map([...corpus.entities].reverse()) };
    expect(JSON.stringify(draw(networkOf(other)))).toBe(JSON.stringify(drawing));
  });

  test('names that are tied stand nearer than others', () => {
    const at = new Map(drawing.marks.map((mark) => [mark.actor.entity.id, mark]));
    const distance = (a: string, b: string) => Math.hypot(at.get(a)!.x - at.get(b)!.x, at.get(a)!.y - at.get(b)!.y);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ids = [...at.keys()];
    const tied = drawing.lines.map(({ tie }) => distance(tie.from, tie.to));
    expect(mean(tied)).toBeLessThan(0.5 * mean(ids.flatMap((a) => ids.map((b) => distance(a, b)))));
  });

  test('leaves the names with the fewest claims to the tables where there are too many', () => {
    const many = draw(networkOf(made([...rings(13, 10), ['r0-0', 'r0-1']])));
    expect(many.marks).toHaveLength(120);
    expect(many.left).toHaveLength(10);
    expect(many.marks[0]!.actor.claims.length).toBeGreaterThanOrEqual(many.left[0]!.claims.length);
    const shown = new Set(many.marks.map(({ actor }) => actor.entity.id));
    expect(many.lines.every(({ tie }) => shown.has(tie.from) && shown.has(tie.to))).toBe(true);
  });

  test('two names are enough', () => {
    const { marks, lines, groups } = draw(networkOf(made([['one', 'two']])));
    expect([marks.length, lines.length, groups.length]).toEqual([2, 1, 0]);
  });
});

describe('one account', () => {
  test('has its own names and ties, where they stand in the whole', async () => {
    const network = networkOf(await corpusWithTies());
    const whole = draw(network);
    const own = drawAccount(whole, 'post-1901');
    const places = whole.marks.filter(({ actor }) => actor.told.has('post-1901')).map(({ x, y }) => `${x} ${y}`);
    expect(own.discs.map(({ x, y }) => `${x} ${y}`).sort()).toEqual(places.sort());
    expect(own.discs).toHaveLength(3);
    expect(own.lines.map(({ kind }) => kind)).toEqual(['together', 'against']);
    expect(own.labels.map(({ text }) => text)).toContain('Harbour Guard');
  });

  test('is counted', async () => {
    const network = networkOf(await corpusWithTies());
    const { names, ties, alone, closest } = countAccount(network, 'gazette-1901');
    expect([names, ties, alone, closest?.tie.from, closest?.tie.to, closest?.claims]).toEqual([
      3,
      4,
      2,
      'harbour-guard',
      'northern-guard',
      2,
    ]);
    expect(countAccount(network, 'post-1901')).toMatchObject({ names: 3, ties: 3, alone: 1, closest: undefined });
  });
});

describe('lines', () => {
  const [from, to] = [
    { x: 0, y: 0, radius: 10 },
    { x: 100, y: 0, radius: 20 },
  ];

  test.each([
    ['with', false, 'M0 0L100 0'],
    ['within', true, 'M0 0L78 0M72 -4L78 0L72 4'],
  ] as const)('%s, directed: %s', (kind, directed, path) => {
    expect(pathOf({ kind, directed }, from, to)).toBe(path);
  });

  test('who fight are joined by a zigzag from disc to disc', () => {
    const path = pathOf({ kind: 'against', directed: false }, from, to);
    expect(path).toMatch(/^M10 0L.* L?.*80 0$/s);
    expect(new Set(path.match(/-?\d+(?=[ML]|$)/g))).toEqual(new Set(['0', '3', '-3']));
  });

  test('a second relation lies beside the first', () => {
    expect(pathOf({ kind: 'with', directed: false }, from, to, 1)).toBe('M0 6L100 6');
  });
});

test('boxes are parted whatever they are', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 4, max: 200 }),
    height: fc.integer({ min: 4, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(box, { minLength: 2, maxLength: 30 }), (made) => {
      const boxes = made.map((box) => ({ ...box, radius: 2, offset: 0 }));
      part(boxes, [[boxes[0]!, boxes[1]!]], 500);
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(Math.abs(a.x - b.x) * 2 >= a.width + b.width || Math.abs(a.y - b.y) * 2 >= a.height + b.height).toBe(true);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('discs that stand on one point part as well', () => {
  const box = { x: 50, width: 20, height: 10, radius: 2 };
  const boxes = [
    { ...box, y: 10, offset: 5 },
    { ...box, y: 20, offset: -5 },
    { ...box, y: 40, offset: 0 },
  ];
  part(boxes, [[boxes[0]!, boxes[1]!]], 500);
  expect(boxes.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
});
