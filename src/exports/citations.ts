/** Citation files of an original document: CSL-JSON, BibTeX, RIS. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Corpus, Source } from '../corpus/corpus.ts';
import { dateInWords, span } from '../corpus/dates.ts';

export const citationFormats = [
  { ending: 'bib', label: 'BibTeX', name: 'bibtex' },
  { ending: 'ris', label: 'RIS', name: 'ris' },
  { ending: 'csl.json', label: 'CSL-JSON', name: 'data' },
] as const;

/** The citation file of a source in one of the formats. */
export function citation(source: Source, corpus: Corpus, name: (typeof citationFormats)[number]['name']): string {
  const text = new Cite(cslItem(source, corpus)).format(name).trim();
  // The RIS plugin breaks long lines, addresses in the middle; a line of RIS begins with its tag.
  return `${name === 'ris' ? text.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '') : text}\n`;
}

/** CSL-JSON item of a source; its date is as exact as all days it may mean agree on, and the note says the rest. */
export function cslItem({ id, record }: Source, { entities }: Corpus): object {
  const outlet = entities.get(record.outlet)!.name;
  const republisher = entities.get(record.republishedBy ?? '')?.name;
  const note = [
    record.published.printed === undefined ? `Published ${dateInWords(record.published.when)} (inferred).` : undefined,
    republisher === undefined ? undefined : `Republished by ${republisher}.`,
  ].filter((part) => part !== undefined);
  const issued = commonDate(record.published.when);
  return {
    id,
    'citation-key': id,
    'type': record.type,
    'title': record.title,
    'author': record.authors.filter(({ basis }) => basis === undefined).map(({ name }) => personName(name)),
    'container-title': outlet,
    // BibTeX and RIS have no form for a date without a year.
    ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
    'language': record.language,
    ...(record.address !== undefined && { URL: record.address }),
    ...(note.length > 0 && { note: note.join(' ') }),
  };
}

/** The last word as family name: right for the names it is given, and a reader can mend it where it is not. */
function personName(name: string): { family: string; given?: string } {
  const [family = name, ...given] = name.split(' ').reverse();
  return given.length === 0 ? { family } : { family, given: given.reverse().join(' ') };
}

/** Year, month and day on which the first and the last day of a date agree: of a decade or an open date, none. */
function commonDate(date: string): number[] {
  const { from, to } = span(date);
  const parts = (ms: number) => [new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + 1, new Date(ms).getUTCDate()];
  const [first, last] = [parts(from), parts(to)];
  const differs = first.findIndex((part, i) => part !== last[i]);
  return differs === -1 ? first : first.slice(0, differs);
}
