// Data: is it there, export of everything, import of such a file, and the trash.
import { FileUp } from 'lucide';
import { call } from '../../lib/rpc/client';
import { DataNotice } from '../parts/DataNotice';
import { Icon } from '../ui/Icon';
import { Export } from './Export';
import { Import } from './Import';
import { useLoaded } from './load';
import { RetentionReminder } from './RetentionReminder';
import { Trash } from './Trash';

export function Data() {
  const data = useLoaded(() => call('data.state', {}));
  const isMissing = data?.state === 'emptied';
  return (
    <main class="scroll page">
      <h1>Data</h1>
      <DataNotice data={data} onRestore={() => document.getElementById('import-file')?.click()} />
      {isMissing && (
        <p>
          <button type="button" class="link" onClick={() => void call('data.accept', {})}>
            Start over without them
          </button>
        </p>
      )}
      <RetentionReminder />
      <section class="step">
        <h2>People from elsewhere</h2>
        <p class="lead">
          A table or address cards of another program. You see what would change before anything is saved.
        </p>
        <p>
          <a class="btn" href="#/import">
            <Icon node={FileUp} />
            Import people
          </a>
        </p>
      </section>
      <Export />
      <Import onDone={() => isMissing && void call('data.accept', {})} />
      <Trash />
    </main>
  );
}
