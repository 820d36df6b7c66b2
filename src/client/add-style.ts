/** Gives the page the style of what a script adds to it. */
export function addStyle(rules: string): void {
  const element = document.createElement('style');
  element.textContent = rules;
  document.head.append(element);
}
