/** The search box with its results: on the page of its own, and in a dialog on every other. */
import type { Directory } from '../search/directory.ts';
import { facets } from '../search/facets.ts';
import type { Facet, FacetValues } from '../search/facets.ts';
import { findNames, findText, step } from '../search/find.ts';
import type { Found, Ranked } from '../search/find.ts';
import { isNamedEnough, mergeResults } from '../search/merge.ts';
import type { NameMatch } from '../search/names.ts';
import { readQuery } from '../search/query.ts';
import { paths } from '../urls.ts';
import { element } from './element.ts';
import { narrow } from './facets.ts';
import { loadIndex, loadNames, root } from './search-engine.ts';
import { addText, drawResult } from './search-results.ts';

/** So many times as many are put in order where their names are known, which costs no file: what a name or a question adds may bring them up. */
const wider = 4;

/** So many results wait for their texts, each of which is files to load; the others are drawn and get theirs after. */
const awaited = 1;

const facetLabels: Record<Facet, string> = { kind: 'Kind', account: 'Account', type: 'Type of name', year: 'Year' };
const anyOf = (facet: Facet) => new Option(`${facetLabels[facet]}: any`, '');
const pause = 120;

/** So much of a query is searched: every word more takes its time, and a page that was pasted would block the browser. Characters. */
const longest = 500;

const textOf = (state: URLSearchParams) => (state.get('q') ?? '').trim().slice(0, longest);

export class SearchView {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly element: HTMLElement;
  readonly #status = element('p', { role: 'status' });
  readonly #list = element('ol');
  readonly #more = element('button', { type: 'button', className: 'field more', hidden: true }, 'More results');
  readonly #narrow = element('div', { className: 'narrow' });
  readonly #selects: ReadonlyMap<Facet, HTMLSelectElement>;
  #turn = 0;
  #shown = step;
  #state = '';
  /** The turn whose names are shown. */
  #named = 0;
  #isTyping = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string) {
    this.field = element('input', {
      id,
      type: 'search',
      name: 'q',
      className: 'field',
      autocomplete: 'off',
      spellcheck: false,
      placeholder: 'Names, figures, “phrases”',
    });
    this.#selects = new Map(
      facets.map((facet) => [
        facet,
        element('select', { name: facet, className: 'field', ariaLabel: facetLabels[facet], hidden: true }, anyOf(facet)),
      ]),
    );
    const exact = element(
      'label',
      { className: 'switch' },
      element('input', { type: 'checkbox', name: 'exact', value: '1' }),
      'Only as typed',
    );
    this.#narrow.append(...this.#selects.values(), exact);
    this.form = element(
      'form',
      {},
      element('label', { className: 'hidden', htmlFor: id }, 'Search for'),
      this.field,
      element('button', { type: 'submit', className: 'field' }, 'Search'),
      this.#narrow,
    );
    this.form.role = 'search';
    this.form.ariaLabel = 'Full text';
    this.#status.dataset.searchStatus = '';
    this.#list.dataset.searchResults = '';
    this.element = element('div', { className: 'finder ui' }, this.form, this.#status, this.#list, this.#more);
    // Before the form’s own listeners, which draw.
    this.field.addEventListener('input', () => (this.#isTyping = true));
    this.#more.addEventListener('click', () => void this.#showMore());
    this.element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
  }

  /** Makes room in the facets for the values of a state: what they offer is only known with the results. */
  admit(state: URLSearchParams): void {
    for (const [facet, select] of this.#selects)
      for (const value of state.getAll(facet))
        if (![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
  }

  /** Shows what a state of the form asks for: names at once, the text when typing pauses. */
  draw(state: URLSearchParams): void {
    const turn = ++this.#turn;
    if (state.toString() !== this.#state) this.#shown = step;
    this.#state = state.toString();
    clearTimeout(this.#waiting);
    if (textOf(state) === '') {
      this.#clear();
      return;
    }
    this.#waiting = setTimeout(() => void this.#run(state, turn), this.#isTyping ? pause : 0);
    this.#isTyping = false;
    // There from the first, so that results do not move when it is known what they can be narrowed to.
    for (const select of this.#selects.values()) select.hidden = false;
    void this.#showNames(state, turn);
  }

  #clear(): void {
    this.#list.replaceChildren();
    this.#status.textContent = '';
    this.#more.hidden = true;
    for (const select of this.#selects.values()) select.hidden = true;
  }

  async #showNames(state: URLSearchParams, turn: number): Promise<void> {
    try {
      const { directory, names } = await loadNames();
      if (turn !== this.#turn) return;
      const asked = names.respelt(textOf(state));
      const matches = findNames(readQuery(asked), asked, state.has('exact'), names).filter(isNamedEnough);
      // What stands there from the last letter typed is better than nothing.
      if (matches.length > 0 && !facets.some((facet) => state.has(facet))) {
        this.#list.replaceChildren(...matches.slice(0, step).map((match) => drawResult({ page: match.page, named: match }, directory)));
        this.#named = turn;
      }
      this.#status.textContent = 'Searching …';
    } catch {
      // The search for the text says what is wrong.
    }
  }

  async #run(state: URLSearchParams, turn: number): Promise<void> {
    const text = textOf(state);
    try {
      const [{ directory, names }, { lookup, pageOf, idOf, loadFacets }] = await Promise.all([loadNames(), loadIndex()]);
      const exact = state.has('exact');
      const asked = names.respelt(text);
      const query = readQuery(asked);
      const found = await findText(query, exact, names, lookup, directory.pages.length);
      const matches = findNames(query, asked, exact, names, found);
      const wanted = new Map(facets.flatMap((facet) => (state.has(facet) ? [[facet, state.get(facet)!] as const] : [])));
      // Where it cannot be read what there is to narrow to, everything is shown.
      const values = () => loadFacets().catch(() => undefined);
      const isWanted = narrowing(wanted.size === 0 ? undefined : await values(), wanted);
      const ranked = found.ranked.filter(({ hit }) => isWanted(hit.id));
      const named = matches.filter(({ page: [url] }) => isWanted(idOf(url)));
      const best = ranked.filter(({ hit }, i) => i < this.#shown || (i < wider * this.#shown && pageOf(hit.id) !== undefined));
      const results = (await mergeResults(best, found, named, pageOf, asked)).slice(0, this.#shown);
      const items = results.map((result) => drawResult(result, directory));
      const addTexts = (from: number, to?: number) =>
        Promise.all(
          results.slice(from, to).map(async (result, i) => {
            if (result.text === undefined) return;
            try {
              await addText(items[from + i]!, result, await lookup.text(result.text.hit), found.weights);
            } catch {
              // Without its text a result is still one; that something is missing is said.
            }
          }),
        );
      await addTexts(0, awaited);
      if (turn !== this.#turn) return;
      this.#list.replaceChildren(...items);
      const pages = (ranked: readonly Ranked[], matches: readonly NameMatch[]) => [
        ...new Set([...ranked.map(({ hit }) => hit.id), ...matches.filter(isNamedEnough).map(({ page: [url] }) => idOf(url) ?? url)]),
      ];
      const total = pages(ranked, named).length;
      const all = pages(found.ranked, matches);
      this.#more.hidden = total <= this.#shown;
      this.#say(text, total, all.length, found);
      const was = window.__searchIncomplete;
      await Promise.all([addTexts(awaited), this.#offer(all, values, wanted, directory, turn)]);
      if (turn === this.#turn && window.__searchIncomplete !== was) this.#say(text, total, all.length, found);
    } catch (error) {
      if (turn !== this.#turn) return;
      // Pages that bear the name stay.
      if (this.#named !== turn) this.#clear();
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.textContent = `The search index could not be read (${reason}). The A–Z of names and the list of claims work without it.`;
    }
  }

  /** Fills the facets with what they would leave. */
  async #offer(
    pages: readonly string[],
    load: () => Promise<Values | undefined>,
    wanted: ReadonlyMap<Facet, string>,
    { accounts }: Directory,
    turn: number,
  ): Promise<void> {
    const values = await load();
    if (turn !== this.#turn || values === undefined) return;
    const { counts } = narrow(
      pages.map((id) => values.get(id) ?? {}),
      facets,
      wanted,
    );
    for (const [facet, select] of this.#selects) {
      const list = [...counts.get(facet)!].sort(([a], [b]) => (a < b ? -1 : 1));
      const chosen = wanted.get(facet);
      if (chosen !== undefined && !list.some(([value]) => value === chosen)) list.push([chosen, 0]);
      const label = (value: string) => (facet === 'account' ? (accounts[value]?.join(' ') ?? value) : value);
      select.replaceChildren(
        anyOf(facet),
        ...list.map(([value, count]) => new Option(`${label(value)} (${count})`, value, false, value === chosen)),
      );
      select.disabled = list.length < 2 && chosen === undefined;
    }
  }

  /** Says how many pages there are of what is chosen, or of all that were found. */
  #say(text: string, total: number, all: number, { also, missing }: Found): void {
    const pages = (count: number) => `${count} ${count === 1 ? 'page' : 'pages'} for “${text}”`;
    const parts = [
      all === 0 ? `Nothing found for “${text}”.` : total === 0 ? `None of ${pages(all)} has what is chosen.` : `${pages(total)}.`,
      ...(total > 0 && missing.length > 0 ? [`No page has ${missing.map((word) => `“${word}”`).join(', ')}.`] : []),
      ...(also.length > 0 ? [`Also searched: ${also.join(', ')}.`] : []),
      ...(window.__searchIncomplete === true
        ? ['A part of the search index could not be read, so results may be missing or not narrowed.']
        : []),
    ];
    this.#status.textContent = parts.join(' ');
    if (all === 0) {
      const list = (path: string, label: string) => element('a', { href: root + path }, label);
      this.#status.append(
        ' Try fewer words, or look through ',
        list(paths.entities, 'all names'),
        ' or ',
        list(paths.claims, 'all claims'),
        '.',
      );
    }
  }

  async #showMore(): Promise<void> {
    const last = this.#list.children.length;
    this.#shown += step;
    await this.#run(new URLSearchParams(this.#state), this.#turn);
    this.#list.children[last]?.querySelector('a')?.focus();
  }

  /** Arrow keys go from the field to the results and back. */
  #move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLSelectElement) return;
    const stops = [this.field, ...this.#list.querySelectorAll<HTMLElement>('a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[Math.max(0, at) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

type Values = ReadonlyMap<string, FacetValues>;

/** Has a page, by its id, every value that is wanted? Without values every page passes. */
function narrowing(values: Values | undefined, wanted: ReadonlyMap<Facet, string>): (id: string | undefined) => boolean {
  return (id) => values === undefined || [...wanted].every(([facet, value]) => values.get(id ?? '')?.[facet]?.includes(value) === true);
}
