// What time takes away: people 30 days in the trash, journal entries after 90 days.
import type { JournalEntry } from '../model/journal';
import { sameData } from './changes';
import type { Database } from './database';
import { dropDomains } from './derived';

const day = 86_400_000;
/** Milliseconds a deleted person can be brought back. */
export const trashKept = 30 * day;
/** Milliseconds a change can be undone. */
export const undoKept = 90 * day;

/** Milliseconds a call may still be repeated and answered from the journal. */
const answerKept = 3_600_000;
/** Entries of one transaction; an entry of an import holds a thousand rows. */
const portionSize = 20;

/**
 * Removes for good what is too old at `now` (ms). A person goes with everything about them, their images in the
 * journal included. Gives how many people went.
 */
export async function ageDatabase(db: Database, now: number): Promise<number> {
  const gone = await db.contacts
    .where('deletedAt')
    .below(now - trashKept)
    .primaryKeys();
  // The journal first: whoever is still in the trash after a stop is found again at the next start.
  if (gone.length > 0) await forgetInJournal(db, new Set(gone), now);
  for (const id of gone) await forget(db, id, now);
  await db.journal
    .where('at')
    .below(now - undoKept)
    .delete();
  return gone.length;
}

/** Erases one person's rows, unless somebody brought them back meanwhile. */
async function forget(db: Database, id: string, now: number): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const { deletedAt = now } = (await db.contacts.get(id)) ?? {};
    if (deletedAt >= now - trashKept) return;
    const identities = await db.identities.where('contactId').equals(id).primaryKeys();
    await db.contacts.delete(id);
    for (const table of [db.identities, db.events, db.followUps, db.rejections]) {
      await table.where('contactId').equals(id).delete();
    }
    await db.search.delete(id);
    await dropDomains(db, identities);
  });
}

/** Takes the images of people out of every entry, whether it names them or not. */
async function forgetInJournal(db: Database, gone: Set<string>, now: number): Promise<void> {
  const keys = await db.journal.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += portionSize) {
    await db.transaction('rw', db.journal, async () => {
      for (const entry of await db.journal.bulkGet(keys.slice(at, at + portionSize))) {
        const rest = entry && withoutPeople(entry, gone, now);
        if (!entry || sameData(entry, rest)) continue;
        if (rest) await db.journal.put(rest);
        else await db.journal.delete(entry.id);
      }
    });
  }
}

/** What an entry says of other people; undefined when it spoke of these alone. */
function withoutPeople(entry: JournalEntry, gone: Set<string>, now: number): JournalEntry | undefined {
  const changes = entry.changes.filter(
    ({ table, key, before, after }) =>
      !(table === 'contacts' && gone.has(key)) && ![before, after].some(image => belongsTo(image, gone)),
  );
  if (changes.length === 0 && entry.changes.length > 0) return undefined;
  const contactIds = entry.contactIds.filter(id => !gone.has(id));
  // What an undo kept is named by keys, which are addresses.
  const isAnswered = entry.name === 'journal.undo' && entry.at < now - answerKept;
  return { ...entry, changes, contactIds, ...(isAnswered && { result: { kept: [] } }) };
}

const belongsTo = (image: unknown, gone: Set<string>) =>
  typeof image === 'object' &&
  image !== null &&
  'contactId' in image &&
  typeof image.contactId === 'string' &&
  gone.has(image.contactId);
