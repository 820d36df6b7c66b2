/**
 * On every page that is used (`site.ts` loads it): search boxes lead to the search page, the words in its hash; `/` and Ctrl or ⌘ K move to the first.
 * Previews and the reading settings are loaded when a reader first comes upon a link or asks for them. The site is kept for reading offline.
 */
import { startOffline } from './offline.ts';
import { opensSearch } from './search-keys.ts';

const forms = document.querySelectorAll<HTMLFormElement>('form[role=search]');

for (const form of forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = form.querySelector('input')!.value.trim();
    location.href = `${form.action.split(/[?#]/)[0]!}#q=${encodeURIComponent(query)}`;
  });
}

document.addEventListener('keydown', (event) => {
  if (!opensSearch(event)) return;
  const own = document.querySelector<HTMLInputElement>('[data-search] input');
  // Until the dialog is there, and where it is missing, the page's box takes what is typed.
  const field = own ?? forms[0]?.querySelector('input');
  if (!field) return;
  event.preventDefault();
  // What was typed while this script was on its way stays.
  if (document.activeElement !== field) {
    field.focus();
    field.select();
  }
  if (own !== null) return;
  void (dialog ??= load('search')).then(() => {
    window.__openSearch?.(field.value, event.target as Element);
    field.value = '';
  });
});

const own = document.currentScript as HTMLScriptElement;
let dialog: Promise<unknown> | undefined;

/** Loads a script that stands beside this one; where it is missing, nothing is lost but what it adds. */
const load = (name: string) =>
  new Promise((done) => {
    const script = document.createElement('script');
    script.src = new URL(`${name}.js`, own.src).href;
    script.onload = script.onerror = done;
    document.head.append(script);
  });

document.querySelector('[data-settings]')!.addEventListener('click', () => void load('reading'), { once: true });

let previews: Promise<unknown> | undefined;
const linkAt = ({ target }: Event) => {
  const link = (target as Element).closest('main a');
  if (link) previews ??= load('preview');
  return link;
};
document.addEventListener('pointerover', linkAt);
document.addEventListener('focusin', linkAt);
// The first tap on a link waits for the script and is then given to it; where it is missing, the link is followed.
document.addEventListener('click', function hold(event) {
  const link = linkAt(event);
  if (!link || event.pointerType !== 'touch') return;
  document.removeEventListener('click', hold);
  event.preventDefault();
  // `site.ts` may still be listening on the window: it must not hand on what is held here.
  event.stopPropagation();
  void previews!.then(() => link.dispatchEvent(new PointerEvent('click', event)));
});

startOffline(new URL('..', own.src).href);
