/** The search box with its results: on the page of its own, and in a dialog on every other. */
import { facets } from '../search/directory.ts';
import type { Directory, Facet } from '../search/directory.ts';
import { findNames, findText } from '../search/find.ts';
import type { Found, Ranked } from '../search/find.ts';
import type { Lookup } from '../search/lookup.ts';
import { mergeResults, namedEnough } from '../search/merge.ts';
import { readQuery } from '../search/query.ts';
import { paths } from '../urls.ts';
import { element } from './element.ts';
import { narrow } from './facets.ts';
import { isIncomplete, loadLookup, loadNames, root } from './search-engine.ts';
import { drawResult } from './search-results.ts';

/** Results that are shown at a time: the text of each is a file to load. */
const step = 10;

const facetLabels: Record<Facet, string> = { kind: 'Kind', account: 'Account', type: 'Type of name', year: 'Year' };
const pause = 120;

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
      placeholder: 'A name in any spelling, a figure, a “phrase”',
    });
    this.#selects = new Map(
      facets.map((facet) => [facet, element('select', { name: facet, className: 'field', ariaLabel: facetLabels[facet], hidden: true })]),
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
    if ((state.get('q') ?? '').trim() === '') {
      this.#clear();
      return;
    }
    this.#waiting = setTimeout(() => void this.#run(state, turn), this.#isTyping ? pause : 0);
    this.#isTyping = false;
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
      const text = state.get('q')!.trim();
      const matches = findNames(readQuery(text), text, state.has('exact'), names).filter(
        ({ isExact, share }) => isExact || share >= namedEnough,
      );
      // What stands there from the last letter typed is better than nothing.
      if (matches.length > 0 && !facets.some((facet) => state.has(facet))) {
        this.#list.replaceChildren(...matches.slice(0, step).map((match) => drawResult({ url: match.page[0], named: match }, directory)));
        this.#named = turn;
      }
      this.#status.textContent = 'Searching …';
    } catch {
      // The search for the text says what is wrong.
    }
  }

  async #run(state: URLSearchParams, turn: number): Promise<void> {
    const text = state.get('q')!.trim();
    try {
      const [{ directory, names }, lookup] = await Promise.all([loadNames(), loadLookup()]);
      const exact = state.has('exact');
      const query = readQuery(text);
      const found = await findText(query, exact, names, lookup, directory.pages.length);
      const wanted = new Map(facets.flatMap((facet) => (state.has(facet) ? [[facet as string, state.get(facet)!] as const] : [])));
      const ranked = wanted.size === 0 ? found.ranked : await this.#narrowed(found.ranked, lookup, wanted);
      const merged = await mergeResults(ranked.slice(0, this.#shown), found, findNames(query, text, exact, names));
      // What a page that is known by its name alone could be narrowed by is not known.
      const results = merged.filter(({ text }) => wanted.size === 0 || text !== undefined).slice(0, this.#shown);
      if (turn !== this.#turn) return;
      this.#list.replaceChildren(...results.map((result) => drawResult(result, directory)));
      this.#more.hidden = ranked.length <= this.#shown;
      const total = Math.max(ranked.length, results.length);
      this.#say(text, total, found);
      if (total > 0 || wanted.size > 0) await this.#offer(found.ranked, lookup, wanted, directory, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      // Pages that bear the name stay.
      if (this.#named !== turn) this.#clear();
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.textContent = `The search index could not be read (${reason}). The A–Z of names and the list of claims work without it.`;
    }
  }

  async #narrowed(ranked: readonly Ranked[], lookup: Lookup, wanted: ReadonlyMap<string, string>): Promise<Ranked[]> {
    const values = await lookup.values();
    return ranked.filter(({ hit }) => [...wanted].every(([facet, value]) => values.get(facet)?.get(value)?.has(hit.id) === true));
  }

  /** Fills the facets with what they would leave. */
  async #offer(
    ranked: readonly Ranked[],
    lookup: Lookup,
    wanted: ReadonlyMap<string, string>,
    { accounts }: Directory,
    turn: number,
  ): Promise<void> {
    const values = await lookup.values();
    if (turn !== this.#turn) return;
    const rows = ranked.map(({ hit }) =>
      Object.fromEntries(
        facets.map((facet) => [facet, [...(values.get(facet) ?? [])].flatMap(([value, ids]) => (ids.has(hit.id) ? [value] : []))]),
      ),
    );
    const { counts } = narrow(rows, facets, wanted);
    for (const [facet, select] of this.#selects) {
      const list = [...counts.get(facet)!].sort(([a], [b]) => (a < b ? -1 : 1));
      const chosen = wanted.get(facet);
      if (chosen !== undefined && !list.some(([value]) => value === chosen)) list.push([chosen, 0]);
      const label = (value: string) => (facet === 'account' ? (accounts[value]?.join(' ') ?? value) : value);
      select.replaceChildren(
        new Option(`${facetLabels[facet]}: any`, ''),
        ...list.map(([value, count]) => new Option(`${label(value)} (${count})`, value, false, value === chosen)),
      );
      select.hidden = list.length < 2 && chosen === undefined;
    }
  }

  #say(text: string, total: number, { also, missing }: Found): void {
    const pages = `${total} ${total === 1 ? 'page' : 'pages'} for “${text}”.`;
    const parts = [
      total === 0 ? `Nothing found for “${text}”.` : pages,
      ...(total > 0 && missing.length > 0 ? [`No page has ${missing.map((word) => `“${word}”`).join(', ')}.`] : []),
      ...(also.length > 0 ? [`Also searched: ${also.join(', ')}.`] : []),
      ...(isIncomplete() ? ['A part of the search index could not be read, so results may be missing.'] : []),
    ];
    this.#status.textContent = parts.join(' ');
    if (total === 0) {
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
