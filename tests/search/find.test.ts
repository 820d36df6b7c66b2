import { describe, expect, test } from 'vitest';
import { asTyped, closeness, findNames, findText, heldTogether } from '../../src/search/find.ts';
import { Lookup, partLength } from '../../src/search/lookup.ts';
import type { Engine, Hit, Text } from '../../src/search/lookup.ts';
import type { NamedPage } from '../../src/search/directory.ts';
import { mergeResults } from '../../src/search/merge.ts';
import { Names } from '../../src/search/names.ts';
import type { NameMatch } from '../../src/search/names.ts';
import { claimElement, passagesOf } from '../../src/search/passages.ts';
import { readQuery } from '../../src/search/query.ts';

const texts = {
  'articles/a.html': 'The siege was lifted in August. Later 440 civilians died in the city.',
  'entities/siege.html': 'The siege of the city.',
  'entities/convoy.html': 'A convoy came in August with tyres.',
  'questions/dead.html': 'How many civilians died? 440 or 450.',
};

const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');

/** Does as Pagefind does: forms of a word in quotes; without them also what it begins, or, where there is nothing, what begins alike. */
const engine: Engine = {
  search: async (query) => {
    const wanted = query.replaceAll('"', '').split(' ').map(plain);
    const find = (is: (word: string, i: number) => boolean): Hit[] =>
      Object.entries(texts).flatMap(([url, content]) => {
        const words = content.split(' ').map(plain);
        const at = words.flatMap((_, start) =>
          wanted.every((_, i) => words[start + i] !== undefined && is(words[start + i]!, i)) ? [start] : [],
        );
        const data = () =>
          Promise.resolve({
            url,
            content,
            meta: { title: url, kind: url.split('/')[0]!.replace(/s$/, '').replace('article', 'account') },
            anchors: [],
          });
        return at.length > 0 ? [{ id: url, score: 1, words: at, data }] : [];
      });
    const exact = find((word, i) => word === wanted[i]);
    if (query.startsWith('"')) return Promise.resolve({ results: exact });
    const begun = find((word) => word.startsWith(wanted[0]!));
    return Promise.resolve({ results: begun.length > 0 ? begun : find((word) => word.startsWith(wanted[0]!.slice(0, 2))) });
  },
  part: () => Promise.reject(new Error('no text is in parts')),
};

const names = new Names({
  pages: [
    ['entities/siege.html', 'event', 3, 'Siege of the city'],
    ['entities/convoy.html', 'event', 1, 'Convoy'],
  ],
  synonyms: [
    ['tyre', 'tire'],
    ['convoy', 'caravan'],
    ['blockade', 'siege of the city'],
  ],
  accounts: {},
});

async function find(text: string, exact = false) {
  const found = await findText(readQuery(text), exact, names, new Lookup(engine), 4);
  return { ...found, pages: found.ranked.map(({ hit }) => hit.id) };
}

describe('finding', () => {
  test('what stands together comes first, and pages with less than a third of it not at all', async () => {
    const { pages } = await find('440 civilians died');
    expect(pages[0]).toBe('articles/a.html');
    expect(pages).not.toContain('entities/convoy.html');
    expect((await find('lifted convoy')).pages).toContain('entities/convoy.html');
    expect((await find('lifted 450 civilians died convoy')).pages).not.toContain('entities/convoy.html');
  });

  test('a synonym is as telling as what stands there as typed', async () => {
    const { weights } = await find('caravan convoy');
    expect(weights[0]).toBeCloseTo(weights[1]!);
  });

  test('an account that has it as it was typed comes before what has it otherwise, but not before what is named so', async () => {
    const page = (url: string): NamedPage => [url, url.startsWith('a') ? 'account' : 'event', 0, url];
    const typed = await find('siege was lifted');
    const first = async (share: number) =>
      (await mergeResults(typed.ranked, typed, [{ page: page('entities/siege.html'), name: 'Siege', share, isExact: false }], page, ''))[0]!
        .page[0];
    expect(await first(0.5)).toBe('articles/a.html');
    expect(await first(1)).toBe('entities/siege.html');
  });

  test('what no page has is said, and the rest is found', async () => {
    expect(await find('xyzzy convoy')).toMatchObject({ pages: ['entities/convoy.html'], missing: ['xyzzy'] });
    expect(await find('xyzzy')).toMatchObject({ pages: [], missing: ['xyzzy'] });
  });

  test('a figure in words, a phrase, a minus', async () => {
    expect((await find('four hundred forty civilians')).pages).toContain('articles/a.html');
    expect((await find('"lifted in August"')).pages).toEqual(['articles/a.html']);
    expect((await find('"in August lifted"')).pages).toEqual([]);
    expect((await find('August -convoy')).pages).toEqual(['articles/a.html']);
    expect((await find('August -"convoy"')).pages).toEqual(['articles/a.html']);
    expect((await find('city -“siege was lifted”')).pages).toEqual(['entities/siege.html']);
    expect((await find('city -"was siege"')).pages).toEqual((await find('city')).pages);
  });

  test('synonyms and slips are named, and left out on request', async () => {
    expect(await find('tires')).toMatchObject({ pages: ['entities/convoy.html'], also: ['tyre'] });
    expect(await find('convvoy')).toMatchObject({ pages: ['entities/convoy.html'], also: ['convoy'] });
    expect((await find('tires', true)).pages).toEqual([]);
  });

  test('a synonym of several words is found without a look at those that say little', async () => {
    const asked: string[] = [];
    const search: Engine['search'] = (query) => (asked.push(query), engine.search(query));
    const found = await findText(readQuery('blockade'), false, names, new Lookup({ ...engine, search }), 4);
    expect(found.ranked.map(({ hit, places }) => [hit.id, places])).toEqual([['entities/siege.html', [[1, 2, 3, 4]]]]);
    expect(found.also).toEqual(['siege of the city']);
    expect(asked.filter((query) => /\b(?:of|the)\b/.test(query))).toEqual([]);
  });

  test('of many ideas, one that many pages have is not looked for by its synonyms', async () => {
    const pages = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`entities/${i}.html`, 'tyre smoke road tired']));
    const search = async (typed: string) => {
      const asked: string[] = [];
      const query = readQuery(typed);
      const one: Engine['search'] = (query) => {
        asked.push(query);
        const word = query.replaceAll('"', '');
        const found = Object.entries(pages).filter(([, text]) => text.split(' ').includes(word));
        return Promise.resolve({ results: found.map(([id]) => ({ id, score: 1, words: [0], data: () => Promise.reject(new Error(id)) })) });
      };
      await findText(query, false, names, new Lookup({ ...engine, search: one }), 6);
      return asked;
    };
    expect(await search('tyre smoke road')).toContain('"tire"');
    expect(await search('tyre smoke road tired')).not.toContain('"tire"');
    expect(await search('convoy smoke road tired')).toContain('"caravan"');
  });

  test('for a synonym that no page has no text is loaded', async () => {
    let loaded = 0;
    const search: Engine['search'] = async (query) => ({
      results: (await engine.search(query)).results.map((hit) => ({ ...hit, data: () => (loaded++, hit.data()) })),
    });
    const found = await findText(readQuery('convoy'), false, names, new Lookup({ ...engine, search }), 4);
    expect(found).toMatchObject({ ranked: [{ hit: { id: 'entities/convoy.html' } }], also: [] });
    expect((await engine.search('caravan')).results).not.toEqual([]);
    expect(loaded).toBe(0);
  });

  test('of a long text only the parts with what was found are loaded, to see what a word begins', async () => {
    const asked: number[] = [];
    const place = 2 * partLength + 5;
    const data = () => Promise.resolve({ url: 'long.html', content: '', length: 4 * partLength, meta: { title: 'Long' }, anchors: [] });
    const lookup = new Lookup({
      ...engine,
      search: (query) => Promise.resolve({ results: query.startsWith('"') ? [] : [{ id: 'long', score: 1, words: [place], data }] }),
      part: (_, part) => {
        asked.push(part);
        return Promise.resolve(Array.from({ length: partLength }, (_, i) => (part === 2 && i === 5 ? 'Evacuation,' : 'x')).join(' '));
      },
    });
    expect([...(await lookup.typed('evacua')).keys()]).toEqual(['long']);
    expect([...(await lookup.typed('evacuees')).keys()]).toEqual([]);
    expect(new Set(asked)).toEqual(new Set([2]));
  });

  test('a slip counts less than what stands there as typed', async () => {
    const { weights } = await find('convvoy tyres');
    expect(weights[0]).toBeCloseTo(0.7 * weights[1]!);
  });

  test('a word that only begins another is searched in its other spellings too', async () => {
    const other = new Names({ pages: [['entities/a.html', 'place', 1, 'Civel']], synonyms: [], accounts: {} });
    const asked: string[] = [];
    const search: Engine['search'] = (query) => (asked.push(query), engine.search(query));
    await findText(readQuery('civil August'), false, other, new Lookup({ ...engine, search }), 4);
    expect(asked).toContain('"civel"');
  });

  test('a name stands before the rest of a query that says little in the texts', async () => {
    const query = readQuery('convoy xyzzy');
    const found = await findText(query, false, names, new Lookup(engine), 4);
    const share = (matches: readonly NameMatch[]) => matches.find(({ name }) => name === 'Convoy')!.share;
    expect(share(findNames(query, 'convoy xyzzy', false, names, found))).toBeGreaterThan(0.9);
    expect(share(findNames(query, 'convoy xyzzy', false, names))).toBeLessThan(0.5);
  });

  test('a word of the texts is no other spelling of a name', async () => {
    const other = new Names({ pages: [['entities/a.html', 'person', 1, 'Augist']], synonyms: [], accounts: {} });
    expect(other.spellings('august')).toEqual(['augist']);
    const asked: string[] = [];
    const search: Engine['search'] = (query) => (asked.push(query), engine.search(query));
    await findText(readQuery('August convoy'), false, other, new Lookup({ ...engine, search }), 4);
    expect(asked).not.toContain('augist');
  });

  test('what no page has is said; the rest is found', async () => {
    expect(await find('siege zzzz')).toMatchObject({ missing: ['zzzz'] });
    expect((await find('zzzz')).pages).toEqual([]);
  });

  test('the last word may be unfinished, others not', async () => {
    expect((await find('conv')).pages).toEqual(['entities/convoy.html']);
    expect((await find('aug')).pages).toHaveLength(2);
  });

  test('a figure leads to the account before shorter pages', async () => {
    const found = await find('440 civilians');
    const results = await mergeResults(found.ranked, found, [], () => undefined, '');
    expect(results.map(({ page: [url] }) => url)[0]).toBe('articles/a.html');
  });

  test('a question comes first for one that begins as it does', async () => {
    const found = await find('440 civilians');
    const pageOf = (url: string) => [url, url.startsWith('q') ? 'question' : '', 0, 'How many civilians died?'] as const;
    const firstFor = async (text: string) => (await mergeResults(found.ranked, found, [], pageOf, text))[0]!.page[0];
    expect(await firstFor('how were 440 civilians hit')).toBe('questions/dead.html');
    expect(await firstFor('howitzers, 440 civilians')).not.toBe('questions/dead.html');
  });

  test('a question counts more for one that begins otherwise, too', async () => {
    const found = await find('civilians');
    const pageOf = (url: string) => [url, url.startsWith('q') ? 'question' : '', 0, 'How many died?'] as const;
    const firstFor = async (text: string) => (await mergeResults(found.ranked, found, [], pageOf, text))[0]!.page[0];
    expect(await firstFor('civilians')).toBe('articles/a.html');
    expect(await firstFor('were civilians hit')).toBe('questions/dead.html');
    expect(await firstFor('whole civilians')).toBe('articles/a.html');
  });

  test('of pages that share a name the one whose title it is comes first', async () => {
    const match = (title: string): NameMatch => ({ page: [title, 'group', 1, title], name: 'Party', share: 0.94, isExact: false });
    const results = await mergeResults([], await find('zzzz'), ['Army Party', 'Party (Lebanon)'].map(match), () => undefined, 'Partie');
    expect(results.map(({ page: [title] }) => title)).toEqual(['Party (Lebanon)', 'Army Party']);
  });
});

test.each([
  [[[1], [2]], 1],
  [[[1], [5, 3], []], 1 - 1 / 30],
  [[[1], [400]], 0],
  [[[7]], 0],
])('closeness of %j', (places, value) => {
  expect(closeness(places)).toBeCloseTo(value);
});

test.each([
  ['440 civilians died', [[5], [6], [7]], 1],
  ['440 of the civilians died', [[5], [6], [7]], 0.5],
  ['440 of the civilians died', [[5], [8], [90]], 0.5],
  ['7,500 fighters', [[5], [6]], 1],
  ['"in the" city', [[5, 6], [7]], 1],
  ['civilians', [[5]], 0],
])('%s, typed and at %j', (text, places, value) => {
  expect(asTyped(places, readQuery(text).ideas)).toBe(value);
});

test.each([
  [[[1, 300], [20]], 1],
  [[[1], [200]], 0.75],
  [[[], [5]], 0.25],
  [[[], []], 0],
])('held together by %j', (places, value) => {
  expect(heldTogether(places, [3, 1])).toBeCloseTo(value);
});

describe('passages', () => {
  const words = `Title here. One two three. ${'fill '.repeat(60)}440 civilians died, it said. Claim of 440.`.split(' ');
  const page: Text = {
    length: words.length,
    words: () => Promise.resolve(words),
    meta: {},
    anchors: [
      { element: 'p', id: 'p1', location: 2 },
      { element: 'p', id: 'p2', location: 5 },
      { element: claimElement, id: 'c-dead', location: 70 },
      { element: 'li', id: 'n3', location: 71 },
    ],
  };

  test('the block with the most of it first, cut to the stretch that has it, marked', async () => {
    const [best, claim, ...others] = await passagesOf(page, [[65, 72], [66]], [2, 1]);
    expect(best).toMatchObject({ id: 'p2', isClaim: false, cut: { before: true, after: false } });
    expect(best!.words.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['440', 'civilians']);
    expect(best!.marks).toBe(':~:text=fill%20fill%20fill-,440%20civilians');
    expect(claim).toMatchObject({ id: 'c-dead', isClaim: true });
    expect(others).toEqual([]);
  });

  test('of a long text only the parts that hold the passages are loaded', async () => {
    const words = Array.from({ length: 4 * partLength }, (_, i) => `w${i}`);
    const asked: number[] = [];
    const lookup = new Lookup({
      ...engine,
      part: (id, part) => {
        expect(id).toBe('long');
        asked.push(part);
        return Promise.resolve(words.slice(part * partLength, (part + 1) * partLength).join(' '));
      },
    });
    const anchors = [0, 1, 2, 3].map((i) => ({ element: 'p', id: `p${i}`, location: i * partLength - (i === 2 ? 10 : 0) }));
    const data = () => Promise.resolve({ url: 'long.html', content: '', length: words.length, meta: {}, anchors });
    const text = await lookup.text({ id: 'long', score: 1, words: [], data });
    const [best, ...others] = await passagesOf(text, [[2 * partLength - 2, 2 * partLength + 3]], [1]);
    expect(best).toMatchObject({ id: 'p2', cut: { before: true, after: true } });
    expect(best!.words.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['w598', 'w603']);
    expect(others).toEqual([]);
    expect(asked).toEqual([1, 2]);
  });

  test('a page without anchors is one passage', async () => {
    expect(await passagesOf({ ...page, anchors: [] }, [[0]], [1])).toMatchObject([{ isClaim: false, marks: ':~:text=Title' }]);
  });
});
