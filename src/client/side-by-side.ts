/** A reader's document laid beside the claims of our account, each linked with the stretches that it rests on. */
import { hue } from '../components/hue.ts';
import type { CollatedBlock, Collation, Part, Row } from '../corpus/collation.ts';
import { locatorsLabel } from '../corpus/locators.ts';
import type { Locator } from '../corpus/locators.ts';
import type { SealedClaim, SealedSource } from '../exports/verification.ts';
import { element } from './element.ts';

/** Anchor of a row, by its index. */
export const rowId = (index: number) => `row-${index + 1}`;

/** Sentences as short as they can be said: `¶4` where they are all that block 4 has. */
export function placesLabel(sentences: readonly Locator[], blocks: readonly CollatedBlock[]): string {
  const groups = [...Map.groupBy(sentences, ({ block }) => block)];
  return locatorsLabel(groups.flatMap(([block, list]) => (list.length === blocks[block - 1]!.sentences.length ? [{ block }] : list)));
}

/** The rows of a collation, the text on one side and on the other the claims that begin to rest on it there. */
export function sideBySide({ blocks, rows }: Collation, source: SealedSource): HTMLOListElement {
  const claimsAt = claimsBySentence(source.claims, blocks);
  const shown = new Set<number>();
  const list = element('ol', { className: `plain rows ${hue(source)}` });
  for (const [index, row] of rows.entries()) {
    const own = [...new Set(row.parts.flatMap(({ sentences }) => sentences.flatMap((at) => claimsAt.get(key(at)) ?? [])))];
    const entries = own.filter((claim) => !shown.has(claim)).map((claim) => claimEntry(source.claims[claim]!, claim, source.siglum));
    own.forEach((claim) => shown.add(claim));
    const text = element('p', { lang: source.language, dir: 'auto', translate: false });
    for (const part of row.parts) text.append(stretch(part, blocks, claimsAt), ' ');
    const side = element('div', { className: 'document' }, element('p', { className: 'meta', textContent: rowLabel(row, blocks) }), text);
    list.append(
      element(
        'li',
        { id: rowId(index) },
        side,
        ...(entries.length > 0 ? [element('ol', { className: 'plain', ariaLabel: 'Claims' }, ...entries)] : []),
      ),
    );
  }
  list.addEventListener('click', follow);
  return list;
}

const key = ({ block, sentence = 0 }: Locator) => `${block}.${sentence}`;

/** Which claims, by index, rest on a sentence. A claim that rests on a block rests on all its sentences. */
function claimsBySentence(claims: readonly SealedClaim[], blocks: readonly CollatedBlock[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  for (const [claim, { locators }] of claims.entries()) {
    for (const { block, sentence } of locators) {
      const sentences = sentence === undefined ? [...blocks[block - 1]!.sentences.keys()].map((i) => i + 1) : [sentence];
      for (const place of sentences.map((one) => key({ block, sentence: one }))) at.set(place, [...(at.get(place) ?? []), claim]);
    }
  }
  return at;
}

const stateWords = { holds: 'the seal holds', typography: 'the seal holds but for typography', broken: 'not as sealed' };

function rowLabel({ block: number, parts }: Row, blocks: readonly CollatedBlock[]): string {
  if (number === undefined) {
    const missing = parts.flatMap(({ sentences }) => sentences);
    return missing.length === 0 ? 'In no block of the document' : `In the place of ${placesLabel(missing, blocks)}`;
  }
  const { role, state } = blocks[number - 1]!;
  return `¶${number} ${role} · ${parts.every((part) => part.state === 'absent') ? 'not in your text' : stateWords[state]}`;
}

/** Characters shown of a stretch that is not sealed; a page's navigation may be long. */
const mostUnsealed = 400;

/** A stretch of the text with a button to each claim that rests on it. */
function stretch(part: Part, blocks: readonly CollatedBlock[], claimsAt: ReadonlyMap<string, readonly number[]>): HTMLElement {
  const claims = [...new Set(part.sentences.flatMap((at) => claimsAt.get(key(at)) ?? []))];
  const sealed = part.state === 'holds' || part.state === 'typography';
  const text = sealed || part.text.length <= mostUnsealed ? part.text : `${part.text.slice(0, mostUnsealed)} …`;
  const made = element('span', { className: part.state }, text);
  const words = remark(part, placesLabel(part.sentences, blocks));
  if (words !== '') made.append(' ', element('small', {}, `[${words}]`));
  if (claims.length > 0) made.dataset.claims = claims.join(' ');
  for (const claim of claims) {
    const button = element('button', { type: 'button', ariaLabel: `Claim ${claim + 1}` }, String(claim + 1));
    button.dataset.toClaim = String(claim);
    made.append(button);
  }
  return made;
}

/** What is to be said of a stretch that is not as sealed. */
function remark({ state, text }: Part, places: string): string {
  const more = text.length > mostUnsealed ? `${text.length - mostUnsealed} characters more; ` : '';
  if (state === 'differs') return `${more}not as sealed in ${places}`;
  if (state === 'added') return `${more}not in the document`;
  return state === 'absent' ? `${places} is not here` : '';
}

function claimEntry({ says, stance, voice, locators, account, record }: SealedClaim, claim: number, siglum: string): HTMLLIElement {
  const button = element('button', { type: 'button', className: 'at' }, `${claim + 1} · ${siglum} ${locatorsLabel(locators)}`);
  button.dataset.toText = String(claim);
  const speakers = `${stance === 'asserted' ? '' : `${stance} · `}${voice.join(' › ')} · `;
  const meta = element('p', { className: 'meta' }, speakers, aside(account, 'account'), ' · ', aside(record, 'record'));
  const entry = element('li', {}, button, ` ${says}`, meta);
  entry.dataset.claim = String(claim);
  return entry;
}

/** A link beside this page: a reader who leaves it loses the text. */
export function aside(href: string, text: string): HTMLAnchorElement {
  return element('a', { href, target: '_blank' }, text);
}

/** Leads from a stretch, or a number behind it, to its claim, and from a claim to the first stretch that it rests on. */
function follow(this: HTMLElement, { target }: Event): void {
  if (!(target instanceof HTMLElement) || target.closest('a') !== null) return;
  const { toText, toClaim } = target.dataset;
  // Whoever marks text with the mouse is not asking to be led anywhere.
  const marking = getSelection()?.isCollapsed === false;
  const cited = marking ? undefined : target.closest<HTMLElement>('[data-claims]')?.dataset.claims?.split(' ')[0];
  const claim = toText ?? toClaim ?? cited;
  if (claim === undefined) return;
  for (const lit of this.querySelectorAll('.current')) lit.classList.remove('current');
  const entry = this.querySelector(`[data-claim="${claim}"]`)!;
  const stretches = this.querySelectorAll(`[data-claims~="${claim}"]`);
  for (const part of [entry, ...stretches]) part.classList.add('current');
  const to = toText === undefined ? entry.querySelector('button') : stretches[0]!.querySelector<HTMLElement>(`[data-to-claim="${claim}"]`);
  to!.focus({ preventScroll: true });
  to!.closest('.current')!.scrollIntoView({ block: 'nearest' });
}
