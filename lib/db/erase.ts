// Erasing people: the one verb behind forgetting somebody, retention, and what has been in the trash for too long.
import type { Forgotten } from '../model/forgotten';
import { isTrashed } from '../model/journal';
import type { Database } from './database';
import { dropDomains } from './derived';
import { belongsTo, eraseFromJournal } from './erase-journal';
import { contactKey, printsOf } from './forgotten';
import { withMerged } from './merged';
import { ownedTables } from './undo';

/** People of one transaction. */
const peopleAtOnce = 100;

/** A contact with this in `deletedAt` was forgotten: it is overdue in the trash whatever the time, and never comes back. */
export const forgottenAt = 0;

/**
 * Takes people out of everything that is shown or found, in one transaction, and leaves them for `erasePeople`; a start
 * after a stop in between finds them by their date. With `keepsPrints` they are known again when a file brings them.
 */
export async function markForgotten(
  db: Database,
  chosen: string[],
  { keepsPrints, now }: { keepsPrints: boolean; now: number },
): Promise<void> {
  // With a person goes who was merged into them: they are one.
  const ids = await withMerged(db, chosen);
  const forgotten = keepsPrints ? await fingerprints(db, ids, now) : [];
  await db.transaction('rw', db.tables, async () => {
    await db.forgotten.bulkPut(forgotten);
    await db.contacts.where('id').anyOf(ids).modify({ deletedAt: forgottenAt });
    const identities = await db.identities.where('contactId').anyOf(ids).primaryKeys();
    await db.identities.bulkDelete(identities);
    await db.search.bulkDelete(ids);
    await dropDomains(db, identities);
  });
}

async function fingerprints(db: Database, ids: string[], at: number): Promise<Forgotten[]> {
  const keys = await keysOf(db, ids);
  const all = await printsOf(db, [...keys.values()].flat());
  return [...keys.values()].flatMap(own => {
    const person = crypto.randomUUID();
    return all.splice(0, own.length).map(print => ({ print, person, at }));
  });
}

/**
 * What each of these people is known by: id and identities; of somebody in the trash the identities they had when they
 * went there.
 */
export async function keysOf(db: Database, ids: string[]): Promise<Map<string, string[]>> {
  const keys = new Map(ids.map(id => [id, new Set([contactKey(id)])]));
  for (const { contactId, key } of await db.identities.where('contactId').anyOf(ids).toArray())
    keys.get(contactId)?.add(key);
  const people = new Set(ids);
  for (const { changes } of await db.journal.where('contactIds').anyOf(ids).distinct().toArray()) {
    const trashed = changes.filter(
      ({ table, key, after }) => table === 'contacts' && people.has(key) && isTrashed(after),
    );
    for (const { key: id } of trashed)
      for (const change of changes)
        if (change.table === 'identities' && !change.after && belongsTo(change.before, new Set([id])))
          keys.get(id)?.add(change.key);
  }
  return new Map([...keys].map(([id, own]) => [id, [...own]]));
}

/**
 * Erases people who are in the trash, with everything that is stored about them: rows, what is derived from them, and
 * every image in the journal. Whoever was brought back meanwhile stays; `until` (ms) is the latest deletion that counts.
 * Works in portions and can be repeated.
 */
export async function erasePeople(db: Database, ids: string[], until: number): Promise<void> {
  if (ids.length === 0) return;
  // The journal first: whoever is still in the trash after a stop is found again at the next start.
  await eraseFromJournal(db, new Set(await withMerged(db, ids)));
  for (let at = 0; at < ids.length; at += peopleAtOnce)
    await eraseRows(db, ids.slice(at, at + peopleAtOnce), until);
}

async function eraseRows(db: Database, ids: string[], until: number): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const contacts = await db.contacts.bulkGet(ids);
    const gone = contacts.flatMap(contact =>
      contact?.deletedAt !== undefined && contact.deletedAt <= until ? contact.id : [],
    );
    const people = await withMerged(db, gone);
    const identities = await db.identities.where('contactId').anyOf(people).primaryKeys();
    await db.contacts.bulkDelete(people);
    for (const table of ownedTables) await db.table(table).where('contactId').anyOf(people).delete();
    await db.distinct.where('first').anyOf(people).or('second').anyOf(people).delete();
    await db.search.bulkDelete(people);
    await dropDomains(db, identities);
    await eraseFromRecent(db, new Set(people));
  });
}

async function eraseFromRecent(db: Database, people: Set<string>): Promise<void> {
  const row = await db.settings.get('recent');
  if (!row || !Array.isArray(row.value) || !row.value.some(id => people.has(id))) return;
  await db.settings.put({ key: 'recent', value: row.value.filter(id => !people.has(id)) });
}
