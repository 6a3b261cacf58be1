// Making a backup: snapshot, file, proof, record; then room is made for the next.
import { isAsMarked, listBackups, readBackupPlace } from '../../db/backups';
import type { Database } from '../../db/database';
import type { Backup, BackupKind } from '../../model/backup';
import { mayWrite, readFile, removeFile, writeFile } from './folder';
import { pack } from './pack';
import { superfluous } from './rotation';
import { takeSnapshot } from './snapshot';
import { problemOf } from './verify';

/** A file for the page to hand to the browser as a download. */
export type SavedFile = { name: string; file: Blob };
export type Save = (file: SavedFile) => void;

export type BackupWish = {
  kind: BackupKind;
  /** Which change it is made before. */
  reason?: string;
};

/** No two backups at once; other work goes on meanwhile. */
const backupLock = 'regulars-backup';
/** For as long (ms) a backup of the same data counts before another change. */
const fresh = 3_600_000;

/**
 * Makes a backup, in the folder where it may be written, otherwise through `save`. It is read back and compared; what
 * was found wrong stands in its record. Throws a sentence where no file came to be.
 */
export function makeBackup(db: Database, wish: BackupWish, save: Save, now = Date.now): Promise<Backup> {
  return navigator.locks.request(backupLock, async () => {
    const at = now();
    const { folder, passphrase } = await readBackupPlace(db);
    const { file: made, result } = await pack(write => takeSnapshot(db, write, at), passphrase);
    const { sums, mark } = result;
    const name = nameOf(at, wish.kind, passphrase !== undefined);
    const target = folder && (await mayWrite(folder)) ? folder : undefined;
    const file = target ? await writeFile(target, name, made) : made;
    const problem = await problemOf(file, passphrase, sums).catch(async error => {
      if (target) await removeFile(target, name);
      throw error;
    });
    const backup: Backup = {
      ...wish,
      id: crypto.randomUUID(),
      at,
      name,
      size: file.size,
      fileHash: await hashOf(file),
      sums,
      encrypted: passphrase !== undefined,
      where: target ? 'folder' : 'download',
      ...(problem === undefined ? { verifiedAt: now() } : { problem }),
      mark,
    };
    await db.backups.put(backup);
    if (target) await rotate(db, target, at);
    else save({ name, file });
    return backup;
  });
}

/**
 * What is called before every change of many rows. Cheap where nothing was changed since a backup of the last hour, and
 * where nobody is here. Throws a sentence where no backup could be made: then nothing should be changed.
 */
export async function backUpBefore(
  db: Database,
  reason: string,
  save: Save,
  now = Date.now,
): Promise<Backup | undefined> {
  if ((await db.contacts.count()) === 0) return undefined;
  const [latest] = (await listBackups(db)).filter(({ verifiedAt }) => verifiedAt !== undefined);
  const isFresh = latest !== undefined && latest.at > now() - fresh;
  if (isFresh && (await isAsMarked(db, latest.mark)) && (await isStillThere(db, latest))) return latest;
  return makeBackup(db, { kind: 'before', reason }, save, now);
}

/** A file in the folder may have been removed since; a download can't be looked for. */
async function isStillThere(db: Database, { where, name, size }: Backup): Promise<boolean> {
  if (where === 'download') return true;
  const { folder } = await readBackupPlace(db);
  return folder !== undefined && (await readFile(folder, name))?.size === size;
}

/** `regulars-backup-20261124T115115123Z-daily.json.gz`: sorted by name is sorted by time, and no system forbids a sign in it. */
function nameOf(at: number, kind: BackupKind, isLocked: boolean): string {
  const time = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `regulars-backup-${time}-${kind}.json.gz${isLocked ? '.age' : ''}`;
}

async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Removes files that have had their time, where they are still the very files that were written. */
async function rotate(db: Database, folder: FileSystemDirectoryHandle, now: number): Promise<void> {
  for (const { id, name, size, fileHash } of superfluous(await listBackups(db), now)) {
    const file = await readFile(folder, name);
    if (file?.size === size && (await hashOf(file)) === fileHash) await removeFile(folder, name);
    await db.backups.update(id, { removedAt: now });
  }
}
