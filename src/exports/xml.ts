/**
 * xast trees as XML 1.0 files. `xast-util-to-xml` 4 compiles a regular expression for every attribute, which takes ten times
 * as long as all the rest of a TEI file; these trees hold elements and text only.
 */
import type { Element, ElementContent } from 'xast';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };
// The ranges are of characters that no XML 1.0 document may have, not even escaped: they are left out.
const unsafeInText = /[&<>\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const unsafeInValue = /[&<"\n\t\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const escape = (character: string) => escapes[character] ?? '';

/** A whole file; elements whose names are in `ownLine` begin a line, as a file of one line can be neither read nor compared. */
export function xmlFile(root: Element, ownLine: ReadonlySet<string>): string {
  let xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const write = (node: ElementContent): void => {
    if (node.type === 'text') xml += node.value.replace(unsafeInText, escape);
    if (node.type !== 'element') return;
    xml += (ownLine.has(node.name) ? '\n<' : '<') + node.name;
    for (const name in node.attributes) xml += ' ' + name + '="' + node.attributes[name]!.replace(unsafeInValue, escape) + '"';
    if (node.children.length === 0) {
      xml += '/>';
      return;
    }
    xml += '>';
    for (const child of node.children) write(child);
    xml += '</' + node.name + '>';
  };
  write(root);
  return `${xml}\n`;
}
