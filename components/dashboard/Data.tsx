// Data: export of everything, import of such a file, and the trash.
import { useState } from 'preact/hooks';
import { fullDate } from '../../lib/dates/relative';
import { call } from '../../lib/rpc/client';
import type { Outcome, Progress, Task } from '../../lib/transfer/work';
import { act } from './act';
import { useLoaded } from './load';
import { startWorker } from './start-worker';

function run(task: Task, tell: (progress: Progress) => void): Promise<Outcome> {
  const worker = startWorker();
  return new Promise<Outcome>(resolve => {
    worker.onmessage = ({ data }: MessageEvent<Progress | Outcome>) =>
      'progress' in data ? tell(data) : resolve(data);
    worker.onerror = () =>
      resolve({ failed: 'The work stopped unexpectedly. What was told as done is kept.' });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `regulars-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function Data() {
  const [status, setStatus] = useState('');
  const [file, setFile] = useState<File>();
  const [withSettings, setWithSettings] = useState(true);
  const exportAll = async () => {
    const outcome = await run({ do: 'export' }, () => undefined);
    if ('failed' in outcome) return setStatus(outcome.failed);
    if (outcome.done === 'export') download(outcome.text);
    setStatus('Exported.');
  };
  const importFile = async () => {
    if (!file) return;
    setStatus('Importing');
    const task: Task = { do: 'import', text: await file.text(), withSettings };
    const outcome = await run(task, ({ progress, of }) => setStatus(`${progress} of ${of} rows`));
    if ('failed' in outcome) return setStatus(outcome.failed);
    if (outcome.done !== 'import') return;
    const refused = outcome.rejected.map(({ list, row, reason }) => `${list} ${row}: ${reason}`).slice(0, 20);
    setStatus(
      [
        `Imported: ${outcome.added} new, ${outcome.changed} changed, ${outcome.same} the same, ${outcome.rejected.length} refused.`,
        ...refused,
      ].join('\n'),
    );
    await call('views.changed', {});
  };
  return (
    <div class="narrow">
      <h2>Data</h2>
      <section>
        <h3>Export</h3>
        <p>Everything as one JSON file: people, history, follow-ups, replies, settings.</p>
        <button type="button" class="btn" onClick={() => void exportAll()}>
          Export everything
        </button>
      </section>
      <section>
        <h3>Import</h3>
        <label class="field">
          <span class="label">Import a file</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={event => setFile(event.currentTarget.files?.[0])}
          />
        </label>
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={withSettings}
            onChange={event => setWithSettings(event.currentTarget.checked)}
          />{' '}
          Your name, addresses and preferences too
        </label>
        <button type="button" class="btn primary" disabled={!file} onClick={() => void importFile()}>
          Import this file
        </button>
        <p role="status" class="pre">
          {status}
        </p>
      </section>
      <Trash />
    </div>
  );
}

function Trash() {
  const trash = useLoaded(() => call('contacts.trash', {})) ?? [];
  return (
    <section>
      <h3>Trash</h3>
      {trash.length === 0 && <p class="quiet">Deleted people wait here for 30 days.</p>}
      <ul>
        {trash.map(item => (
          <li key={item.contact.id} class="row">
            <span class="grow">
              <bdi>{item.contact.name}</bdi> <span class="meta">{fullDate(item.deletedAt)}</span>
            </span>
            {item.commandId && (
              <button
                type="button"
                class="btn small"
                onClick={() => void act('Restored', () => call('journal.undo', { id: item.commandId ?? '' }))}
              >
                Restore
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
