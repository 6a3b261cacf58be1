// Backups that were made, where they go, and what the data were like when the last one was.
import type { Backup } from '../model/backup';
import type { Database } from './database';

/** Where backups go: a folder the user picked, locked with a passphrase or not. Never exported. */
export type BackupPlace = {
  folder?: FileSystemDirectoryHandle;
  /** Kept so that backups can be made without asking: it protects the files, not this computer. */
  passphrase?: string;
  /** When the user was last reminded, in milliseconds. */
  remindedAt?: number;
};

const isPlace = (value: unknown): value is BackupPlace => typeof value === 'object' && value !== null;

export async function readBackupPlace(db: Database): Promise<BackupPlace> {
  const value = (await db.settings.get('backup'))?.value;
  return isPlace(value) ? value : {};
}

/** Changes what is named; what is undefined is removed. */
export async function updateBackupPlace(db: Database, change: Partial<BackupPlace>): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const next = Object.entries({ ...(await readBackupPlace(db)), ...change });
    const value = Object.fromEntries(next.filter(([, item]) => item !== undefined));
    await db.settings.put({ key: 'backup', value });
  });
}

/** What the data are like: another text after every change by a command, and after every row that came or went. */
export async function markOf(db: Database): Promise<string> {
  return db.transaction('r', db.tables, async () => {
    const tables = [db.journal, db.contacts, db.identities, db.events, db.followUps, db.replies];
    const counts = await Promise.all(tables.map(table => table.count()));
    return [await lastEntry(db), ...counts].join(' ');
  });
}

const lastEntry = async (db: Database) => (await db.journal.orderBy('at').last())?.id ?? 'nothing';

/** Whether the data are as they were when they had this mark. Rows are only counted where no command came since. */
export async function isAsMarked(db: Database, mark: string | undefined): Promise<boolean> {
  if (mark === undefined || !mark.startsWith(`${await lastEntry(db)} `)) return false;
  return mark === (await markOf(db));
}

/** Backups, the latest first. */
export const listBackups = (db: Database): Promise<Backup[]> => db.backups.orderBy('at').reverse().toArray();

/** The latest backup that was read back and found whole. */
export const lastVerified = (db: Database): Promise<Backup | undefined> =>
  db.backups
    .orderBy('at')
    .reverse()
    .filter(backup => backup.verifiedAt !== undefined)
    .first();

const [day, week] = [86_400_000, 7 * 86_400_000];
/** A little less than a day: whoever begins earlier than yesterday gets today's backup too. */
const dueAfter = day - 4 * 3_600_000;
/** From so many people on, it is told at once that there is no backup. */
const manyPeople = 10;

/** `due`: something was changed since the last verified backup, which is a day old. `overdue`: a week, or there is none. */
export type BackupState = {
  urgency: 'none' | 'due' | 'overdue';
  /** The latest that was verified. */
  last: Backup | undefined;
  isChanged: boolean;
};

/** How urgent a backup is at `now` (ms). */
export async function readBackupState(db: Database, now: number): Promise<BackupState> {
  const last = await lastVerified(db);
  const isChanged = !(await isAsMarked(db, last?.mark));
  const contacts = await db.contacts.count();
  return { urgency: urgencyOf({ last, isChanged, contacts, now }), last, isChanged };
}

type Known = { last: Backup | undefined; isChanged: boolean; contacts: number; now: number };

function urgencyOf({ last, isChanged, contacts, now }: Known): BackupState['urgency'] {
  if (contacts === 0 || !isChanged) return 'none';
  if (!last) return contacts < manyPeople ? 'due' : 'overdue';
  if (now - last.at > week) return 'overdue';
  return now - last.at > dueAfter ? 'due' : 'none';
}
