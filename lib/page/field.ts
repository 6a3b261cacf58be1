// Writing into a text field, also one whose value a framework holds.

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Whether it is a field. Elements of inner frames have their own constructors, so the tag decides. */
export const isField = (element: HTMLElement): element is Field => /^(TEXTAREA|INPUT)$/.test(element.tagName);

const rangeOf = ({ value, selectionStart, selectionEnd }: Field): [number, number] => {
  const start = selectionStart ?? value.length;
  return [start, selectionEnd ?? start];
};

/** What is selected in the field. */
export const selectedInField = (field: Field): string => field.value.slice(...rangeOf(field));

/** Writes at the caret, by the browser's own editing where it does that, since it can be undone. */
export function writeIntoField(field: Field, text: string): void {
  const [start, end] = rangeOf(field);
  const old = field.value;
  if (field.ownerDocument.execCommand('insertText', false, text) || field.value !== old) return;
  if (field.readOnly || field.disabled) return;
  // The prototype's setter is the one that frameworks do not replace on the element.
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  setter?.call(field, old.slice(0, start) + text + old.slice(end));
  field.setSelectionRange(start + text.length, start + text.length);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
