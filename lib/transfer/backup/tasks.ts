// What the full page asks its worker to do about backups.

import { readBackupPlace, readBackupState, updateBackupPlace } from '../../db/backups';
import { bulkLock } from '../../db/bulk-lock';
import { type Database, openDatabase } from '../../db/database';
import type { Backup } from '../../model/backup';
import { mayWrite } from './folder';
import { backUpBefore, makeBackup, type Save } from './make';
import { openBackup } from './open';
import { type Preview, previewRestore, type Restored, type RestoreWish, restore } from './restore';

type FileWish = { file: Blob; passphrase?: string };
export type BackupTask =
  /** With `onlyIntoFolder` nothing is done where the folder may not be written without asking. */
  | { do: 'backup'; kind: 'daily' | 'asked'; onlyIntoFolder?: boolean }
  /** For screens whose change of many rows the background makes. */
  | { do: 'backup-before'; reason: string }
  /** Where backups go, with the folder itself: only a page can ask for permission. */
  | { do: 'backup-place' }
  | { do: 'keep-folder'; folder: FileSystemDirectoryHandle | undefined }
  | { do: 'keep-passphrase'; passphrase: string | undefined }
  | ({ do: 'preview-restore'; isFileRight: boolean } & FileWish)
  | ({ do: 'restore' } & FileWish & RestoreWish);

export type BackupOutcome =
  | { done: 'backup'; backup: Backup | undefined }
  | {
      done: 'backup-place';
      folder: FileSystemDirectoryHandle | undefined;
      isAllowed: boolean;
      isLocked: boolean;
    }
  | { done: 'kept' }
  | { done: 'preview-restore'; preview: Preview }
  | ({ done: 'restore' } & Restored);

type Tell = (progress: { progress: number; of: number }) => void;

const tasks: BackupTask['do'][] = [
  'backup',
  'backup-before',
  'backup-place',
  'keep-folder',
  'keep-passphrase',
  'preview-restore',
  'restore',
];
export const isBackupTask = (task: { do: string }): task is BackupTask =>
  tasks.some(name => name === task.do);

/** Carries out a task. Throws a sentence where it fails. */
export async function carryOutBackup(task: BackupTask, tell: Tell, save: Save): Promise<BackupOutcome> {
  const db = openDatabase();
  switch (task.do) {
    case 'backup':
      return { done: 'backup', backup: await backUp(db, task, save) };
    case 'backup-before':
      return { done: 'backup', backup: await backUpBefore(db, task.reason, save) };
    case 'backup-place': {
      const { folder, passphrase } = await readBackupPlace(db);
      const isAllowed = folder !== undefined && (await mayWrite(folder));
      return { done: 'backup-place', folder, isAllowed, isLocked: passphrase !== undefined };
    }
    case 'keep-folder':
      await updateBackupPlace(db, { folder: task.folder });
      return { done: 'kept' };
    case 'keep-passphrase':
      await updateBackupPlace(db, { passphrase: task.passphrase });
      return { done: 'kept' };
    case 'preview-restore': {
      const opened = await openBackup(task.file, task.passphrase);
      return { done: 'preview-restore', preview: await previewRestore(db, opened, task.isFileRight) };
    }
    case 'restore':
      return navigator.locks.request(bulkLock, async () => {
        const opened = await openBackup(task.file, task.passphrase);
        await backUpBefore(db, 'a restore', save);
        return { done: 'restore' as const, ...(await restore(db, opened, task, tell)) };
      });
  }
}

async function backUp(
  db: Database,
  { kind, onlyIntoFolder }: Extract<BackupTask, { do: 'backup' }>,
  save: Save,
): Promise<Backup | undefined> {
  // Another page may have made it meanwhile.
  if (kind === 'daily' && (await readBackupState(db, Date.now())).urgency === 'none') return undefined;
  const { folder } = await readBackupPlace(db);
  if (onlyIntoFolder && !(folder && (await mayWrite(folder)))) return undefined;
  return makeBackup(db, { kind }, save);
}
