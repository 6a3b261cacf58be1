// Boxes that misbehave, each in the way its name in the address says: `/odd?as=NAME`.
import { openPage } from '../page';
import { createPlainBox } from '../plain-box';

type Odd = (box: HTMLElement, host: HTMLElement) => void;

const kinds: Record<string, Odd> = {
  /** Takes a paste like an editor with a model, and shows it much later. */
  late: box =>
    box.addEventListener('paste', event => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      setTimeout(() => {
        box.textContent = text;
        box.dispatchEvent(new Event('input'));
      }, 400);
    }),
  /** Takes a paste and throws it away. */
  refusing: box => box.addEventListener('paste', event => event.preventDefault()),
  /** Shows the text, and does not know it: the send button stays asleep. */
  deaf: (_, host) => host.addEventListener('input', event => event.stopPropagation(), true),
  /** Writes once more what was written into it, a moment later. */
  doubling: box =>
    box.addEventListener('input', () => setTimeout(() => box.append(box.textContent ?? ''), 5), {
      once: true,
    }),
  /** Is replaced by another box as soon as it gets the focus. */
  replaced: (box, host) => box.addEventListener('focus', () => host.replaceChildren(box.cloneNode(true))),
};

await openPage((host, text, changed) => {
  const editor = createPlainBox(host, text, changed);
  const box = host.querySelector<HTMLElement>('[contenteditable]');
  const as = new URLSearchParams(location.search).get('as') ?? '';
  if (box) kinds[as]?.(box, host);
  // One that is replaced on focus must not have it before the insertion.
  return { ...editor, focus: () => undefined };
});
