// Import of a Regulars file: first what it would change, then what is new is added, and what is newer here stays.
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import type { Preview } from '../../../lib/transfer/backup/restore';
import type { Outcome } from '../../../lib/transfer/work';
import { RestorePreview } from '../backup/RestorePreview';
import { takeBack } from '../import/take-back';
import { runTask } from '../run-task';

function report(outcome: Outcome): string {
  if ('failed' in outcome) return outcome.failed;
  if (outcome.done !== 'import') return '';
  const { added, changed, same, kept, rejected, remarks } = outcome;
  const lines = [...rejected, ...remarks].map(({ list, row, reason }) => `${list} ${row}: ${reason}`);
  const older = kept > 0 ? ` ${kept} kept as they are here,` : '';
  const sum = `Imported: ${added} new, ${changed} changed, ${same} the same,${older} ${rejected.length} refused.`;
  return [sum, ...lines.slice(0, 20)].join('\n');
}

export function Import({ onDone }: { onDone(): void }) {
  const [status, setStatus] = useState('');
  const [file, setFile] = useState<File>();
  const [withSettings, setWithSettings] = useState(true);
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState<Preview>();
  /** What came in last, while it can be taken back here. */
  const [brought, setBrought] = useState<{ id: string; file: File }>();
  const look = async () => {
    if (!file) return;
    setBusy(true);
    setStatus('Reading the whole file');
    const outcome = await runTask({ do: 'preview-restore', file, isFileRight: false });
    setBusy(false);
    setStatus('failed' in outcome ? outcome.failed : 'Nothing was changed yet.');
    setPreview('done' in outcome && outcome.done === 'preview-restore' ? outcome.preview : undefined);
  };
  const importFile = async () => {
    if (!file) return;
    setBusy(true);
    setPreview(undefined);
    setStatus('Importing');
    const outcome = await runTask({ do: 'import', file, withSettings }, ({ progress, of }) =>
      setStatus(`${progress} of ${of} rows`),
    );
    setBusy(false);
    setStatus(report(outcome));
    const isIn = 'done' in outcome && outcome.done === 'import' && outcome.added + outcome.changed > 0;
    setBrought(isIn ? { id: outcome.batch, file } : undefined);
    await call('views.changed', {});
    if (!('failed' in outcome)) onDone();
  };
  const goBack = async () => {
    if (!brought) return;
    setBusy(true);
    if (await takeBack(brought)) {
      setBrought(undefined);
      setStatus('');
    }
    setBusy(false);
  };
  return (
    <section class="step">
      <h2>A file of Regulars</h2>
      <p class="lead">A file that was exported here. Importing it twice adds nothing twice.</p>
      <div class="stack">
        <label class="field">
          <span class="label">Import a file</span>
          <input
            id="import-file"
            type="file"
            accept=".json,application/json"
            onChange={event => {
              setFile(event.currentTarget.files?.[0]);
              setPreview(undefined);
              setStatus('');
            }}
          />
        </label>
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={withSettings}
            onChange={event => setWithSettings(event.currentTarget.checked)}
          />
          Your name, addresses and preferences too
        </label>
        <p class="row">
          <button type="button" class="btn" disabled={!file || busy} onClick={() => void look()}>
            Show what would come in
          </button>
          {!file && <span class="quiet">Choose a file first.</span>}
        </p>
        {preview && (
          <RestorePreview preview={preview}>
            <p class="row">
              <button type="button" class="btn primary" disabled={busy} onClick={() => void importFile()}>
                Import this file
              </button>
            </p>
          </RestorePreview>
        )}
        <p role="status" class="pre">
          {status}
        </p>
        {brought && (
          <p>
            <button type="button" class="btn" disabled={busy} onClick={() => void goBack()}>
              Take the whole import back
            </button>
          </p>
        )}
      </div>
    </section>
  );
}
