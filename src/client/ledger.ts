/** The ledger: filters with counts, order by a column, and what is shown as a CSV file. The view’s state is in the hash. */
import { voiceKinds } from '../corpus/voices.ts';
import type { VoiceKind } from '../corpus/voices.ts';
import { csvFile } from '../exports/csv.ts';
import { narrow, ranks } from './facets.ts';
import { bindForm, fillForm } from './hash-state.ts';
import { loadScript } from './load-script.ts';

interface Group {
  body: HTMLTableSectionElement;
  /** Indices of its rows. */
  rows: readonly number[];
}

const form = document.querySelector<HTMLFormElement>('.filters')!;
const table = document.querySelector<HTMLTableElement>('.ledger')!;
const status = form.querySelector<HTMLElement>('[role="status"]')!;
const download = form.querySelector<HTMLButtonElement>('[data-lines]')!;
const sorting = form.querySelector<HTMLInputElement>('[name="sort"]')!;
const heads = [...table.querySelectorAll<HTMLElement>('th[data-sort]')];
const selects = [...form.querySelectorAll('select')];
const facets = selects.map(({ name }) => name);
const options = selects.flatMap((select) =>
  [...select.options].filter(({ value }) => value !== '').map((option) => ({ facet: select.name, option, label: option.text })),
);

const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr[id]')];
const values = rows.map(({ dataset }) => Object.fromEntries(facets.map((facet) => [facet, (dataset[facet] ?? '').split(' ')])));

/** Groups of this many rows are left undrawn together where the order is not that of the accounts. */
const groupSize = 50;
const indexOf = new Map(rows.map((row, i) => [row, i]));
const accounts: Group[] = [...table.tBodies].map((body) => ({ body, rows: [...body.rows].flatMap((row) => indexOf.get(row) ?? []) }));

/** By column, the place of every row; claims without a date have none and come last. */
const places = new Map<string, () => (number | undefined)[]>([
  ['kind', () => ranks(rows.map(({ dataset }) => dataset.kind!))],
  ['voice', () => ranks(rows.map(({ dataset, cells }) => `${voiceKinds.indexOf(dataset.voice as VoiceKind)} ${cells[3]!.textContent}`))],
  ['stance', () => ranks(rows.map(({ dataset }) => dataset.stance!))],
  ['date', () => rows.map(({ dataset }) => (dataset.date === undefined ? undefined : Number(dataset.date)))],
]);

let groups = accounts;
let order = rows.map((_, i) => i);
let sortedBy = '';
let shown = rows.map(() => true);

/** `date`, or `-date` for the latest first; anything else is the order of the accounts. */
function sortBy(sort: string): void {
  if (sort === sortedBy) return;
  sortedBy = sort;
  const place = places.get(sort.replace(/^-/, ''))?.();
  const sign = sort.startsWith('-') ? -1 : 1;
  const after = (i: number) => (place?.[i] === undefined ? Infinity : sign * place[i]);
  order = rows.map((_, i) => i);
  if (place !== undefined) order.sort((a, b) => (after(a) === after(b) ? a - b : after(a) - after(b)));
  for (const { body } of groups) body.remove();
  groups = place === undefined ? accounts : inGroups(order);
  for (const group of groups) group.body.append(...group.rows.map((i) => rows[i]!));
  table.append(...groups.map(({ body }) => body));
}

function markHeads(sort: string): void {
  const known = places.has(sort.replace(/^-/, ''));
  const column = known ? sort.replace(/^-/, '') : 'account';
  for (const head of heads) {
    if (head.dataset.sort !== column) head.ariaSort = null;
    else head.ariaSort = known && sort.startsWith('-') ? 'descending' : 'ascending';
  }
}

function inGroups(indices: readonly number[]): Group[] {
  return Array.from({ length: Math.ceil(indices.length / groupSize) }, (_, i) => ({
    body: document.createElement('tbody'),
    rows: indices.slice(i * groupSize, (i + 1) * groupSize),
  }));
}

function draw(state: URLSearchParams): void {
  const sort = state.get('sort') ?? '';
  sortBy(sort);
  markHeads(sort);
  const wanted = new Map([...state].filter(([name]) => facets.includes(name)));
  const { shown: now, counts } = narrow(values, facets, wanted);
  shown = now;
  for (const [i, row] of rows.entries()) if (row.hidden === shown[i]) row.hidden = !shown[i];
  for (const { body, rows } of groups) {
    const left = rows.filter((i) => shown[i]).length;
    body.hidden = left === 0;
    body.style.setProperty('--rows', String(left));
  }
  for (const { facet, option, label } of options) {
    const left = counts.get(facet)!.get(option.value) ?? 0;
    option.text = `${label} (${left})`;
    option.disabled = left === 0 && !option.selected;
  }
  const left = shown.filter(Boolean).length;
  status.textContent = left === rows.length ? `${left} claims` : `${left === 0 ? 'None' : left} of ${rows.length} claims`;
  download.disabled = left === 0;
}

/** The shown claims in the shown order, as lines of the file of all claims, with the filter in the file’s name. */
async function save(): Promise<void> {
  const page = globalThis as { claimLines?: readonly string[] };
  try {
    if (page.claimLines === undefined) await loadScript(download.dataset.lines!);
  } catch {
    status.textContent = 'The file with the records could not be read.';
    return;
  }
  const [header = '', ...lines] = page.claimLines ?? [];
  const byId = new Map(lines.map((line) => [line.slice(0, line.indexOf(',')), line]));
  const text = csvFile([header, ...order.filter((i) => shown[i]).map((i) => byId.get(rows[i]!.id)!)]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${['claims', ...selects.map(({ value }) => value).filter((value) => value !== '')].join('-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

for (const head of heads) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent.trim();
  button.addEventListener('click', () => {
    const column = head.dataset.sort!;
    sorting.value = column === 'account' ? '' : sorting.value === column ? `-${column}` : column;
    form.dispatchEvent(new Event('input'));
  });
  head.replaceChildren(button);
}
form.addEventListener('reset', () => {
  sorting.value = '';
});
form.addEventListener('submit', () => void save());
bindForm(form, draw);
// A claim that an address names is shown, whatever was filtered, but the browser looked for it before it was. The first step
// draws the groups around it, which changes their height; the second arrives.
addEventListener('hashchange', () => {
  const place = document.getElementById(location.hash.slice(1));
  if (place?.hidden === true) {
    fillForm(form, new URLSearchParams());
    draw(new URLSearchParams());
  }
  place?.scrollIntoView();
  requestAnimationFrame(() => requestAnimationFrame(() => place?.scrollIntoView()));
});
