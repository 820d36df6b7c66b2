/**
 * The state of a view in the address's hash, as form fields: `#account=x&kind=y&kind=z`. A link shows the same view on
 * any host and from disk, and browsers' back and forward lead from view to view.
 */

/** Reads the hash; a hash that is the anchor of a place on the page (no `=`) holds no state. */
export function readHash(): URLSearchParams {
  const hash = location.hash.slice(1);
  return new URLSearchParams(hash.includes('=') ? hash : '');
}

/** Writes the state without a new step in the history; an empty state leaves an address without a hash. */
export function writeHash(state: URLSearchParams): void {
  // A reader who looks at the address finds a space as browsers write it.
  const text = state.toString().replaceAll('+', '%20');
  history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`);
}

/** Every filled field of a form: text, chosen options, checked boxes; what is empty is left out. */
export function formState(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '');
  return new URLSearchParams(fields);
}

/** Sets a form's fields from a state; fields that it does not name are emptied, values that no field has are ignored. */
export function fillForm(form: HTMLFormElement, state: URLSearchParams): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio'))
      // A group whose radio without a value stands for "any" starts with it.
      element.checked = state.getAll(element.name).includes(element.value) || (element.value === '' && !state.has(element.name));
    else if (element instanceof HTMLSelectElement) {
      const wanted = state.getAll(element.name);
      for (const option of element.options) option.selected = wanted.includes(option.value);
      if (!element.multiple && element.selectedIndex < 0) element.selectedIndex = 0;
    } else if (element instanceof HTMLInputElement) element.value = state.get(element.name) ?? '';
  }
}

/**
 * Keeps a form and the hash in step and draws the view whenever one of them changes, and once at the start.
 */
export function bindForm(form: HTMLFormElement, draw: (state: URLSearchParams) => void): void {
  const fromHash = () => {
    const state = readHash();
    fillForm(form, state);
    draw(formState(form));
  };
  form.addEventListener('input', () => {
    const state = formState(form);
    writeHash(state);
    draw(state);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('reset', () => {
    setTimeout(() => {
      const state = formState(form);
      writeHash(state);
      draw(state);
    });
  });
  addEventListener('hashchange', () => {
    // An anchor is a place on the page, where a reader goes without giving up the view.
    if (location.hash === '' || location.hash.includes('=')) fromHash();
  });
  fromHash();
}
