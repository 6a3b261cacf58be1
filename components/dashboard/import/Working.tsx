// The import is running: how far it is, and the way to stop it.
import type { Stage } from './import-work';
import { stopWork } from './import-work';

export function Working({ stage: { read, run, file } }: { stage: Extract<Stage, { at: 'working' }> }) {
  return (
    <>
      <div class="scroll">
        <section class="page" aria-labelledby="import-working">
          <h2 id="import-working">
            Importing <bdi>{file.name}</bdi>
          </h2>
          <div class="working">
            <p role="status">
              {read.toLocaleString()} of {run.read.toLocaleString()}
            </p>
            <progress value={read} max={run.read} aria-label="Progress of the import" />
          </div>
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
