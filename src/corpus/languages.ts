/** Languages of names. */

/** Is this BCP 47 tag of a language written from right to left, in the script that it names or else in its usual one? */
export function isRightToLeft(lang: string): boolean {
  return new Intl.Locale(lang).getTextInfo().direction === 'rtl';
}
