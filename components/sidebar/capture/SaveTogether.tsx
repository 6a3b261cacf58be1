// What is said of all who are saved together, and the button that saves them.
import { useState } from 'preact/hooks';
import { WhenLine } from '../../parts/WhenLine';
import { contactOf, isChosen, type Somebody, savingOf, shownValue, stages } from './capture-form';
import { capture, change, form, save } from './capture-state';

const verb = (chosen: Somebody[]): string => {
  const known = chosen.filter(one => contactOf(one) !== undefined).length;
  const fresh = chosen.length - known;
  if (chosen.length === 0) return 'Choose whom to save';
  if (fresh === 0) return known === 1 ? 'Update one person' : `Update ${known} people`;
  if (known === 0) return fresh === 1 ? 'Add one person' : `Add ${fresh} people`;
  return `Add ${fresh}, update ${known}`;
};

export function SaveTogether({ people }: { people: Somebody[] }) {
  const [isSaving, setSaving] = useState(false);
  const chosen = people.filter(one => isChosen(one, people.length));
  const isReady =
    chosen.length > 0 && savingOf(capture.value?.id ?? '', chosen, form.value, new Date()) !== undefined;
  const finish = async () => {
    setSaving(true);
    await save(chosen);
    setSaving(false);
  };
  return (
    <footer class="capture-save">
      {chosen.length > 0 && (
        <details class="more together">
          <summary class="link">Tags, stage, note, follow-up, consent</summary>
          <Shared count={chosen.length} />
        </details>
      )}
      <button
        type="button"
        class="btn primary wide"
        disabled={!isReady || isSaving}
        onClick={() => void finish()}
      >
        {verb(chosen)}
      </button>
      {chosen.length > 0 && !isReady && (
        <p class="hint" role="status">
          {chosen.every(one => shownValue(one, 'name').trim() !== '')
            ? 'Say when to follow up.'
            : 'Everybody needs a name.'}
        </p>
      )}
    </footer>
  );
}

function Shared({ count }: { count: number }) {
  const { stage, note, todo, when } = form.value;
  return (
    <div class="form">
      {count > 1 && <p class="quiet">For all {count}. A stage or a consent that somebody has stays.</p>}
      <TextLine label="Tags, separated by commas" name="tags" maxLength={400} />
      <label class="field">
        <span class="label">Stage</span>
        <select class="select" value={stage} onChange={event => change({ stage: event.currentTarget.value })}>
          <option value="">None</option>
          {stages.map(name => (
            <option key={name} value={name}>
              {name[0]?.toUpperCase() + name.slice(1)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="label">First note</span>
        <textarea
          class="input"
          dir="auto"
          rows={2}
          maxLength={4000}
          value={note}
          onInput={event => change({ note: event.currentTarget.value })}
        />
      </label>
      <TextLine label="Follow up: what to do" name="todo" maxLength={300} />
      {todo.trim() !== '' && (
        <WhenLine when={when} needsText={false} waits onWhen={next => change({ when: next })} />
      )}
      <TextLine label="They agreed to (purpose)" name="consent" maxLength={300} />
    </div>
  );
}

type LineProps = { label: string; name: 'tags' | 'todo' | 'consent'; maxLength: number };

function TextLine({ label, name, maxLength }: LineProps) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input
        class="input"
        dir="auto"
        maxLength={maxLength}
        value={form.value[name]}
        onInput={event => change({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}
