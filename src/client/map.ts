/** The page of the maps: choices in a form and in the hash, maps and statements that follow them. */
import { anchors } from '../urls.ts';
import { bindForm } from './hash-state.ts';
import { MapFigure } from './map-figure.ts';
import type { Account } from './map-figure.ts';
import { StepList } from './map-steps.ts';
import type { Choice } from './map-steps.ts';

const form = document.querySelector<HTMLFormElement>('[data-map-form]')!;
const status = document.querySelector<HTMLElement>('[data-status]')!;
const beside = document.querySelector<HTMLElement>('#said')!;
const chosen = document.querySelector<HTMLElement>('[data-chosen]')!;
const list = new StepList(document.querySelector<HTMLElement>('[data-steps]')!);
const maps = [...document.querySelectorAll<HTMLElement>('[data-view]')].map((root) => new MapFigure(root));
const select = (name: string) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
const accounts = [...select('account').options].flatMap(({ value, dataset }): Account[] =>
  value === '' ? [] : [{ id: value, siglum: dataset.siglum!, hue: dataset.hue! }],
);
const summaries = new Map([...chosen.querySelectorAll<HTMLDetailsElement>('details')].map((details) => [details.dataset.place!, details]));

const mapOf = (place: string) => maps.find(({ places }) => places.includes(place));

function choiceOf(state: URLSearchParams): Choice {
  return {
    account: state.get('account') ?? '',
    all: state.get('about') === 'all',
    step: state.get('step') ?? '',
    only: state.has('only'),
  };
}

function draw(state: URLSearchParams): void {
  const picked = state.get('place') ?? '';
  const shown = maps.find(({ id }) => id === state.get('view')) ?? mapOf(picked) ?? maps[0]!;
  const choice = choiceOf(state);
  const dates = list.available(choice);
  for (const option of select('step').options) option.disabled = option.hidden = option.value !== '' && !dates.includes(option.value);
  const said = choice.step === '' ? undefined : list.said(choice, accounts);
  list.show(choice);
  for (const map of maps) {
    map.hidden = map !== shown;
    const named = said === undefined ? 0 : map.places.filter((id) => said.get(id)?.now.length).length;
    form.querySelector(`[data-count="${map.id}"]`)!.textContent = named === 0 ? '' : `(${named})`;
    form.querySelector<HTMLInputElement>(`[name=view][value="${map.id}"]`)!.checked = map === shown;
  }
  for (const map of maps) map.mark({ picked, account: accounts.find(({ id }) => id === choice.account), said });
  for (const [place, details] of summaries) {
    details.hidden = place !== picked;
    details.open = place === picked;
  }
  chosen.classList.toggle('open', summaries.has(picked));
  beside.scrollTop = 0;
  status.textContent = statusOf(choice, dates);
}

/** What a step shows, in words. */
function statusOf(choice: Choice, dates: readonly string[]): string {
  if (choice.step === '') return `${count(dates.length, 'date')} to step through.`;
  if (!dates.includes(choice.step)) return 'No such statement at this date.';
  const now = list.now(choice);
  const speakers = accounts.filter(({ id }) => now.some(({ account }) => account === id)).map(({ siglum }) => siglum);
  const drawn = new Set(now.flatMap(({ places }) => places).filter((place) => mapOf(place) !== undefined)).size;
  return `Date ${dates.indexOf(choice.step) + 1} of ${dates.length}: ${count(now.length, 'statement')}${speakers.length > 0 ? ` by ${speakers.join(', ')}` : ''}, ${count(drawn, 'place')} on the maps.`;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Sets fields as a reader would. */
function set(fields: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'view') select(name).value = value;
    else form.querySelector<HTMLInputElement>(`[name=view][value="${value}"]`)!.checked = true;
  }
  form.dispatchEvent(new Event('input'));
}

/** Shows a place on its map with what is said of it. */
function pick(place: string): void {
  const map = mapOf(place);
  set({ place, ...(map && { view: map.id }) });
}

/** To the next date that has statements, or the one before; to the map where its places are, if this one has none. */
function move(by: number): void {
  const choice = choiceOf(new URLSearchParams([...new FormData(form)] as [string, string][]));
  const dates = ['', ...list.available(choice)];
  const step = dates[dates.indexOf(choice.step) + by];
  if (step === undefined) return;
  const named = list.now({ ...choice, step }).flatMap(({ places }) => places);
  const shown = maps.find(({ id }) => id === new FormData(form).get('view'));
  const other = named.some((place) => mapOf(place) === shown) ? undefined : named.map(mapOf).find((map) => map !== undefined);
  set({ step, ...(other && { view: other.id }) });
}

/** Shows what a link of this page leads to, a place, a map or the statements; gives where it is told, or nothing for other links. */
function follow(anchor: string): HTMLElement | undefined {
  const place = [...summaries.keys()].find((id) => `#${anchors.place(id)}` === anchor);
  if (place !== undefined) {
    pick(place);
    return summaries.get(place)!.querySelector('summary')!;
  }
  const view = maps.find(({ id }) => `#${anchors.map(id)}` === anchor);
  if (view !== undefined) {
    set({ view: view.id });
    return view.frame;
  }
  return anchor === '#said' ? beside : undefined;
}

/** The same where the address leads there: the browser looked for it while it was hidden. */
function openAddress(anchor: string): void {
  follow(anchor)?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  const target = follow(event.target.closest('a')?.getAttribute('href') ?? '');
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
});
for (const button of form.querySelectorAll<HTMLElement>('[data-move]')) {
  button.addEventListener('click', () => move(Number(button.dataset.move)));
}
select('place').addEventListener('input', () => {
  const map = mapOf(select('place').value);
  if (map !== undefined) form.querySelector<HTMLInputElement>(`[name=view][value="${map.id}"]`)!.checked = true;
});
chosen.querySelector('[data-close]')!.addEventListener('click', () => {
  const place = select('place').value;
  set({ place: '' });
  mapOf(place)?.focus(place);
});
const arrived = location.hash;
bindForm(form, draw);
openAddress(arrived);
addEventListener('hashchange', () => {
  openAddress(location.hash);
});
