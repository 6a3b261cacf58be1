// What time takes away: people 30 days in the trash, journal entries after 90 days.
import type { Database } from './database';
import { erasePeople } from './erase';

const day = 86_400_000;
/** Milliseconds a deleted person can be brought back. */
export const trashKept = 30 * day;
/** Milliseconds a change can be undone. */
export const undoKept = 90 * day;

/** Ids of people who are to be erased at `now` (ms): long enough in the trash, or forgotten and not yet erased. */
export function overduePeople(db: Database, now: number): Promise<string[]> {
  return db.contacts
    .where('deletedAt')
    .below(now - trashKept)
    .primaryKeys();
}

/**
 * Removes for good what is too old at `now` (ms). A person goes with everything about them, their images in the
 * journal included. Gives how many people went.
 */
export async function ageDatabase(db: Database, now: number): Promise<number> {
  const gone = await overduePeople(db, now);
  await erasePeople(db, gone, now - trashKept - 1);
  await db.journal
    .where('at')
    .below(now - undoKept)
    .delete();
  return gone.length;
}
