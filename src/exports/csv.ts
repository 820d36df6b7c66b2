/** CSV as of RFC 4180, for programs and for spreadsheets. */
import { csvFormatRow } from 'd3-dsv';

export type Cell = string | number | boolean | undefined;

/** One line without its end. Text is guarded as OWASP’s “CSV Injection” asks: a spreadsheet runs what begins like a formula. */
export function csvLine(cells: readonly Cell[]): string {
  return csvFormatRow(cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell === undefined ? '' : String(cell))));
}

function guarded(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The whole file. Without the byte order mark Excel reads UTF-8 as the machine’s old code page and spoils every accent. */
export function csvFile(lines: readonly string[]): string {
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}
