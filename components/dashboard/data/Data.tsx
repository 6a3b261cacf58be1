// Data: is it there, backups and restoring them, import and export, and the trash.
import { FileUp } from 'lucide';
import type { DataState } from '../../../lib/model/data-state';
import { call } from '../../../lib/rpc/client';
import { DataNotice } from '../../parts/DataNotice';
import { Icon } from '../../ui/Icon';
import { Backups } from '../backup/Backups';
import { Restore } from '../backup/Restore';
import { useLoaded } from '../load';
import { RetentionReminder } from '../privacy/RetentionReminder';
import { Discard } from './Discard';
import { Export } from './Export';
import { Import } from './Import';
import { Storage } from './Storage';
import { Trash } from './Trash';
import { WideChanges } from './WideChanges';

/** Where the button of each notice leads. */
function help({ state }: DataState): void {
  if (state === 'emptied') document.getElementById('restore-file')?.click();
  else if (state === 'full' || state === 'newer') document.getElementById('export-all')?.focus();
  else location.reload();
}

export function Data() {
  const data = useLoaded(() => call('data.state', {}));
  const isMissing = data?.state === 'emptied';
  const accept = () => void (isMissing && call('data.accept', {}));
  const isOpen = !data || ['ok', 'emptied', 'full'].includes(data.state);
  return (
    <main class="scroll page">
      <h1>Data</h1>
      <DataNotice data={data} onHelp={() => data && help(data)} />
      {isMissing && (
        <p>
          <button type="button" class="link" onClick={accept}>
            Start over without them
          </button>
        </p>
      )}
      {isOpen && <RetentionReminder />}
      {isOpen && <Backups />}
      {isOpen && <Restore onDone={accept} />}
      {isOpen && <FromElsewhere />}
      {(isOpen || data.state === 'newer') && <Export />}
      {isOpen && <Import onDone={accept} />}
      {data?.state === 'unreadable' && <Discard />}
      {isOpen && <WideChanges />}
      <Storage />
      {isOpen && <Trash />}
    </main>
  );
}

function FromElsewhere() {
  return (
    <section class="step">
      <h2>People from elsewhere</h2>
      <p class="lead">
        A table, address cards or a mail archive. You see what would change before anything is saved.
      </p>
      <p>
        <a class="btn" href="#/import">
          <Icon node={FileUp} />
          Import people
        </a>
      </p>
    </section>
  );
}
