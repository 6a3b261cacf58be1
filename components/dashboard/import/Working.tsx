// The import is running: how far it is, and the way to stop it.
import type { Stage } from './import-work';
import { stopWork } from './import-work';
import { Progress } from './Progress';

export function Working({ stage: { read, of, run, files } }: { stage: Extract<Stage, { at: 'working' }> }) {
  return (
    <>
      <div class="scroll">
        <section class="page" aria-labelledby="import-working">
          <h2 id="import-working">
            Importing <bdi>{files[0]?.name}</bdi>
          </h2>
          <Progress read={read} of={of} people={run.read} label="Progress of the import" />
          <p class="quiet">You can go to other screens; keep this tab open.</p>
        </section>
      </div>
      <footer class="foot">
        <span class="mute">Stopping keeps the people who are already in.</span>
        <span class="end row">
          <button type="button" class="btn" onClick={stopWork}>
            Stop the import
          </button>
        </span>
      </footer>
    </>
  );
}
