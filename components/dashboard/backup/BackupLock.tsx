// The passphrase of backups: set, shown once to be written down, removed.
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { runTask } from '../run-task';
import { toast } from '../toast';

/** Characters below which a passphrase is guessed too soon. */
const shortest = 12;

/** Five groups of four signs that nobody mistakes for one another: 100 bits. */
function suggested(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const drawn: string[] = [];
  while (drawn.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Beyond the last whole round some signs would come more often.
    if (byte < 8 * signs.length) drawn.push(signs.charAt(byte % signs.length));
  }
  return [0, 4, 8, 12, 16].map(at => drawn.slice(at, at + 4).join('')).join('-');
}

async function keep(passphrase: string | undefined, text: string): Promise<boolean> {
  const outcome = await runTask({ do: 'keep-passphrase', passphrase });
  const failed = 'failed' in outcome;
  toast.value = failed ? { text: outcome.failed, bad: true } : { text };
  await call('views.changed', {});
  return !failed;
}

export function BackupLock({ isLocked }: { isLocked: boolean }) {
  const [passphrase, setPassphrase] = useState('');
  const isShort = passphrase.trim().length < shortest;
  const lock = async () => {
    if (await keep(passphrase.trim(), 'Backups are locked from now on')) setPassphrase('');
  };
  if (isLocked)
    return (
      <div class="stack">
        <p class="row wrap">
          <span>Backups are locked with a passphrase.</span>
          <button
            type="button"
            class="btn plain small"
            onClick={() => void keep(undefined, 'Backups are not locked any more')}
          >
            Stop locking them
          </button>
        </p>
        <p class="hint">
          Earlier files keep the passphrase they were made with. Whoever has it can also open them with the
          program age.
        </p>
      </div>
    );
  return (
    <details>
      <summary class="link">Lock backups with a passphrase</summary>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (!isShort) void lock();
        }}
      >
        <p class="hint">
          It protects the files wherever they are copied. It is kept in this browser, so that backups can be
          made without asking: it does not protect this computer. Write it down: without it nobody can open
          the files.
        </p>
        <label class="field">
          <span class="label">Passphrase, at least {shortest} characters</span>
          <input
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={passphrase}
            onInput={event => setPassphrase(event.currentTarget.value)}
          />
        </label>
        <p class="row">
          <button type="submit" class="btn" disabled={isShort}>
            Lock backups
          </button>
          <button type="button" class="btn plain" onClick={() => setPassphrase(suggested())}>
            Suggest one
          </button>
        </p>
      </form>
    </details>
  );
}
