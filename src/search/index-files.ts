/** What the build and the reader’s side know alike of Pagefind’s files. */

/** What every file begins with, once it is unpacked. */
export const signature = 'pagefind_dcd';

/** The file that says what results can be narrowed to, of the index of a name. */
export const facetsName = (index: string) => `facets.${index}.pf_facets`;

/** The script that holds a file for pages opened from disk, without its ending: fragments share scripts, as many small files are slow to copy. */
export function scriptOf(file: string): string {
  return file.replace(/^(fragment\/[^/]*?_[0-9a-f]{2})[0-9a-f]*\.pf_fragment$/, '$1');
}
