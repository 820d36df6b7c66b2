import { expect, test } from 'vitest';
import { dateValue, teiDate, typedDate } from '../../src/exports/date-values.ts';

const edtf = (when: string) => ({ '@type': 'edtf:EDTF', '@value': when });

test.each([
  ['1901-05-03', '1901-05-03', 'xsd:date'],
  ['1901-05', '1901-05', 'xsd:gYearMonth'],
  ['1901', '1901', 'xsd:gYear'],
  ['1901-05~', edtf('1901-05~'), undefined],
  ['1901-22', edtf('1901-22'), undefined],
  ['190X', edtf('190X'), undefined],
  ['1901/..', edtf('1901/..'), undefined],
])('%s for linked data', (when, value, type) => {
  expect(dateValue(when)).toEqual(value);
  expect(typedDate(when)).toEqual(type === undefined ? value : { '@type': type, '@value': when });
});

test.each([
  ['1901-05', { when: '1901-05' }],
  ['1901-05-03?', { notBefore: '1901-05-03', notAfter: '1901-05-03', cert: 'low' }],
  ['1901-05~/1901-06', { notBefore: '1901-05-01', notAfter: '1901-06-30', cert: 'medium' }],
  ['1901-05/..', { notBefore: '1901-05-01' }],
  ['/1901-05', { notAfter: '1901-05-31' }],
  ['0044', { when: '0044' }],
  ['-0044~', { notBefore: '-0044-01-01', notAfter: '-0044-12-31', cert: 'medium' }],
])('%s for TEI', (when, attributes) => {
  expect(teiDate(when)).toEqual({ ...attributes, ...(!('when' in attributes) && { 'when-custom': when }) });
});
