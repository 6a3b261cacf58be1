// The import is over: what was done, and the way back.
import type { Stage } from './import-work';
import { reset } from './import-work';
import { takeBack } from './take-back';

type DoneStage = Extract<Stage, { at: 'done' }>;

export function Done({ stage: { ran, job, files } }: { stage: DoneStage }) {
  const { counts, isStopped, read } = ran;
  const sum = [
    `${counts.new.toLocaleString()} new`,
    `${(counts.changed + counts.conflict + counts.again).toLocaleString()} updated`,
    `${counts.same.toLocaleString()} the same`,
    `${counts.refused.toLocaleString()} refused`,
  ].join(', ');
  return (
    <div class="scroll">
      <section class="page" aria-labelledby="import-done">
        <h2 id="import-done">{isStopped ? 'Stopped' : 'Imported'}</h2>
        <p role="status">
          <bdi>{files[0]?.name}</bdi>: {sum}.{ran.history && ` ${historyOf(ran.history)}`}
          {isStopped &&
            ` Everything up to number ${read.toLocaleString()} of the file is in; the rest is not.`}
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

function historyOf({ added, bulk, undated }: NonNullable<DoneStage['ran']['history']>): string {
  const left = [
    ...(bulk > 0 ? [`${bulk.toLocaleString()} newsletters and the like`] : []),
    ...(undated > 0 ? [`${undated.toLocaleString()} without a date`] : []),
  ];
  const sum = `${added.toLocaleString()} mails are on timelines now`;
  return left.length > 0 ? `${sum}; ${left.join(' and ')} are not.` : `${sum}.`;
}
