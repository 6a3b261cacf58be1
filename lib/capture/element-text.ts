// The text of an element in one line, bounded, without what is never shown.
import { cleanText } from './values';

const silent = /^(?:script|style|template|noscript|svg)$/i;

/** At most `max` characters; undefined where the element says nothing or much more. */
export function lineIn(
  element: Element,
  max = 300,
  skip?: (element: Element) => boolean,
): string | undefined {
  let text = '';
  let node: Node | null = element.firstChild;
  for (let left = 400; node && left > 0 && text.length <= max * 4; left--) {
    const inner: Element | undefined = isElement(node) ? node : undefined;
    if (node.nodeType === 3) text += (node.nodeValue ?? '').slice(0, max * 4 + 1);
    if (inner && /^(?:br|p|div|li|tr|td|dd|dt|h\d)$/i.test(inner.localName)) text += ' ';
    const down = inner && !silent.test(inner.localName) && !skip?.(inner) ? inner.firstChild : null;
    node = down ?? after(node, element);
  }
  return cleanText(text, max);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function after(node: Node, end: Node): Node | null {
  for (let at: Node | null = node; at && at !== end; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

/** True for what the page keeps from its readers, as far as that can be said where nothing is laid out. */
export function isUnseen(element: Element): boolean {
  if (element.closest('[hidden], template, [style*="display:none" i], [style*="display: none" i]'))
    return true;
  return element.ownerDocument.defaultView !== null && !element.checkVisibility();
}
