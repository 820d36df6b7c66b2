/**
 * The reading settings: a panel at the button of every page's header, loaded by `reader.ts` when it is first asked for.
 * What the reader chooses are declarations on the root element; the browser keeps them as they are, under one key, and
 * every page applies them before its first paint (`layouts/early-settings.ts`). Nothing else is ever kept.
 */
import { addStyle } from './add-style.ts';
import style from './reading.css?inline';

interface Setting {
  legend: string;
  /** The property of the root element that it sets. */
  property: string;
  /** Values with their labels; the empty one is the page's own. */
  choices: readonly (readonly [value: string, label: string])[];
}

const settings: readonly Setting[] = [
  {
    legend: 'Text size',
    property: 'font-size',
    choices: [
      ['90%', 'Small'],
      ['', 'Normal'],
      ['115%', 'Large'],
      ['135%', 'Largest'],
    ],
  },
  {
    legend: 'Length of lines',
    property: '--measure',
    choices: [
      ['29rem', 'Short'],
      ['', 'Normal'],
      ['46rem', 'Long'],
    ],
  },
  {
    // The word `end` is what `styles/prose.css` looks for.
    legend: 'Footnotes',
    property: '--notes',
    choices: [
      ['', 'In the margin of a wide window'],
      ['end', 'At the end'],
    ],
  },
];
/** Notes stand in the margin only where the browser can anchor them to the text. */
const possible = settings.filter(({ property }) => property !== '--notes' || CSS.supports('top', 'anchor(--a top, 0px)'));

const root = document.documentElement;
const status = document.createElement('p');
status.role = 'status';

/** Keeps what is set, and says where that cannot be. */
function keep(): void {
  const { cssText } = root.style;
  try {
    if (cssText === '') localStorage.removeItem('reading');
    else localStorage.setItem('reading', cssText);
    status.textContent = location.protocol === 'file:' ? 'From disk, some browsers keep settings for each page by itself.' : '';
  } catch {
    status.textContent = 'This browser keeps nothing for this page: the settings hold until you leave it.';
  }
}

function drawSetting({ legend, property, choices }: Setting): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const name = document.createElement('legend');
  name.textContent = legend;
  group.append(name);
  for (const [value, words] of choices) {
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = property;
    input.value = value;
    input.defaultChecked = value === '';
    input.checked = root.style.getPropertyValue(property) === value;
    const label = document.createElement('label');
    label.append(input, words);
    group.append(label);
  }
  return group;
}

function drawPanel(): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'reading ui';
  panel.popover = 'auto';
  panel.role = 'dialog';
  panel.ariaLabel = 'Reading settings';
  const close = button('button', 'Close');
  const form = document.createElement('form');
  form.append(...possible.map(drawSetting), button('reset', 'Reset'), close, status);
  panel.append(form);
  form.addEventListener('input', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    root.style.setProperty(name, value);
    keep();
  });
  form.addEventListener('reset', () => {
    for (const { property } of settings) root.style.removeProperty(property);
    keep();
  });
  close.addEventListener('click', () => panel.hidePopover());
  return panel;
}

function button(type: 'reset' | 'button', words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = 'field';
  made.type = type;
  made.textContent = words;
  return made;
}

addStyle(style);
const opener = document.querySelector<HTMLButtonElement>('[data-settings]')!;
const panel = drawPanel();
opener.after(panel);
// Below its button, which larger text moves.
const put = () => {
  panel.style.setProperty('--top', `${opener.getBoundingClientRect().bottom + 8}px`);
};
for (const change of ['beforetoggle', 'input', 'reset']) panel.addEventListener(change, put);
// From now on the browser itself opens and closes it, with Esc and at a press elsewhere too.
opener.popoverTargetElement = panel;
panel.showPopover();
panel.querySelector<HTMLInputElement>(':checked')?.focus();
