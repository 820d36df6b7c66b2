/** Text of a saved web page. */

const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'SELECT', 'TEXTAREA']);
const inline = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(' '),
);

/** Is the text HTML? */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b/is.test(text);
}

/** The text of a page as its elements part it. A document made by a parser runs no script and loads nothing. */
export function htmlText(html: string): string {
  const text: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text.push((node.nodeValue ?? '').replace(/[\t\n\f\r ]+/g, ' '));
    else if (node.nodeName === 'BR') text.push('\n');
    else if (!unread.has(node.nodeName.toUpperCase())) {
      const edge = inline.has(node.nodeName) ? '' : '\n\n';
      text.push(edge);
      node.childNodes.forEach(walk);
      text.push(edge);
    }
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body);
  return text.join('');
}
