// A new line at a glance: a preference of this person, or a field for everybody.
import { useState } from 'preact/hooks';
import { takeFocus } from './editing';
import { choicesOf, keyOf } from './preferences';

type Props = {
  /** Gives whether it was saved: what was refused stays where it was typed. */
  onAdd(label: string, value: string, forEverybody: boolean): Promise<boolean>;
  onClose(): void;
};

const proposals = ['Language', 'Tone', 'Channel', 'Time', 'Usual'];

export function AddLine({ onAdd, onClose }: Props) {
  const [label, setLabel] = useState('');
  const choices = choicesOf(keyOf(label));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const value = String(data.get('value') ?? '').trim();
    if (!label.trim() || !value) return;
    if (await onAdd(label.trim(), value, data.get('everybody') === 'on')) onClose();
  };
  return (
    <form
      class="add-line"
      aria-label="Add a line"
      onSubmit={event => void submit(event)}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <div class="row">
        <input
          class="input"
          aria-label="What"
          placeholder="Language"
          list="known-labels"
          dir="auto"
          maxLength={60}
          value={label}
          onInput={event => setLabel(event.currentTarget.value)}
          ref={takeFocus}
        />
        {choices ? (
          <select class="select" name="value" aria-label="Value">
            {choices.map(choice => (
              <option key={choice.id} value={choice.id}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            class="input"
            name="value"
            aria-label="Value"
            placeholder="Spanish"
            dir="auto"
            maxLength={300}
          />
        )}
      </div>
      <datalist id="known-labels">
        {proposals.map(proposal => (
          <option key={proposal} value={proposal} />
        ))}
      </datalist>
      <div class="row">
        <label class="row grow">
          <input type="checkbox" class="check" name="everybody" /> A field for everybody
        </label>
        <button type="button" class="btn small plain" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="btn small">
          Add
        </button>
      </div>
    </form>
  );
}
