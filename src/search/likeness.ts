/** How alike two words are. */

/** Each letter once where it is doubled. */
export const undoubled = (word: string) => word.replace(/(.)\1+/g, '$1');

/** The consonants of a word, doubled ones once. */
export const consonants = (word: string) => undoubled(word.replace(/[aeiouy]/g, ''));

/** Is one letter put in, taken out, exchanged, or are two neighbours transposed? */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (long - short > 1 || one === other) return false;
  let start = 0;
  while (start < short && one[start] === other[start]) start++;
  let end = 0;
  while (end < short - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  if (start + end >= long - 1) return true;
  return short === long && start + end === long - 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}

/** Letters that words of one skeleton may begin with, `Qasr` and `Kasr`; any other letter is alone. */
const beginnings = ['ckqstz', 'dgj', 'bfp', 'vw', 'aeiou'];

/** Is it worth a look whether two words have one skeleton? */
export function mayBeginAlike(one: string, other: string): boolean {
  return other.startsWith(one.charAt(0)) || beginnings.some((letters) => letters.includes(one[0]!) && letters.includes(other[0]!));
}
