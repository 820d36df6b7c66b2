/** The parts of `edtf` 4 that this project uses; the package ships no types. */
declare module 'edtf' {
  interface Bits {
    value: number;
    is(part: 'year' | 'month' | 'day'): number;
  }
  export interface ExtendedDate {
    type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval';
    edtf: string;
    /** Milliseconds since 1970, UTC; ±Infinity where open, `null` where unknown. */
    min: number | null;
    max: number | null;
    /** Year, month (from 0), day. */
    values: number[];
    uncertain?: Bits;
    approximate?: Bits;
    unspecified?: Bits;
    /** Of an interval: a date; `null` where unknown; `Infinity` where open. */
    lower?: ExtendedDate | number | null;
    upper?: ExtendedDate | number | null;
  }
  export interface Constraints {
    level?: 0 | 1 | 2 | 3;
    types?: string[];
  }
  export function parse(text: string, constraints?: Constraints): unknown;
  export default function edtf(text: string, constraints?: Constraints): ExtendedDate;
}
