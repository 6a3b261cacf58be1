// Export: everything as one file of Regulars, or the people for another program.
import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon';
import { exportPeople } from '../export-people';
import { runTask } from '../run-task';
import { saveDated } from '../save-file';

export function Export() {
  const [status, setStatus] = useState('');
  const [isRaw, setRaw] = useState(false);
  const exportAll = async () => {
    setStatus('Collecting');
    const outcome = await runTask({ do: 'export' });
    if ('failed' in outcome) return setStatus(outcome.failed);
    if (outcome.done === 'export') saveDated('regulars', 'json', outcome.text);
    setStatus('Exported. Keep the file where only you can read it.');
  };
  const people = (format: 'csv' | 'vcard') =>
    void exportPeople(format === 'csv' && isRaw ? 'csv-raw' : format, undefined, setStatus);
  return (
    <section class="step" aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p class="lead">
        Everything as one JSON file: people, history, follow-ups, replies, settings. Or the people alone, for
        another program.
      </p>
      <div class="stack">
        <p class="row wrap">
          <button type="button" id="export-all" class="btn" onClick={() => void exportAll()}>
            <Icon node={Download} />
            Export everything
          </button>
          <button type="button" class="btn" onClick={() => people('csv')}>
            People as a table (CSV)
          </button>
          <button type="button" class="btn" onClick={() => people('vcard')}>
            People as address cards (vCard)
          </button>
        </p>
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={isRaw}
            onChange={event => setRaw(event.currentTarget.checked)}
          />
          <span>
            Tables exactly as written{' '}
            <span class="quiet">– a spreadsheet may run what looks like a formula</span>
          </span>
        </label>
        <p role="status">{status}</p>
      </div>
    </section>
  );
}
