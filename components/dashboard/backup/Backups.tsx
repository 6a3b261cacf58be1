// Backups: when the last one was verified, making one, where they go, and which there are.
import { ShieldCheck, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { fullDate, relativeDate } from '../../../lib/dates/relative';
import type { Backup } from '../../../lib/model/backup';
import { call } from '../../../lib/rpc/client';
import type { Outcome } from '../../../lib/transfer/work';
import { Icon } from '../../ui/Icon';
import { useLoaded } from '../load';
import { runTask } from '../run-task';
import { BackupFolder } from './BackupFolder';
import { BackupList } from './BackupList';
import { BackupLock } from './BackupLock';
import { allowFolder } from './backup-folder';
import { sizeText } from './sizes';

async function readPlace() {
  const outcome = await runTask({ do: 'backup-place' });
  return 'done' in outcome && outcome.done === 'backup-place' ? outcome : undefined;
}
/** Where backups go, as the worker found it. */
export type Place = NonNullable<Awaited<ReturnType<typeof readPlace>>>;

function report(outcome: Outcome): string {
  if ('failed' in outcome) return outcome.failed;
  if (outcome.done !== 'backup' || !outcome.backup) return '';
  const { verifiedAt, problem, where } = outcome.backup;
  if (verifiedAt === undefined) return `The backup was made, but not everything in it came back. ${problem}`;
  return where === 'folder'
    ? 'Backed up and verified.'
    : 'Verified. Keep the download where only you can read it.';
}

export function Backups() {
  const state = useLoaded(() => call('backups.state', {}));
  const place = useLoaded(readPlace);
  const [status, setStatus] = useState('');
  const [busy, setBusy] = useState(false);
  const backUp = async () => {
    setBusy(true);
    setStatus('Backing up, then reading it back');
    if (place?.folder && !place.isAllowed) await allowFolder(place.folder);
    // While it is due, a click makes today's.
    const kind = state?.urgency === 'none' ? 'asked' : 'daily';
    setStatus(report(await runTask({ do: 'backup', kind })));
    setBusy(false);
    await call('views.changed', {});
  };
  return (
    <section class="step" aria-labelledby="backups">
      <h2 id="backups">Backups</h2>
      <p class="lead">
        A file with everything. Each one is read back and restored into a database of its own, and compared,
        before it is called verified.
      </p>
      <div class="stack">
        {state && <LastBackup last={state.last} urgency={state.urgency} isChanged={state.isChanged} />}
        <p class="row">
          <button type="button" class="btn primary" disabled={busy} onClick={() => void backUp()}>
            Back up now
          </button>
          <span role="status">{status}</span>
        </p>
        {place && <BackupFolder place={place} />}
        {place && <BackupLock isLocked={place.isLocked} />}
        {state && <BackupList backups={state.backups} />}
      </div>
    </section>
  );
}

type LastProps = { last?: Backup | undefined; urgency: 'none' | 'due' | 'overdue'; isChanged: boolean };

/** The line that says how safe the data are. */
function LastBackup({ last, urgency, isChanged }: LastProps) {
  if (!last)
    return (
      <p class={urgency === 'none' ? 'row quiet' : 'row late'}>
        <Icon node={TriangleAlert} />
        <span>There is no verified backup yet.</span>
      </p>
    );
  const people = last.sums.counts.contacts ?? 0;
  return (
    <p class={urgency === 'overdue' ? 'row late' : 'row'}>
      <Icon node={urgency === 'overdue' ? TriangleAlert : ShieldCheck} />
      <span>
        Last verified backup: <time title={fullDate(last.at)}>{relativeDate(last.at, new Date())}</time>,{' '}
        {people === 1 ? '1 person' : `${people.toLocaleString()} people with those merged or in the trash`},{' '}
        {sizeText(last.size)}. {isChanged ? 'Something was changed since.' : 'Nothing was changed since.'}
      </span>
    </p>
  );
}
