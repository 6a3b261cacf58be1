// The import is over: what was done, and the way back.
import type { Stage } from './import-work';
import { reset } from './import-work';
import { takeBack } from './take-back';

export function Done({ stage: { ran, job, file } }: { stage: Extract<Stage, { at: 'done' }> }) {
  const { counts, isStopped, read } = ran;
  const sum = [
    `${counts.new} new`,
    `${counts.changed + counts.conflict + counts.again} updated`,
    `${counts.same} the same`,
    `${counts.refused} refused`,
  ].join(', ');
  return (
    <div class="scroll">
      <section class="page" aria-labelledby="import-done">
        <h2 id="import-done">{isStopped ? 'Stopped' : 'Imported'}</h2>
        <p role="status">
          <bdi>{file.name}</bdi>: {sum}.
          {isStopped && ` Everything up to number ${read} of the file is in; the rest is not.`}
        </p>
        <p class="row">
          <a class="btn primary" href="#/contacts">
            Show the contacts
          </a>
          <button
            type="button"
            class="btn"
            onClick={async () => {
              if (await takeBack(job)) reset();
            }}
          >
            Take the whole import back
          </button>
          <button type="button" class="btn plain" onClick={reset}>
            Import another file
          </button>
        </p>
      </section>
    </div>
  );
}
