/** Search: on its page, where the address’s hash holds what is asked, or in a dialog over any other page. */
import { paths } from '../urls.ts';
import { addStyle } from './add-style.ts';
import { element } from './element.ts';
import { bindForm, formState, readHash } from './hash-state.ts';
import { root } from './search-engine.ts';
import { SearchView } from './search-view.ts';
import style from './search.css?inline';

declare global {
  interface Window {
    /** Opens the dialog with what was typed so far; closed, the focus goes back. */
    __openSearch?: (typed: string, back: Element | null) => void;
  }
}

addStyle(style);
const place = document.querySelector<HTMLElement>('[data-search]');
const view = new SearchView('query');

if (place !== null) {
  place.append(view.element);
  // A box that was used before its script was there sends a query; here it has its place in the hash.
  const sent = new URLSearchParams(location.search).get('q');
  if (sent !== null) history.replaceState(null, '', `${location.pathname}#q=${encodeURIComponent(sent.trim())}`);
  const admit = () => {
    view.admit(readHash());
  };
  addEventListener('hashchange', admit);
  admit();
  bindForm(view.form, (state) => {
    view.draw(state);
  });
  if (view.field.value === '') view.field.focus();
} else {
  const all = element('a', { href: root + paths.search }, 'All of this on a page of its own');
  const dialog = element(
    'dialog',
    { className: 'search-dialog', ariaLabel: 'Search' },
    view.element,
    element('p', { className: 'all' }, all),
  );
  document.body.append(dialog);
  const address = () => `${root}${paths.search}#${formState(view.form).toString()}`;
  view.form.addEventListener('input', () => {
    all.href = address();
    view.draw(formState(view.form));
  });
  view.form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = address();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Browsers would empty the field.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    // The backdrop is the dialog itself; a result on this page is behind it.
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  let origin: Element | null = null;
  dialog.addEventListener('close', () => {
    if (origin instanceof HTMLElement) origin.focus();
  });
  window.__openSearch = (typed, back) => {
    if (!dialog.open) {
      origin = back;
      dialog.showModal();
    }
    if (typed !== '') view.field.value = typed;
    view.field.focus();
    view.field.select();
    if (typed !== '') view.form.dispatchEvent(new Event('input'));
  };
}
