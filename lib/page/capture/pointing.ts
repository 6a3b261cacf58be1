// Pointing at a text: what is selected is taken at once, else what the user clicks, outlined while it is under the pointer.
import { elementOf, type Said, saidBy } from '../../capture/pointed';
import { selectedText } from './aim';
import { coverPage } from './cover';
import type { Outline } from './outline';

/** Milliseconds after which the page is given back. */
const patience = 30_000;

export type Pointed = { node: Node; said: Said };

/** The selected text, with the element that says it where that says nothing else; undefined where it is no short line. */
export function pointedBySelection(document: Document): Pointed | undefined {
  const selection = document.getSelection();
  const text = selectedText(document)?.trim();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !text || text.includes('\n'))
    return undefined;
  const node = selection.getRangeAt(0).commonAncestorContainer;
  const said = saidBy(elementOf(node) ?? node);
  const base = document.baseURI;
  return { node, said: { base, ...(said?.text.includes(text) && { href: said.href }), text } };
}

/**
 * Waits for a click on a text that `fits`, which is kept from the page. Undefined where the user pressed Escape or lets it
 * be for 30 seconds, or `signal` aborts. Nothing that is only pointed at leaves the page.
 */
export function pointedByClick(
  document: Document,
  outline: Outline,
  fits: (said: Said) => boolean,
  signal: AbortSignal,
): Promise<Pointed | undefined> {
  return new Promise(resolve => {
    const over = new AbortController();
    const end = (pointed: Pointed | undefined) => {
      over.abort();
      outline.clear();
      resolve(pointed);
    };
    const at = (x: number, y: number): Pointed | undefined => {
      const below = cover.below(x, y);
      const node = below && textAt(below.element, below.x, below.y);
      const said = node && saidBy(node);
      return node && said && fits(said) ? { node, said } : undefined;
    };
    const press = (x: number, y: number) => {
      const pointed = at(x, y);
      if (pointed) end(pointed);
    };
    const cover = coverPage(document, press, over.signal);
    let shown: Node | undefined;
    const follow = (event: PointerEvent) => {
      const node = at(event.clientX, event.clientY)?.node;
      if (node === shown) return;
      shown = node;
      outline.show(node, false);
    };
    const letBe = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end(undefined);
    };
    document.defaultView?.addEventListener('pointermove', follow, { capture: true, signal: over.signal });
    document.defaultView?.addEventListener('keydown', letBe, { capture: true, signal: over.signal });
    signal.addEventListener('abort', () => end(undefined), { signal: over.signal });
    const tired = setTimeout(() => end(undefined), patience);
    over.signal.addEventListener('abort', () => clearTimeout(tired));
  });
}

/** The text below a point where its element says several lines; else the element. */
function textAt(element: Element, x: number, y: number): Node {
  if (!element.querySelector(':scope > br')) return element;
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const range = element.ownerDocument.createRange();
    range.selectNode(node);
    for (const box of range.getClientRects())
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return node;
  }
  return element;
}
