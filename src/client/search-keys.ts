/** Does a key open search? In a field `/` is a letter. */
export function opensSearch({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key === 'k') return ctrlKey || metaKey;
  return key === '/' && !altKey && !ctrlKey && !metaKey && !(target as Element).matches('input, textarea, select, [contenteditable]');
}
