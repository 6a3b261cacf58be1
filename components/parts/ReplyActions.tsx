// The way of a reply into the box: once by the main button and its key, again only by a button of its own.
import { useEffect } from 'preact/hooks';

type Props = {
  /** How many blanks are left. */
  blanks: number;
  message: string;
  /** This text stands in this box already. */
  isInserted: boolean;
  /** The template can't be read. */
  isBroken: boolean;
  onCopy(): void;
  onInsert(): void;
};

export function ReplyActions({ blanks, message, isInserted, isBroken, onCopy, onInsert }: Props) {
  useInsertKey(() => {
    if (!isInserted) onInsert();
  });
  const said = message || (isInserted ? 'Inserted. Read it, then send it yourself.' : '');
  return (
    <footer>
      <span class={`grow ${said ? 'whole' : ''} ${blanks > 0 ? 'gap-count' : ''}`} role="status">
        {said || leftOver(blanks)}
      </span>
      <button type="button" class="btn small plain" disabled={isBroken} onClick={onCopy}>
        Copy
      </button>
      {isInserted && (
        <button type="button" class="btn small plain" onClick={onInsert}>
          Insert again
        </button>
      )}
      <button type="button" class="btn small primary" disabled={isBroken || isInserted} onClick={onInsert}>
        Insert <kbd>Ctrl ↵</kbd>
      </button>
    </footer>
  );
}

const leftOver = (count: number) =>
  count === 0 ? '' : count === 1 ? '1 blank to fill' : `${count} blanks to fill`;

/** Ctrl or ⌘ and Enter insert from anywhere but the note box. */
function useInsertKey(insert: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const inNote = event.target instanceof Element && event.target.closest('.composer');
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !inNote) insert();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
}
