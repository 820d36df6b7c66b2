import { expect, test } from 'vitest';
import { attribute, draw, markup } from '../../src/components/markup.ts';

const cases: [string, string, string][] = [
  ['text is escaped', markup`<b>${'a < b & "c" > d'}</b>`.text, '<b>a &lt; b &amp; &quot;c&quot; &gt; d</b>'],
  ['markup is not', markup`<p>${markup`<b>${'&'}</b>`}</p>`.text, '<p><b>&amp;</b></p>'],
  ['lists are drawn part by part', markup`<ul>${[1, [markup`<li>`, '<'], false]}</ul>`.text, '<ul>1<li>&lt;</ul>'],
  ['nothing stands for what is not there', markup`${undefined}a${false}b${''}${0}`.text, 'ab0'],
  ['a list by itself', draw([markup`<i>`, '&', 2]), '<i>&amp;2'],
  ['an attribute', markup`<a${attribute('title', 'a "b"')}>`.text, '<a title="a &quot;b&quot;">'],
  ['an attribute without a value', markup`<a${attribute('title', undefined)}>`.text, '<a>'],
];

test.each(cases)('%s', (_, drawn, expected) => {
  expect(drawn).toBe(expected);
});
