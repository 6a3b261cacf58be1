// Editing something with a text and a date where it stands: an entry of the timeline, a follow-up.
import { fromLocalInput, toLocalInput } from '../../lib/dates/local-input';
import { takeFocus } from './editing';

type Props = {
  label: string;
  text: string;
  /** ms */
  at: number;
  maxLength: number;
  /** Gives whether it was saved: what was refused stays where it was typed. */
  onSave(text: string, at: number): Promise<boolean>;
  onRemove(): void;
  onClose(): void;
};

export function EntryForm({ label, text, at, maxLength, onSave, onRemove, onClose }: Props) {
  const save = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const written = String(data.get('text') ?? '').trim();
    const when = String(data.get('at') ?? '');
    // The field knows minutes only: a date that was not touched keeps its seconds.
    const next = when === toLocalInput(at) ? at : fromLocalInput(when);
    if (!written || next === undefined) return;
    const isSame = written === text && next === at;
    if (isSame || (await onSave(written, next))) onClose();
  };
  return (
    <form
      class="add-line"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <textarea
        class="input"
        name="text"
        aria-label="Text"
        dir="auto"
        rows={1}
        required
        maxLength={maxLength}
        defaultValue={text}
        ref={takeFocus}
      />
      <input
        class="input"
        type="datetime-local"
        name="at"
        aria-label="Date and time"
        required
        defaultValue={toLocalInput(at)}
      />
      <div class="row">
        <button type="button" class="link calm grow" onClick={onRemove}>
          Delete
        </button>
        <button type="button" class="btn small plain" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="btn small">
          Save
        </button>
      </div>
    </form>
  );
}
