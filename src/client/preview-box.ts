/** A preview as an element. */
import type { Mark, Preview } from './preview-record.ts';

type Child = Node | string;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

const letter = ({ siglum, hue }: Mark) => element('b', `siglum ${hue}`, siglum);

/**
 * The box of a preview: a dialog that is not modal. It holds links, which a tooltip must not, and the reader goes on
 * with the page beside it, which a modal dialog would forbid.
 * @param root address of the site's folder
 * @param own the way that the link itself goes, with words for it; it comes first
 */
export function drawPreview(preview: Preview, root: string, own: Way): HTMLElement {
  const { kind, mark, title, names = [], text, remark, facts = [], accounts = [], links } = preview;
  const close = element('button', 'field', '×');
  close.type = 'button';
  close.ariaLabel = 'Close the preview';
  const box = element('div', 'preview ui');
  box.role = 'dialog';
  box.ariaLabel = `Preview: ${title ?? kind}`;
  box.id = 'preview';
  box.tabIndex = -1;
  box.append(close, element('p', 'kind', ...(mark ? [letter(mark), mark.at === '' ? ' ' : ` ${mark.at} · `] : []), kind));
  if (title !== undefined)
    box.append(element('p', 'title', title, ...names.flatMap(({ text, lang, rtl }) => [' ', foreign(text, lang, rtl)])));
  box.append(element('p', title === undefined ? 'says' : '', text));
  if (remark !== undefined) box.append(element('p', '', element('i', '', remark)));
  if (facts.length > 0) {
    box.append(element('dl', '', ...facts.map(([label, words]) => element('div', '', element('dt', '', label), element('dd', '', words)))));
  }
  if (accounts.length > 0) {
    box.append(element('ul', '', ...accounts.map((account) => element('li', '', letter(account), ` ${account.words}`))));
  }
  const ways = links.map(([words, address]) => ({ words, address: root + address }));
  const first = ways.find(({ address }) => address === own.address) ?? own;
  const all = [first, ...ways.filter((way) => way !== first)];
  box.append(element('ul', '', ...all.map((way) => element('li', '', anchor(way)))));
  return box;
}

function foreign(text: string, lang: string, rtl: boolean): HTMLElement {
  const name = element('span', '', text);
  name.lang = lang;
  if (rtl) name.dir = 'rtl';
  return name;
}

interface Way {
  words: string;
  address: string;
}

function anchor({ words, address }: Way): HTMLAnchorElement {
  const link = element('a', '', words);
  link.href = address;
  return link;
}
