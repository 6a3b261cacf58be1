// What the restore form holds, and its two steps: look, then do.
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import type { Preview, Restored } from '../../../lib/transfer/backup/restore';
import { takeBack } from '../import/take-back';
import { runTask } from '../run-task';

/** Begins every file that is locked with the age format. */
const lockedStart = 'age-encryption.org/';

/** What the user decides. */
export type RestoreChoices = { passphrase: string; isFileRight: boolean; withSettings: boolean };

function report({ lists, rejected }: Restored): string {
  const sum = (fate: 'added' | 'changed' | 'kept' | 'same' | 'refused') =>
    lists.reduce((all, { counts }) => all + counts[fate], 0);
  const lines = rejected.slice(0, 20).map(({ list, row, reason }) => `${list} ${row}: ${reason}`);
  const head = `Restored: ${sum('added')} new, ${sum('changed')} changed, ${sum('same')} the same, ${sum('kept')} kept as they are here, ${sum('refused')} refused.`;
  return [head, ...lines].join('\n');
}

/** The form's state; `onDone` is called when everything was restored. */
export function useRestore(onDone: () => void) {
  const [file, setFile] = useState<File>();
  const [isLocked, setLocked] = useState(false);
  const [choices, setChoices] = useState<RestoreChoices>({
    passphrase: '',
    isFileRight: false,
    withSettings: false,
  });
  const [preview, setPreview] = useState<Preview>();
  const [status, setStatus] = useState('');
  const [busy, setBusy] = useState(false);
  /** What was restored last, while it can be taken back here. */
  const [restored, setRestored] = useState<{ id: string; file: File }>();
  const forget = (text = '') => {
    setPreview(undefined);
    setStatus(text);
  };
  const run = async (work: (chosen: File) => Promise<void>) => {
    if (!file || busy) return;
    setBusy(true);
    await work(file);
    setBusy(false);
  };
  return {
    file,
    isLocked,
    choices,
    preview,
    status,
    busy,
    isRestored: restored !== undefined,
    /** What was foreseen no longer holds once something else is chosen. */
    choose(change: Partial<RestoreChoices>) {
      setChoices({ ...choices, ...change });
      if (change.withSettings === undefined) forget();
    },
    async take(chosen: File | undefined) {
      setFile(chosen);
      forget();
      setLocked((await chosen?.slice(0, lockedStart.length).text()) === lockedStart);
    },
    look: () =>
      run(async chosen => {
        forget('Reading the whole file');
        const outcome = await runTask({ do: 'preview-restore', file: chosen, ...choices });
        if ('failed' in outcome) return forget(outcome.failed);
        if (outcome.done === 'preview-restore') setPreview(outcome.preview);
        setStatus('Nothing was changed yet.');
      }),
    restore: () =>
      run(async chosen => {
        setStatus('Restoring');
        const outcome = await runTask({ do: 'restore', file: chosen, ...choices }, ({ progress, of }) =>
          setStatus(`${progress} of ${of} rows`),
        );
        if ('failed' in outcome) forget(outcome.failed);
        else if (outcome.done === 'restore') {
          forget(report(outcome));
          const isChanged = outcome.lists.some(({ counts }) => counts.added + counts.changed > 0);
          setRestored(isChanged ? { id: outcome.batch, file: chosen } : undefined);
        }
        await call('views.changed', {});
        if (!('failed' in outcome)) onDone();
      }),
    async takeBack() {
      if (!restored || busy) return;
      setBusy(true);
      if (await takeBack(restored, 'restore')) {
        setRestored(undefined);
        forget();
      }
      setBusy(false);
    },
  };
}
