// Where backups go: a folder that is picked once, or downloads; and what can happen by itself.
import { call } from '../../../lib/rpc/client';
import { runTask } from '../run-task';
import { toast } from '../toast';
import type { Place } from './Backups';
import { allowFolder, canPickFolder, pickFolder } from './backup-folder';

async function keep(folder: FileSystemDirectoryHandle | undefined, text: string): Promise<void> {
  const outcome = await runTask({ do: 'keep-folder', folder });
  toast.value = 'failed' in outcome ? { text: outcome.failed, bad: true } : { text };
  await call('views.changed', {});
}

async function choose(): Promise<void> {
  const folder = await pickFolder();
  if (folder) await keep(folder, 'Backups go there from now on');
}

async function allow(folder: FileSystemDirectoryHandle): Promise<void> {
  if (!(await allowFolder(folder)))
    toast.value = { text: 'The browser did not allow the folder.', bad: true };
  await call('views.changed', {});
}

export function BackupFolder({ place: { folder, isAllowed } }: { place: Place }) {
  if (!canPickFolder())
    return (
      <p class="hint">
        This browser lets no extension write to a folder, so backups are downloads: one before each import,
        restore or change of many people, and otherwise when you ask; Regulars reminds you.
      </p>
    );
  if (!folder)
    return (
      <div class="stack">
        <p class="row">
          <button type="button" class="btn" onClick={() => void choose()}>
            Choose a folder
          </button>
        </p>
        <p class="hint">
          Until then backups are downloads: one before each import, restore or change of many people, and
          otherwise when you ask; Regulars reminds you. Into a folder one is also written every day while this
          page is open. A folder that other programs copy elsewhere also survives this computer.
        </p>
      </div>
    );
  return (
    <div class="stack">
      <p class="row wrap">
        <span>
          Folder: <bdi>{folder.name}</bdi>
        </span>
        {!isAllowed && (
          <button type="button" class="btn primary small" onClick={() => void allow(folder)}>
            Allow it again
          </button>
        )}
        <button type="button" class="btn small" onClick={() => void choose()}>
          Choose another
        </button>
        <button
          type="button"
          class="btn plain small"
          onClick={() => void keep(undefined, 'The folder is not used any more')}
        >
          Stop using it
        </button>
      </p>
      <p class="hint">
        {isAllowed
          ? 'A backup is written here every day while this page is open, and before each import, restore or change of many people. With this page closed nothing can be written; Regulars reminds you. Kept are the last 7 days, one a week for 4 weeks, those before a change for 30 days, and all that you asked for. Nothing else in the folder is touched.'
          : 'The browser asks for permission again before anything is written here. Until then backups are downloads.'}
      </p>
    </div>
  );
}
