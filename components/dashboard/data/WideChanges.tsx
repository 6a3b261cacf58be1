// Bulk changes and imports of the last 90 days, each with the way back of the whole.
import { useState } from 'preact/hooks';
import { fullDate } from '../../../lib/dates/relative';
import type { WideChange } from '../../../lib/model/wide-change';
import { call } from '../../../lib/rpc/client';
import { people, takeBack } from '../contacts/bulk';
import { takeBack as takeImportBack } from '../import/take-back';
import { useLoaded } from '../load';

export function WideChanges() {
  const changes = useLoaded(() => call('journal.wide', {})) ?? [];
  const [asked, setAsked] = useState<string>();
  if (changes.length === 0) return null;
  return (
    <section class="step">
      <h2>Changes of many people</h2>
      <p class="lead">
        Imports and bulk changes of the last 90 days. Each can be taken back as a whole; what you edited since
        stays and is named.
      </p>
      <ul class="card" aria-label="Changes of many people">
        {changes.map(change => (
          <Line
            key={change.batch}
            change={change}
            isAsked={asked === change.batch}
            onAsk={isAsked => setAsked(isAsked ? change.batch : undefined)}
          />
        ))}
      </ul>
    </section>
  );
}

type LineProps = { change: WideChange; isAsked: boolean; onAsk(isAsked: boolean): void };

function Line({ change, isAsked, onAsk }: LineProps) {
  const name = nameOf(change);
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    onAsk(false);
    setBusy(true);
    await goBack(change);
    setBusy(false);
  };
  return (
    <li class="row">
      <span class="grow">
        <bdi>{name}</bdi>, {people(change.people)} <span class="meta">{fullDate(change.at)}</span>
      </span>
      {isAsked ? (
        <>
          <button type="button" class="btn small primary" onClick={() => void go()}>
            Take it back now
          </button>
          <button type="button" class="btn small plain" onClick={() => onAsk(false)}>
            Leave it
          </button>
        </>
      ) : (
        <button
          type="button"
          class="btn small"
          disabled={isBusy}
          aria-label={`Take back: ${name}`}
          onClick={() => onAsk(true)}
        >
          {isBusy ? 'Taking back' : 'Take back'}
        </button>
      )}
    </li>
  );
}

async function goBack(change: WideChange): Promise<void> {
  if (change.kind === 'import') await takeImportBack({ id: change.batch, file: { name: change.file } });
  else await takeBack(change.batch);
}

function nameOf(change: WideChange): string {
  switch (change.kind) {
    case 'import':
      return `Import of ${change.file}`;
    case 'addTag':
      return `Tag “${change.tag ?? ''}” added`;
    case 'removeTag':
      return `Tag “${change.tag ?? ''}” removed`;
    case 'setStage':
      return 'Stage set';
    case 'delete':
      return 'Moved to the trash';
  }
}
