import { expect, test } from 'vitest';
import { normalise, searchedPart, withoutMarks } from '../../src/integrations/search-copy.ts';

test.each([
  ['typography in text', '<p title="“a”">“al‑Bab”</p>', '<p title="“a”">&quot;al-Bab&quot;</p>'],
  ['dashes part words', '<p>Homs—Hama</p>', '<p>Homs Hama</p>'],
  ['aliases are folded too', '<span data-aliases="جبهة النصرة | al‑Nusra"></span>', '<span data-aliases="جبهه نصره | al-Nusra"></span>'],
  ['cells do not run together, and an empty one is not there', '<td>a</td> <td></td> <td>b</td>', '<td>a · </td>   <td>b </td>'],
  ['blocks do not run together', '<dt>a</dt><dd>b</dd>', '<dt>a </dt><dd>b </dd>'],
  [
    'styles and sections left out of search are gone',
    '<style>a{}</style><section class="x" data-pagefind-ignore="all"><p>a</p></section><p>b</p>',
    '  <p>b</p>',
  ],
  [
    'elements left out end where they end, also around others of their name; cells stay',
    '<div data-pagefind-ignore><div>a</div></div><div>b</div><td data-pagefind-ignore>c</td>',
    ' <div>b</div><td data-pagefind-ignore>c </td>',
  ],
  [
    'addresses stand on empty elements, but for headings',
    '<h2 id="h">a</h2><p class="x" id="p1">b</p><tr id=r><td>c</td></tr>',
    '<h2 id="h">a</h2><p id="p1"></p><p class="x">b</p><tr id=r></tr><tr><td>c </td></tr>',
  ],
  [
    'places in documents are no figures, but where one is explained',
    '<p><b>Gap</b> ¶17 s1, <a>V ¶4 s1–2</a> said 17; <code>S ¶4 s1</code> is a place',
    '<p><b>Gap</b>, <a></a> said 17; <code>S ¶4 s1</code> is a place',
  ],
])('%s', (_, html, indexed) => {
  expect(normalise(html)).toBe(indexed);
});

test.each([
  [
    '<main id="content" data-pagefind-body><p data-pagefind-ignore="all" class="a">b</p></main>',
    '<main id="content"><p class="a">b</p></main>',
  ],
  ['<span hidden data-aliases="S | As-Safir" data-pagefind-meta="aliases[data-aliases], kind:account"></span><h1>A</h1>', '<h1>A</h1>'],
  ['<p data-places="">a data-pagefind-body b</p>', '<p data-places="">a data-pagefind-body b</p>'],
])('%s', (marked, plain) => {
  expect(withoutMarks(marked)).toBe(plain);
});

test('of a page to be searched its main part, of others nothing', () => {
  const page = (body: string) => Buffer.from(`<html lang="en"><p>Ä</p><main${body}><h1>Ä</h1></main></html>`);
  expect(Buffer.from(searchedPart(page(' data-pagefind-body'))!).toString()).toBe('<main data-pagefind-body><h1>Ä</h1>');
  expect(searchedPart(Buffer.from('<html lang="en"><main><h1>A</h1></main></html>'))).toBeUndefined();
});
