/** Languages of names. */

/** Is this BCP 47 tag of a language written from right to left? */
export function isRightToLeft(lang: string): boolean {
  return /^(?:ar|he|fa|ku-Arab|ur)\b/.test(lang);
}
