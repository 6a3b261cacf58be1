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
  const { tags, stage, note, todo, when, consent } = form.value;
  return (
    <div class="form">
      {count > 1 && <p class="quiet">For all {count}. A stage or a consent that somebody has stays.</p>}
      <label class="field">
        <span class="label">Tags, separated by commas</span>
        <input
          class="input"
          dir="auto"
          maxLength={400}
          value={tags}
          onInput={event => change({ tags: event.currentTarget.value })}
        />
      </label>
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
      <label class="field">
        <span class="label">Follow up: what to do</span>
        <input
          class="input"
          dir="auto"
          maxLength={300}
          value={todo}
          onInput={event => change({ todo: event.currentTarget.value })}
        />
      </label>
      {todo.trim() !== '' && (
        <WhenLine when={when} needsText={false} waits onWhen={next => change({ when: next })} />
      )}
      <label class="field">
        <span class="label">They agreed to (purpose)</span>
        <input
          class="input"
          dir="auto"
          maxLength={300}
          value={consent}
          onInput={event => change({ consent: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
