// Restoring a backup: a file, what it would change, and only then the change.
import { RestorePreview } from './RestorePreview';
import { type RestoreChoices, useRestore } from './restore-state';

export function Restore({ onDone }: { onDone(): void }) {
  const it = useRestore(onDone);
  return (
    <section class="step" aria-labelledby="restore">
      <h2 id="restore">Restore a backup</h2>
      <p class="lead">It shows first what would change. What is here and not in the backup always stays.</p>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void it.look();
        }}
      >
        <label class="field">
          <span class="label">Backup file</span>
          <input
            id="restore-file"
            type="file"
            accept=".json,.gz,.age"
            onChange={event => void it.take(event.currentTarget.files?.[0])}
          />
        </label>
        {it.isLocked && (
          <label class="field">
            <span class="label">Its passphrase</span>
            <input
              class="input"
              type="password"
              autocomplete="off"
              value={it.choices.passphrase}
              onInput={event => it.choose({ passphrase: event.currentTarget.value })}
            />
          </label>
        )}
        <Whose isFileRight={it.choices.isFileRight} onChoose={it.choose} />
        <p class="row">
          <button type="submit" class="btn" disabled={!it.file || it.busy}>
            Show what would change
          </button>
        </p>
        {it.preview && (
          <RestorePreview preview={it.preview}>
            {it.preview.hasSettings && (
              <label class="row">
                <input
                  type="checkbox"
                  class="check"
                  checked={it.choices.withSettings}
                  onChange={event => it.choose({ withSettings: event.currentTarget.checked })}
                />
                Your name, addresses and preferences too
              </label>
            )}
            <p class="row">
              <button type="button" class="btn primary" disabled={it.busy} onClick={() => void it.restore()}>
                Restore this backup
              </button>
            </p>
          </RestorePreview>
        )}
        <p role="status" class="pre">
          {it.status}
        </p>
        {it.isRestored && (
          <p>
            <button type="button" class="btn" disabled={it.busy} onClick={() => void it.takeBack()}>
              Take the whole restore back
            </button>
          </p>
        )}
      </form>
    </section>
  );
}

type WhoseProps = { isFileRight: boolean; onChoose(change: Partial<RestoreChoices>): void };

/** Which of two rows stays. */
function Whose({ isFileRight, onChoose }: WhoseProps) {
  return (
    <fieldset class="stack">
      <legend class="label">Where both differ</legend>
      {[false, true].map(choice => (
        <label key={String(choice)} class="row">
          <input
            type="radio"
            class="check round"
            name="whose"
            checked={isFileRight === choice}
            onChange={() => onChoose({ isFileRight: choice })}
          />
          {choice ? 'As in the backup, even where it is newer here' : 'What is newer stays'}
        </label>
      ))}
    </fieldset>
  );
}
