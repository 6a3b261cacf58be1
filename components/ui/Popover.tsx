// A button with a small form behind it; Escape and a click elsewhere close it, and the focus goes back.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

type Props = {
  /** Read out; `button` is seen. */
  label: string;
  button: ComponentChildren;
  class?: string;
  /** Opens it as soon as it is there. */
  isOpenAtFirst?: boolean;
  /** Drawn while it is open. */
  children(close: () => void): ComponentChildren;
  onClosed?(): void;
};

export function Popover({ label, button, class: look = 'chip', isOpenAtFirst, children, onClosed }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Opened by its button, to which the browser ties it.
  useEffect(() => {
    if (isOpenAtFirst) opener.current?.click();
  }, []);
  useEffect(() => {
    if (isOpen && box.current) return focusFirst(box.current);
  }, [isOpen]);
  const toggled = (event: { newState: string }) => {
    const opens = event.newState === 'open';
    setIsOpen(opens);
    if (!opens) onClosed?.();
  };
  return (
    <>
      <button
        type="button"
        class={look}
        ref={opener}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        popovertarget={id}
      >
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        class="menu popped"
        role="dialog"
        tabIndex={-1}
        aria-label={label}
        ref={box}
        onToggle={toggled}
      >
        {isOpen && children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}

/** Puts the focus into the first field; into the box until there is one. Gives what stops waiting for it. */
function focusFirst(box: HTMLElement): () => void {
  const first = () => box.querySelector<HTMLElement>('input, select, button');
  (first() ?? box).focus();
  const observer = new MutationObserver(() => {
    if (box === document.activeElement) first()?.focus();
  });
  observer.observe(box, { childList: true, subtree: true });
  return () => observer.disconnect();
}
