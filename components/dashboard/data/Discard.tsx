// The last way out of a database that the browser can't open: an empty one, to restore a backup into.
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { toast } from '../toast';

async function discard(): Promise<void> {
  try {
    await call('data.discard', {});
    location.reload();
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
}

export function Discard() {
  const [isSure, setSure] = useState(false);
  return (
    <section class="step" aria-labelledby="discard">
      <h2 id="discard">If restarting the browser did not help</h2>
      <p class="lead">
        Regulars can delete what can’t be opened and begin an empty database, into which you restore a backup.
        Copy the profile of your browser first if somebody may still repair it.
      </p>
      <div class="stack">
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={isSure}
            onChange={event => setSure(event.currentTarget.checked)}
          />
          I have a backup, or I do without what was there
        </label>
        <p class="row">
          <button type="button" class="btn" disabled={!isSure} onClick={() => void discard()}>
            Delete it and begin an empty one
          </button>
        </p>
      </div>
    </section>
  );
}
