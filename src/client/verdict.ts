/** What a collation comes to, in words. */
import { countSeals } from '../corpus/collation.ts';
import type { Collation } from '../corpus/collation.ts';

export interface Verdict {
  heading: string;
  /** Sentences that go on from the heading. */
  more: string[];
}

/** A text with less of the source's seals and less sealed text than this only shares something with the source. */
const trace = { seals: 0.1, text: 0.5 };

/** @param sameFile - Do the bytes have the SHA-256 of the document's file? */
export function verdictOn(collation: Collation, sameFile: boolean): Verdict {
  const total = countSeals(collation);
  const holding = countSeals(collation, 'holds');
  const nearly = countSeals(collation, 'typography');
  const heading = `${holding === total ? 'All' : `${holding} of`} ${total} seals hold`;
  const typography = `${nearly} more hold once straight and curly quotation marks are exchanged or invisible characters left out.`;
  const share = collation.sealed / Math.max(collation.length, 1);
  const more = [
    ...(nearly > 0 ? [typography] : []),
    ...(collation.inOrder ? [] : ['The sentences do not all stand in the order of the document.']),
    ...(share < 0.995 && !sameFile ? [`${Math.round(share * 100)} % of your text is sealed text.`] : []),
  ];
  if (sameFile) return { heading, more: ['This is the document itself.', ...more] };
  if (holding === total) return { heading, more: ['Word for word, this is the document’s text.', ...more] };
  if (holding + nearly === total) return { heading, more: ['The words are the document’s; some of their typography is not.', ...more] };
  if (collation.blocks.every(({ role, state }) => state !== 'broken' || role === 'boilerplate'))
    return {
      heading,
      more: ['What does not hold is page furniture, such as navigation or an appeal to subscribe; the text is the document’s.', ...more],
    };
  if ((holding + nearly) / total < trace.seals && share < trace.text)
    return { heading, more: ['This is another text, which shares a little with the document.', ...more] };
  return { heading, more: ['This is another version of the document, or a part of it.', ...more] };
}
