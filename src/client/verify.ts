/** The page that verifies documents: takes one in, finds its source, recomputes every seal, and shows what came of it. */
import { collate } from '../corpus/collation.ts';
import { sealBytes } from '../corpus/manifest.ts';
import { readText } from '../corpus/reading.ts';
import { identify } from '../corpus/seal-index.ts';
import type { SealIndexEntry } from '../corpus/seal-index.ts';
import type { SealedSource } from '../exports/verification.ts';
import { collationReport, noSource, resultHeading } from './collation-report.ts';
import { decode, most } from './decode.ts';
import { element } from './element.ts';
import { htmlText, isHtml } from './html-text.ts';
import { loadScript } from './load-script.ts';

declare global {
  interface Window {
    __sealIndex?: readonly SealIndexEntry[];
    __sealedSource?: SealedSource;
  }
}

const data = new URL('../data/verify/', (document.currentScript as HTMLScriptElement).src).href;
const form = document.querySelector<HTMLFormElement>('[data-verify]')!;
const file = form.querySelector<HTMLInputElement>('[data-verify-file]')!;
const field = form.querySelector<HTMLTextAreaElement>('[data-verify-text]')!;
const status = document.querySelector<HTMLElement>('[data-verify-status]')!;
const result = document.querySelector<HTMLElement>('[data-verify-result]')!;

/** Text as a reader gives it; a file has bytes besides. */
interface Given {
  name: string;
  text: string;
  bytes?: Uint8Array<ArrayBuffer>;
}

/** An answer that is no fault of the program: what was given cannot be checked. */
class Refusal extends Error {}

/** Counts what was given, so that the answer to an earlier text never replaces that to a later one. */
let latest = 0;

async function answer(take: () => Promise<Given>): Promise<void> {
  // What is said below of such a page stays.
  if (!isSecureContext) return;
  const turn = ++latest;
  result.hidden = true;
  result.replaceChildren();
  status.textContent = 'Reading and computing seals …';
  // What was said is to be seen before the work begins.
  await new Promise((done) => setTimeout(done, 20));
  try {
    const given = await take();
    const parts = await examine(given);
    if (turn === latest) show(`Checked: ${given.name}.`, parts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const words = error instanceof Refusal ? message : `It could not be checked (${message}).`;
    if (turn === latest) show('', [resultHeading('Not checked'), element('p', {}, words)]);
  }
}

function show(words: string, parts: readonly HTMLElement[]): void {
  status.textContent = words;
  result.replaceChildren(...parts);
  result.hidden = false;
  document.getElementById('result')!.focus();
}

/** @throws Refusal where the file cannot be read as text. */
async function takeFile(chosen: File): Promise<Given> {
  if (chosen.size > most.bytes) throw new Refusal(`The file has ${chosen.size} bytes; this page reads up to ${most.bytes}.`);
  const buffer = await chosen.arrayBuffer().catch(() => {
    throw new Refusal('It could not be read. A folder cannot be checked; a file that was moved or changed has to be chosen again.');
  });
  const bytes = new Uint8Array(buffer);
  const decoded = decode(bytes);
  if ('refusal' in decoded) throw new Refusal(decoded.refusal);
  const text = isHtml(decoded.text) ? htmlText(decoded.text) : decoded.text;
  return { name: `${chosen.name}, ${bytes.length} bytes`, text, bytes };
}

/** @throws Refusal where there is no text, or too much. */
async function examine({ text, bytes }: Given): Promise<HTMLElement[]> {
  if (text.trim() === '') throw new Refusal('There is no text in it.');
  if (text.length > most.characters) throw new Refusal(`The text has ${text.length} characters; this page reads up to ${most.characters}.`);
  await loadScript(`${data}index.js`);
  const index = window.__sealIndex!;
  const readings = await readText(text);
  const sha256 = bytes && (await sealBytes(bytes));
  const entry = index.find((one) => one.sha256 === sha256) ?? identify(readings, index);
  if (entry === undefined) return noSource(text);
  await loadScript(`${data}${entry.id}.js`);
  const source = window.__sealedSource!;
  const file = sha256 === undefined ? undefined : { sha256, same: sha256 === entry.sha256 };
  return collationReport(await collate(source.blocks, readings), source, file);
}

file.addEventListener('click', () => {
  // The same file can be chosen again after it was changed.
  file.value = '';
});
file.addEventListener('change', () => {
  const chosen = file.files?.[0];
  if (chosen !== undefined) void answer(() => takeFile(chosen));
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value;
  void answer(() => Promise.resolve({ name: 'the text pasted', text }));
});
form.addEventListener('reset', () => {
  latest++;
  result.hidden = true;
  result.replaceChildren();
  status.textContent = 'Cleared: nothing of your document is left on this page.';
});

const page = document.documentElement;
const over = (event: DragEvent) => {
  if (event.target === field && !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  page.classList.add('dropping');
};
addEventListener('dragenter', over);
addEventListener('dragover', over);
addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) page.classList.remove('dropping');
});
addEventListener('drop', (event) => {
  page.classList.remove('dropping');
  const [dropped, another] = event.dataTransfer?.files ?? [];
  const text = event.dataTransfer?.getData('text/plain') ?? '';
  if (dropped === undefined && (text === '' || event.target === field)) return;
  event.preventDefault();
  void answer(() => {
    if (another !== undefined) throw new Refusal('These are several files; this page checks one at a time.');
    return dropped === undefined ? Promise.resolve({ name: 'the text dropped', text }) : takeFile(dropped);
  });
});

if (!isSecureContext) {
  for (const control of form.elements) control.setAttribute('disabled', '');
  status.textContent =
    'This page was opened over plain http, where browsers do not compute SHA-256. Open it over https, or from a copy on your disk.';
}
