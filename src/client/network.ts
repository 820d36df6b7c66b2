/** The network page: shows what one account tells, some kinds of tie, or the ties of one name, in drawing and tables alike. */
import { radiusOf, widthOf } from '../network/marks.ts';
import { bindForm } from './hash-state.ts';
import { zoomable } from './zoom.ts';

interface Tie {
  row: HTMLTableRowElement;
  line: SVGPathElement | undefined;
  kind: string;
  ends: readonly string[];
  told: Told;
}

interface Name {
  id: string;
  link: SVGAElement;
  disc: SVGCircleElement;
  told: Told;
  claims: number;
}

/** Claims by account. */
type Told = ReadonlyMap<string, number>;

const form = document.querySelector<HTMLFormElement>('form[data-network]')!;
const select = form.querySelector('select')!;
const status = form.querySelector('[role="status"]')!;
const panel = document.querySelector<HTMLElement>('[data-panel]')!;
const region = document.querySelector<HTMLElement>('[data-region]')!;
const sheet = region.querySelector('svg')!;

const lines = sheet.querySelectorAll<SVGPathElement>('.tie');
const ties = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-ends]')].map((row): Tie => {
  const { kind = '', ends = '', told, line } = row.dataset;
  return { row, line: line === undefined ? undefined : lines[Number(line)], kind, ends: ends.split(' '), told: readTold(told) };
});
const names = [...sheet.querySelectorAll<SVGAElement>('a[data-name]')].map((link): Name => {
  const told = readTold(link.dataset.told);
  const claims = [...told.values()].reduce((sum, claims) => sum + claims, 0);
  return { id: link.dataset.name!, link, disc: link.querySelector('circle')!, told, claims };
});

function readTold(text = ''): Told {
  return new Map(
    text.split(' ').flatMap((token) => {
      const [account = '', claims] = token.split(':');
      return account === '' ? [] : [[account, Number(claims)]];
    }),
  );
}

function draw(state: URLSearchParams): void {
  const [account, kinds, chosen] = [state.get('account') ?? '', state.getAll('tie'), state.get('name') ?? ''];
  const tells = ({ told }: { told: Told }) => account === '' || (account === 'none' ? told.size === 0 : told.has(account));
  const shown = ties.filter((tie) => tells(tie) && (kinds.length === 0 || kinds.includes(tie.kind)));
  const own = shown.filter(({ ends }) => ends.includes(chosen));
  const tied = new Set(shown.flatMap(({ ends }) => ends));
  const near = new Set([chosen, ...own.flatMap(({ ends }) => ends)]);
  const isSingle = account !== '' && account !== 'none';

  for (const tie of ties) {
    tie.row.hidden = !shown.includes(tie);
    tie.line?.classList.toggle('off', tie.row.hidden);
    tie.line?.classList.toggle('dim', chosen !== '' && !tie.ends.includes(chosen));
    if (tie.kind === 'together') tie.line?.setAttribute('stroke-width', String(widthOf(count(tie.told, account))));
  }
  const present = names.filter((name) => (account === 'none' ? tied.has(name.id) : tells(name)));
  for (const name of names) {
    name.link.classList.toggle('off', !present.includes(name));
    name.link.classList.toggle('dim', chosen === '' ? !tied.has(name.id) : !near.has(name.id));
    name.link.classList.toggle('chosen', name.id === chosen);
    name.disc.setAttribute('r', String(radiusOf(isSingle ? (name.told.get(account) ?? 0) : name.claims)));
    const view = new URLSearchParams(state);
    view.set('name', name.id);
    name.link.setAttribute('href', `#${view.toString()}`);
  }
  sheet.classList.toggle('part', account !== '');
  const all = shown.length === ties.length;
  const text = `${present.length} names, ${all ? '' : `${shown.length} of `}${ties.length} ties.`;
  status.textContent = chosen === '' ? text : `${text} ${own.length} of them are ties of ${nameOf(chosen)}.`;
  showPanel(chosen, own);
}

function count(told: Told, account: string): number {
  return told.get(account) ?? [...told.values()].reduce((sum, claims) => sum + claims, 0);
}

function nameOf(id: string): string {
  return [...select.options].find(({ value }) => value === id)!.text;
}

/** The ties of the chosen name in words, taken from the tables. */
function showPanel(chosen: string, own: readonly Tie[]): void {
  if (chosen === '') {
    panel.replaceChildren();
    return;
  }
  const heading = element('h2', nameOf(chosen));
  heading.tabIndex = -1;
  const close = element('button', 'Close');
  close.type = 'button';
  close.className = 'field';
  close.addEventListener('click', () => {
    choose('');
    names.find(({ id }) => id === chosen)?.link.focus();
  });
  const list = element('ul', ...own.map((tie) => element('li', ...inWords(tie))));
  list.className = 'plain';
  panel.replaceChildren(close, heading, own.length === 0 ? element('p', 'No tie of this name is shown.') : list);
}

/** The cells of a tie’s row as a sentence. */
function inWords({ row, kind, told }: Tie): (Node | string)[] {
  const [tie, second, third, fourth] = [...row.cells].map(contents);
  if (kind === 'together') {
    const claims = count(told, '');
    return [...tie!, `: named together in ${claims} ${claims === 1 ? 'claim' : 'claims'} — `, ...fourth!];
  }
  const when = second!.length === 0 ? [] : [', ', ...second!];
  return [...tie!, ...when, ' — ', ...third!, ...(fourth!.length === 0 ? [] : [element('small', ...fourth!)])];
}

/** A copy of what a cell holds, without white space about it. */
function contents(cell: HTMLTableCellElement): Node[] {
  const copy = cell.cloneNode(true);
  if (copy.firstChild instanceof Text) copy.firstChild.data = copy.firstChild.data.trimStart();
  if (copy.lastChild instanceof Text) copy.lastChild.data = copy.lastChild.data.trimEnd();
  return [...copy.childNodes].filter(({ textContent }) => textContent !== '');
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...content: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

function choose(id: string): void {
  select.value = id;
  form.dispatchEvent(new Event('input'));
}

sheet.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<SVGAElement>('a[data-name]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  choose(link.dataset.name!);
  panel.querySelector('h2')!.focus();
});
region.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && select.value !== '') choose('');
});
const [larger, smaller, fit] = form.querySelectorAll<HTMLElement>('[data-zoom] button');
zoomable(region, sheet, { larger: larger!, smaller: smaller!, fit: fit! });
bindForm(form, draw);
