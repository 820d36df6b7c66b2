/**
 * On every page: search boxes lead to the search page, the words in its hash; `/` and Ctrl or ⌘ K move to the first.
 * The reading settings are loaded when a reader asks for them.
 */
const forms = document.querySelectorAll<HTMLFormElement>('[data-search-form]');

for (const form of forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = form.querySelector('input')!.value.trim();
    location.href = `${form.action.split(/[?#]/)[0]!}#q=${encodeURIComponent(query)}`;
  });
}

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !k) return;
  event.preventDefault();
  const field = forms[0]?.querySelector('input');
  field?.focus();
  field?.select();
});

const own = document.currentScript as HTMLScriptElement;

/** Loads a script that stands beside this one; where it is missing, nothing is lost but what it adds. */
const load = (name: string) =>
  new Promise((done) => {
    const script = document.createElement('script');
    script.src = own.src.replace('site.js', `${name}.js`);
    script.onload = script.onerror = done;
    document.head.append(script);
  });

document.querySelector('[data-settings]')!.addEventListener('click', () => void load('reading'), { once: true });
