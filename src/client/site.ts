/** On every page: the search box in the header leads to the search page, its words in the hash; `/` moves to it. */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const field = form?.querySelector('input');

if (form && field) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = `${form.action.split(/[?#]/)[0]!}#q=${encodeURIComponent(field.value.trim())}`;
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !k) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
