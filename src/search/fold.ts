/**
 * Spelling for search, shared by the build (what is indexed) and the browser (what is typed), so that both agree.
 */

/** Typography made plain: quotes, apostrophes, hyphens; no bidi marks, no tatweel; a dash between words parts them. */
export function plainTypography(text: string): string {
  return text
    .replace(/[\u02B9-\u02BF\u2018-\u201B\u2032\u00B4`]/g, "'")
    .replace(/[\u201C-\u201F\u00AB\u00BB\u2033]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00AD\u0640\u200C-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/(\S)[\u2012-\u2015\u2212](?=\S)/g, '$1 ');
}

/** Arabic letters that writers exchange made one, vowel signs away, and the article apart from its word. */
export function foldArabic(text: string): string {
  return text
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<=\d)٬(?=\d)/g, ',')
    .replace(/(?<![\u0620-\u06D3])ال(?=[\u0620-\u06D3]{3})/g, '');
}

/** What both sides of a search are put through; plain ASCII passes as it is. */
export function foldForSearch(text: string): string {
  return /[^ -~\n]|`/.test(text) ? foldArabic(plainTypography(text)) : text;
}

/** The Arabic article in Latin letters, as it stands before a name. */
export const article = /^(?:[aeuü](?:l|sh)|[ae](?:[nrstdz]|s?ch)|adh|ath)-/;

/**
 * A key that romanisations of one Arabic name share: its consonants, with those that transliterations exchange made
 * one. `Hananu`, `Hanano`, `Hannano` → `hnn`. Short or unusable words give `''`.
 */
export function skeleton(word: string): string {
  const letters = lettersOf(word);
  if (letters.length < 4) return '';
  const consonants = letters
    .replace(/tsh|tch|ch/g, 'sh')
    .replace(/ph/g, 'f')
    .replace(/dj/g, 'j')
    .replace(/g(?!h)/g, 'j')
    .replace(/ck|[qc]/g, 'k')
    .replace(/v/g, 'w')
    .replace(/(kh|gh|sh|dh|th|[^aeiou])\1+/g, '$1')
    .replace(/(.)[ae]h$/, '$1');
  const first = /^[aeiou]/.test(consonants) ? 'a' : consonants[0]!;
  const key = first + consonants.slice(1).replace(/[aeiouyw]/g, '');
  return key.length > 2 ? key : '';
}

/**
 * A key that one name shares as English, French and German press write it: consonants that their spellings exchange
 * made one, of vowels only whether they are dark. `Dschulani`, `Joulani` → `jolana`; `Cheikh`, `Scheich` → `xax`.
 * Short words give `''`.
 */
export function sound(word: string): string {
  const letters = lettersOf(word)
    // `Rjabkow`: no Arabic name begins with two consonants.
    .replace(/^([^aeioud])j/, '$1y')
    .replace(/dsch|dj/g, 'j')
    .replace(/tsch|tch|sch|[cks]h/g, 'x')
    .replace(/t[sz]/g, 's')
    .replace(/ph/g, 'f')
    .replace(/([dgt])h/g, '$1')
    .replace(/ck|[qc]/g, 'k')
    .replace(/g/g, 'j')
    .replace(/w/g, 'v')
    .replace(/p/g, 'b')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiouy]+/g, (vowels) => (/[ou]/.test(vowels) ? 'o' : 'a'))
    .replace(/(?<=[ao])h$/, '');
  return letters.length < 3 ? '' : letters;
}

/** The letters of a word in Latin script, without accents and article. */
function lettersOf(word: string): string {
  return plainTypography(word)
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(article, '')
    .replace(/[^a-z]/g, '');
}
