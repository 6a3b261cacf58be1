// A file is being looked at: what it is takes a while to know where it is a large archive.
import type { Stage } from './import-work';
import { reset } from './import-work';
import { Progress } from './Progress';

export function Opening({ stage: { files, ...reading } }: { stage: Extract<Stage, { at: 'opening' }> }) {
  return (
    <>
      <div class="scroll">
        <section class="page" aria-labelledby="import-opening">
          <h2 id="import-opening">
            Reading <bdi>{files[0]?.name}</bdi>
          </h2>
          <Progress {...reading} label="Progress of the reading" />
        </section>
      </div>
      <footer class="foot">
        <span class="end row">
          <button type="button" class="btn" onClick={reset}>
            Cancel
          </button>
        </span>
      </footer>
    </>
  );
}
