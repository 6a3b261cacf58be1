// Export: everything in one file that Regulars and other programs can read.
import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon';
import { runTask } from './run-task';

import { saveExport } from './save-export';

export function Export() {
  const [status, setStatus] = useState('');
  const exportAll = async () => {
    setStatus('Collecting');
    const outcome = await runTask({ do: 'export' });
    if ('failed' in outcome) return setStatus(outcome.failed);
    if (outcome.done === 'export') saveExport(outcome.text);
    setStatus('Exported. Keep the file where only you can read it.');
  };
  return (
    <section class="step">
      <h2>Export</h2>
      <p class="lead">Everything as one JSON file: people, history, follow-ups, replies, settings.</p>
      <p class="row">
        <button type="button" class="btn" onClick={() => void exportAll()}>
          <Icon node={Download} />
          Export everything
        </button>
        <span role="status">{status}</span>
      </p>
    </section>
  );
}
