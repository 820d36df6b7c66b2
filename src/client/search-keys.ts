/** Does a key open search? In a field `/` is a letter. */
export const opensSearch = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey ? event.key === 'k' : event.key === '/' && !('selectionStart' in event.target!);
