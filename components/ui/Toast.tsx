// A line that says what happened, with a way back (also by Ctrl Z); it goes by itself unless somebody is at it.
import { useEffect, useState } from 'preact/hooks';

export type ToastContent = { text: string; undo?(): void; bad?: boolean };

/** How long it stays, in milliseconds; long enough to read it and reach its button. */
const shownFor = 10_000;

type Props = { content: ToastContent | undefined; onGone(): void };

export function Toast({ content, onGone }: Props) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!content || held) return;
    const timer = setTimeout(onGone, shownFor);
    return () => clearTimeout(timer);
  }, [content, held, onGone]);
  const undo = content?.undo;
  useEffect(() => {
    if (!undo) return;
    const key = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      // In a field the browser takes back what was typed.
      if ((event.target as Element).matches?.('textarea, input:not([type="checkbox"])')) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, [undo]);
  return (
    <div
      class="toast-area"
      role="status"
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      {content && (
        <p class={`toast${content.bad ? ' bad' : ''}`}>
          <span class="grow">{content.text}</span>
          {content.undo && (
            <button type="button" class="link" title="Undo (Ctrl Z)" onClick={content.undo}>
              Undo
            </button>
          )}
        </p>
      )}
    </div>
  );
}
