import * as pagefind from 'pagefind';

/** An index of Pagefind’s for one language, whatever the script: an Arabic query typed on an English page must find its name. */
export async function startIndex(language: string): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  return index;
}
