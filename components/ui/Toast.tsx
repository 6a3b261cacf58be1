// A line that says what happened, with a way back.

export type ToastContent = { text: string; undo?(): void; bad?: boolean };

export function Toast({ content }: { content: ToastContent | undefined }) {
  return (
    <div class="toast-area" role="status" aria-live="polite">
      {content && (
        <p class={`toast${content.bad ? ' bad' : ''}`}>
          <span class="grow">{content.text}</span>
          {content.undo && (
            <button type="button" class="link" onClick={content.undo}>
              Undo
            </button>
          )}
        </p>
      )}
    </div>
  );
}
