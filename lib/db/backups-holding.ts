// Which backups hold a person who is to be forgotten.
import type { Backup } from '../model/backup';

/** Those that hold somebody who is here since `createdAt`, the latest first; a date after `now` can't be right. */
export function backupsHolding<Kept extends Pick<Backup, 'at' | 'removedAt'>>(
  backups: readonly Kept[],
  createdAt: number,
  now: number,
): Kept[] {
  const since = createdAt > now ? 0 : createdAt;
  return backups
    .filter(({ at, removedAt }) => removedAt === undefined && at >= since)
    .toSorted((a, b) => b.at - a.at);
}
