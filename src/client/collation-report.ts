/** What a reader is shown of a collation: the verdict, the counts, where the text differs, and both sides. */
import { hue } from '../components/hue.ts';
import type { CollatedBlock, Collation, Part, SealState } from '../corpus/collation.ts';
import type { SealedSource } from '../exports/verification.ts';
import { element } from './element.ts';
import { aside, placesLabel, rowId, sideBySide } from './side-by-side.ts';
import { verdictOn } from './verdict.ts';

/** The heading that the reader is led to when an answer is there. */
export const resultHeading = (text: string) => element('h2', { id: 'result', tabIndex: -1 }, text);

/** Below so many words an answer in the negative says little. */
const fewWords = 50;

/** The answer where no source has been found. */
export function noSource(text: string): HTMLElement[] {
  const words = text.trim().split(/\s+/).length;
  const more = words < fewWords ? ' It is short, though: paste whole sentences, best a whole paragraph.' : '';
  return [resultHeading('No seal holds'), element('p', {}, `This is none of the documents of this site, and no part of one.${more}`)];
}

/** A file given: its SHA-256, and whether it is the document's own. */
export interface GivenFile {
  sha256: string;
  same: boolean;
}

/** The answer where a source has been found: verdict, counts, where the text differs, and text and claims side by side. */
export function collationReport(collation: Collation, source: SealedSource, file: GivenFile | undefined): HTMLElement[] {
  const { heading, more } = verdictOn(collation, file?.same === true);
  const { blocks } = collation;
  const title = element('p', { className: hue(source) });
  title.append(
    element('span', { className: 'siglum', ariaHidden: 'true' }, source.siglum),
    ' ',
    aside(source.record, source.title),
    `, ${source.published}`,
  );
  if (source.account !== undefined) title.append(' · ', aside(source.account, 'our account'));
  const facts = element('dl', { className: 'record' });
  const add = (term: string, ...value: (Node | string)[]) => facts.append(element('dt', {}, term), element('dd', {}, ...value));
  add('Blocks', holding(blocks.map(({ state }) => state)));
  add('Sentences', holding(blocks.flatMap(({ sentences }) => sentences)));
  if (file !== undefined)
    add(
      'File',
      file.same ? 'the one sealed, byte for byte: ' : 'another than the one sealed; its SHA-256 is ',
      element('code', {}, file.sha256),
    );
  for (const [state, term] of lists) {
    const links = partLinks(collation, state, blocks);
    if (links.length > 0) add(term, element('ul', { className: 'inline' }, ...links));
  }
  return [
    resultHeading(heading),
    title,
    element('p', { className: 'column' }, more.join(' ')),
    facts,
    element('h3', {}, 'Your document beside our account'),
    element(
      'p',
      { className: 'ui' },
      'Underlined is what our claims rest on. A number leads to its claim; the place of a claim leads back. Links to the account open beside this page.',
    ),
    element(
      'p',
      { className: 'heads', ariaHidden: 'true' },
      element('span', {}, 'Your document'),
      element('span', {}, 'Our account’s claims'),
    ),
    sideBySide(collation, source),
  ];
}

const holding = (states: readonly SealState[]) => `${states.filter((state) => state === 'holds').length} of ${states.length} hold`;

const lists = [
  ['differs', 'Not as sealed'],
  ['absent', 'Not in your text'],
  ['added', 'Only in your text'],
] as const;

/** Links to the rows that have parts in a state. */
function partLinks({ rows }: Collation, state: Part['state'], blocks: readonly CollatedBlock[]): HTMLLIElement[] {
  return rows.flatMap(({ parts }, row) =>
    parts
      .filter((part) => part.state === state)
      .map(({ sentences, text }) => {
        const label = sentences.length > 0 ? placesLabel(sentences, blocks) : `${text.length} characters`;
        return element('li', {}, element('a', { href: `#${rowId(row)}` }, label));
      }),
  );
}
