// A value that turns into a field when it is clicked; Enter or leaving saves, Escape gives up.
import { useState } from 'preact/hooks';

type Props = { value: string; label: string; placeholder?: string; onSave(value: string): void };

export function EditableLine({ value, label, placeholder, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const finish = (next: string) => {
    setEditing(false);
    if (next.trim() !== value) onSave(next.trim());
  };
  if (!editing) {
    return (
      <button type="button" class="editable" onClick={() => setEditing(true)}>
        <span class="sr">{label}: </span>
        {value ? <bdi>{value}</bdi> : <span class="quiet">{placeholder ?? 'Add'}</span>}
        <span class="sr">. Edit</span>
      </button>
    );
  }
  return (
    <input
      class="input small"
      aria-label={label}
      dir="auto"
      value={value}
      ref={field => field?.focus()}
      onBlur={event => finish(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') setEditing(false);
      }}
    />
  );
}
