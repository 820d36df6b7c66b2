import { describe, expect, test } from 'vitest';
import { buildEdition } from '../src/edition.ts';
import { countsInWords, namings } from '../src/namings.ts';
import { changedCorpus, smallCorpus, swap } from './small-corpus.ts';
import type { Edit } from './small-corpus.ts';

/** Rows of an entity as [siglum, spellings with blocks, counts, roles, claim], and the sigla of the silent accounts. */
async function rowsOf(id: string, edits: Record<string, Edit> = {}) {
  const content = Object.keys(edits).length === 0 ? smallCorpus : changedCorpus(edits);
  const { rows, silent } = namings((await buildEdition(content)).edition, id);
  return {
    rows: rows.map((row) => [
      row.source.record.siglum,
      row.names.map(({ text, blocks }) => `${text} ${blocks.join()}`),
      countsInWords(row),
      row.roles,
      row.description?.id,
    ]),
    silent: silent.map(({ record }) => record.siglum),
  };
}

const gazette = 'claims/gazette-1901.yaml';

describe('how each account names an entity', () => {
  test('by the spellings it uses, with mentions, claims and a claim that describes', async () => {
    expect(await rowsOf('vell')).toEqual({
      rows: [
        ['P', ['Vell 2'], '', [], undefined],
        ['G', ['Vell 1'], '2 mentions, 3 claims', [], 'fire-g'],
      ],
      silent: [],
    });
  });

  test('as outlet or author of the document, and as whom it is quoted', async () => {
    expect((await rowsOf('harbour-post')).rows).toEqual([['P', [], 'published the account, 1 mention', [], undefined]]);
    const { rows, silent } = await rowsOf('ada-lind', { [gazette]: swap('person: ada-lind', 'person: ada-lind, role: eyewitness') });
    expect(rows).toEqual([['G', ['Ada Lind 2'], 'wrote the account, 1 mention, 1 claim', ['eyewitness'], undefined]]);
    expect(silent).toEqual(['P']);
  });

  test('an event is described by the claims that tell it', async () => {
    expect((await rowsOf('granary-fire')).rows).toEqual([
      ['P', [], '1 claim', [], 'sacks-p'],
      ['G', [], '2 claims', [], 'fire-g'],
    ]);
  });

  test('what its record rests on describes it before what only concerns it, and what names it before what does not', async () => {
    const guard = 'entities/group/northern-guard.md';
    const concerned = { [gazette]: swap('where: [vell]\n  about', 'where: [vell]\n  who: [northern-guard]\n  about') };
    expect((await rowsOf('northern-guard', concerned)).rows[0]!.at(-1)).toBe('bridge-g');
    const cited = { ...concerned, [guard]: swap('[^bridge-g]', '[^fire-g]') };
    expect((await rowsOf('northern-guard', cited)).rows[0]!.at(-1)).toBe('fire-g');
    const neither = { ...concerned, [guard]: swap('[^bridge-g]', '') };
    expect((await rowsOf('northern-guard', neither)).rows[0]!.at(-1)).toBe('bridge-g');
  });

  test('a name in our editorial notes alone is no mention', async () => {
    const edits = {
      'articles/post-1901.md': (text: string) => `${text}\n:::note{kind=context}\nAda Lind worked for another paper.\n:::\n`,
    };
    expect((await rowsOf('ada-lind', edits)).silent).toEqual(['P']);
  });
});
