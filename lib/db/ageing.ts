// What time takes away: people 30 days in the trash, journal entries after 90 days.
import type { Database } from './database';

const day = 86_400_000;
/** Milliseconds a deleted person can be brought back. */
export const trashKept = 30 * day;
/** Milliseconds a change can be undone. */
export const undoKept = 90 * day;

/**
 * Removes for good what is too old at `now` (ms). A person goes with everything about them, their images in the
 * journal included. Gives how many people went.
 */
export async function ageDatabase(db: Database, now: number): Promise<number> {
  const gone = await db.contacts
    .where('deletedAt')
    .below(now - trashKept)
    .primaryKeys();
  for (const id of gone) await forget(db, id);
  await db.journal
    .where('at')
    .below(now - undoKept)
    .delete();
  return gone.length;
}

/** Erases one person: the rows, and what the journal holds of them. */
async function forget(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await db.contacts.delete(id);
    for (const table of [db.identities, db.events, db.followUps, db.rejections]) {
      await table.where('contactId').equals(id).delete();
    }
    await db.search.delete(id);
    const entries = await db.journal.where('contactIds').equals(id).toArray();
    for (const entry of entries) {
      const changes = entry.changes.filter(
        ({ table, key, before, after }) =>
          !(table === 'contacts' && key === id) && ![before, after].some(image => belongsTo(image, id)),
      );
      const contactIds = entry.contactIds.filter(other => other !== id);
      if (changes.length === 0) await db.journal.delete(entry.id);
      else await db.journal.put({ ...entry, changes, contactIds });
    }
  });
}

const belongsTo = (image: unknown, contactId: string) =>
  typeof image === 'object' && image !== null && 'contactId' in image && image.contactId === contactId;
