/** Dates, EDTF in the records, as the values that the formats of data files have for them. */
import { endsOf, isPlain, span } from '../corpus/dates.ts';

/** For schema.org: plain ISO 8601 as text, anything else typed as EDTF. */
export function dateValue(when: string | undefined): string | object | undefined {
  return when === undefined || isPlain(when) ? when : { '@type': 'edtf:EDTF', '@value': when };
}

const plainTypes: Record<number, string> = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth', 10: 'xsd:date' };

/** For PROV-O, which has no dates without a type. */
export function typedDate(when: string | undefined): string | object | undefined {
  return when !== undefined && isPlain(when) ? { '@type': plainTypes[when.length], '@value': when } : dateValue(when);
}

/**
 * Attributes of TEI's `att.datable`: `2015-06` → `when`; anything else as the first and the last day that it may mean, with
 * the EDTF itself beside them, and `cert` where it is qualified: `2015-06~` → `notBefore` 2015-06-01, `notAfter` 2015-06-30,
 * `when-custom` 2015-06~, `cert` medium.
 */
export function teiDate(date: string): Record<string, string> {
  if (isPlain(date)) return { when: date };
  const { from, to } = span(date);
  const ends = Object.values(endsOf(date));
  const cert = ends.some((end) => end === 'uncertain' || end === 'both') ? 'low' : ends.includes('approximate') ? 'medium' : undefined;
  return {
    ...(Number.isFinite(from) && { notBefore: day(from) }),
    ...(Number.isFinite(to) && { notAfter: day(to) }),
    'when-custom': date,
    ...(cert && { cert }),
  };
}

/** XML Schema writes years of more or less than four digits as ISO 8601 does, but for its plus sign and zeros in front. */
function day(moment: number): string {
  return new Date(moment)
    .toISOString()
    .split('T')[0]!
    .replace(/^(-?)\+?0{0,2}(?=\d{4})/, '$1');
}
