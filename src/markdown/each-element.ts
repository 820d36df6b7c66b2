import type { Element, Root, RootContent } from 'hast';

/**
 * Visits every element of a tree, parents first; what a visit puts into an element is visited too. For this little,
 * unist-util-visit takes a fifth of the time of a text.
 */
export function eachElement(node: Root | RootContent, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node);
  if (node.type === 'element' || node.type === 'root') for (const child of node.children) eachElement(child, visit);
}
