/** The parts of `edtf` 4 that this project uses; the package ships no types. */
declare module 'edtf' {
  interface Constraints {
    level: 1;
  }
  /** Throws where the text is not EDTF of that level. */
  export function parse(text: string, constraints: Constraints): unknown;
  /** First and last moment, milliseconds since 1970, UTC; ±Infinity where open, `null` where unknown. */
  export default function edtf(text: string, constraints: Constraints): { min: number | null; max: number | null };
}
