import { expect, test } from 'vitest';
import { drawFootnotes } from '../../src/components/footnotes.ts';
import { buildEdition } from '../../src/edition.ts';
import { paths } from '../../src/urls.ts';
import { changedCorpus, swap } from '../small-corpus.ts';

/** Who speaks in the note of `smoke-g`, on a page, where the Gazette's account came through the Post. */
async function speakers(voice: string, page = paths.article('gazette-1901')): Promise<string[]> {
  const folder = changedCorpus({
    'sources/gazette-1901.yaml': swap('outlet: vell-gazette', 'outlet: vell-gazette\nrepublishedBy: harbour-post'),
    'claims/gazette-1901.yaml': swap('[{ as: a sailor }, { outlet: vell-gazette }]', voice),
  });
  const { edition } = await buildEdition(folder);
  const { html } = drawFootnotes(page, edition, edition.accounts.get('gazette-1901')!);
  const note = html.split('<li').find((text) => text.includes('#smoke-g'))!;
  return Array.from(note.matchAll(/<[bi]>(.*?)<\/[bi]>/g), ([, name]) => name!);
}

const sailor = '{ as: a sailor }';
const [gazette, post] = ['{ outlet: vell-gazette }', '{ outlet: harbour-post }'];

test.each([
  ['ends before the outlets of the whole page', [sailor, gazette, post], ['a sailor']],
  ['names the first where they alone speak', [gazette, post], ['Vell Gazette']],
  ['is told in full where it ends otherwise', [sailor, post], ['a sailor', 'Harbour Post']],
])('on the page of its account a chain %s', async (_, voice, expected) => {
  expect(await speakers(`[${voice.join(', ')}]`)).toEqual(expected);
});

test('elsewhere a chain is told in full', async () => {
  expect(await speakers(`[${sailor}, ${gazette}, ${post}]`, paths.entity('vell'))).toHaveLength(3);
});
