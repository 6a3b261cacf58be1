// Putting text into the box the user writes in: written once, then verified, never sent.
import type { Composer } from '../sites/site';

export type Inserted = { ok: boolean; reason?: string };

/** The composer the caret is or was last in; with one box open, that one. */
export function currentComposer(
  composers: Composer[],
  lastFocused: Element | undefined,
): Composer | undefined {
  const focused = composers.find(
    ({ element }) => element === lastFocused || element.contains(lastFocused ?? null),
  );
  return focused ?? (composers.length === 1 ? composers[0] : undefined);
}

/** Inserts `text` at the caret, else before signature and quote. Nothing is written twice; a failure is told. */
export async function insertText(composer: Composer, text: string): Promise<Inserted> {
  const { element } = composer;
  if (!element.isConnected) return { ok: false, reason: 'The reply box is gone.' };
  const before = contentOf(element);
  element.focus();
  // Elements of inner frames have their own constructors, so the tag decides.
  if (element.tagName === 'TEXTAREA') insertIntoField(element as HTMLTextAreaElement, text);
  else insertIntoEditable(composer, text);
  await nextFrame(element);
  const after = contentOf(element);
  const found = occurrences(after, text) - occurrences(before, text);
  return found === 1 ? { ok: true } : { ok: false, reason: 'The box did not take the text as it was.' };
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
/** What the user sees in the box: in a rich editor, line breaks between blocks count, so `textContent` will not do. */
const contentOf = (element: HTMLElement) =>
  squeeze(
    element.tagName === 'TEXTAREA'
      ? (element as HTMLTextAreaElement).value
      : // biome-ignore lint/performance/useDomNodeTextContent: words of neighbouring blocks would run together
        element.innerText,
  );
const occurrences = (content: string, text: string) => content.split(squeeze(text)).length - 1;

const nextFrame = (element: HTMLElement) =>
  new Promise<void>(resolve => {
    const view = element.ownerDocument.defaultView ?? window;
    // Two turns: editors that keep a state of their own write after the event. Hidden tabs get no frames, so the
    // wait must not depend on one.
    view.setTimeout(() => view.setTimeout(resolve, 20), 20);
  });

function insertIntoField(field: HTMLTextAreaElement, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const view = field.ownerDocument.defaultView;
  // The prototype's setter is the one that frameworks do not replace on the element.
  const prototype = view ? Object.getPrototypeOf(field) : undefined;
  const setter = prototype && Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  const value = field.value.slice(0, start) + text + field.value.slice(end);
  if (field.ownerDocument.execCommand('insertText', false, text) && field.value === value) return;
  if (setter) setter.call(field, value);
  else field.value = value;
  field.setSelectionRange(start + text.length, start + text.length);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

function insertIntoEditable({ element, before }: Composer, text: string): void {
  const { ownerDocument: document } = element;
  const selection = document.getSelection();
  const anchor = selection?.anchorNode ?? null;
  const inside = anchor !== null && element.contains(anchor);
  const behind =
    before && anchor && before.compareDocumentPosition(anchor) & Node.DOCUMENT_POSITION_FOLLOWING;
  const within = before?.contains(anchor);
  if (!inside || behind || within) placeCaret(document, element, before);
  const paragraphs = text.split('\n');
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // An editor with its own model takes the paste and stops it; a plain one lets it pass and is written into.
  if (!element.dispatchEvent(paste)) return;
  for (const [index, line] of paragraphs.entries()) {
    if (index > 0) document.execCommand('insertLineBreak');
    if (line) document.execCommand('insertText', false, line);
  }
  element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Puts the caret before `before`, else at the beginning. */
function placeCaret(document: Document, element: HTMLElement, before: Node | undefined): void {
  const range = document.createRange();
  if (before?.parentNode && element.contains(before)) range.setStartBefore(before);
  else range.setStart(element, 0);
  range.collapse(true);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
