// Writing into a rich text box: as a paste for editors with a model of their own, by the browser's editing for others.
import { pause } from './pause';

/** The selection of the tree the box stands in; Chromium gives open shadow roots their own. */
function selectionOf(element: HTMLElement): Selection | null {
  const root: Node & Partial<DocumentOrShadowRoot & Pick<Document, 'getSelection'>> = element.getRootNode();
  return root.getSelection ? root.getSelection() : element.ownerDocument.getSelection();
}

/** What is selected in the box. */
export const selectedInEditable = (element: HTMLElement): string => String(selectionOf(element) ?? '');

/**
 * Focuses the box, and waits until its editor heard of it. A caret inside stays; one outside, in `before` or behind it
 * goes before `before`, else to the start.
 */
export async function placeCaret(element: HTMLElement, before: Node | undefined): Promise<void> {
  const anchor = selectionOf(element)?.anchorNode ?? null;
  const { DOCUMENT_POSITION_FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const behind = DOCUMENT_POSITION_FOLLOWING | DOCUMENT_POSITION_CONTAINED_BY;
  const isFit =
    element.contains(anchor) &&
    before !== anchor &&
    !(before && anchor && before.compareDocumentPosition(anchor) & behind);
  element.focus();
  // Draft.js gives up the browser's caret with the focus and remembers its own, until it hears of another.
  if (!before && element.matches('.public-DraftEditor-content')) return;
  if (!isFit) collapseBefore(element, before);
  // Focus and caret are told by events that come later.
  await pause();
}

function collapseBefore(element: HTMLElement, before: Node | undefined): void {
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  if (before && element.contains(before)) range.setStartBefore(before);
  selectionOf(element)?.collapse(range.startContainer, range.startOffset);
}

/** Writes at the caret, once. */
export function writeIntoEditable(element: HTMLElement, text: string): void {
  const old = element.textContent;
  // An editor with its own model takes the paste and stops it; a plain one lets it pass and is written into.
  const isTaken = (html?: string) =>
    !element.dispatchEvent(pasteOf(element, text, html)) || element.textContent !== old;
  // ProseMirror drops the blank lines of plain text, not of its own format, which fails where Trusted Types forbid it.
  if (element.classList.contains('ProseMirror') && isTaken(sliceOf(text))) return;
  if (isTaken()) return;
  element.ownerDocument.execCommand('insertText', false, text);
}

/** A paste as the page's own scripts would see it from the user. The window of an inner frame has its own constructors. */
function pasteOf(element: HTMLElement, text: string, html?: string): Event {
  const view = element.ownerDocument.defaultView ?? window;
  const clipboardData = new view.DataTransfer();
  const options = { bubbles: true, cancelable: true, composed: true, clipboardData };
  const event: Xray<ClipboardEvent> = new view.ClipboardEvent('paste', options);
  // Firefox makes data of its own, and shows a page only what was put into it by way of the page's own objects.
  const data = (event.wrappedJSObject ?? event).clipboardData;
  data?.setData('text/plain', text);
  if (html) data?.setData('text/html', html);
  return event;
}

/** In Firefox, scripts of extensions see the page's objects as the browser made them, and behind this as the page has them. */
type Xray<T> = T & { wrappedJSObject?: T };

/** Lines as ProseMirror's clipboard has them: its mark says that the first and the last join the text around them. */
function sliceOf(text: string): string {
  const escaped = (line: string) => line.replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`);
  const paragraphs = text.split('\n').map(line => `<p>${escaped(line)}</p>`);
  return `<div data-pm-slice="1 1 []">${paragraphs.join('')}</div>`;
}
