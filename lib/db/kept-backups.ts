// The backups that are remembered, as far as forgetting people needs them.
import type { Database } from './database';

/** A file that was written at `at` (ms) with everybody who was here then; `removedAt` when it was deleted again. */
export type KeptBackup = { name: string; at: number; removedAt?: number | undefined };

/** The remembered backups; none where the database keeps no list of them. */
export async function keptBackups(db: Database): Promise<KeptBackup[]> {
  const table = db.tables.find(({ name }) => name === 'backups');
  return table ? table.toArray() : [];
}

/** Those that hold somebody who is here since `createdAt`, the latest first; a date after `now` can't be right. */
export function backupsHolding(backups: KeptBackup[], createdAt: number, now: number): KeptBackup[] {
  const since = createdAt > now ? 0 : createdAt;
  return backups
    .filter(({ at, removedAt }) => removedAt === undefined && at >= since)
    .toSorted((a, b) => b.at - a.at);
}
