// Everything that is stored about one person, in the trash or not.
import type { Contact } from '../model/contact';
import type { Change } from '../model/journal';
import type { Database } from './database';
import { speaksOf } from './erase';

/** A command that changed something of theirs; of a command about several people their part alone. */
export type PersonChange = { at: number; name: string; changes: Change[] };

/** Reads a person with every row of theirs and every change of them that the journal still holds, the earliest first. */
export function readPerson(db: Database, contact: Contact) {
  const { id } = contact;
  return db.transaction('r', db.tables, async () => {
    const entries = await db.journal.where('contactIds').equals(id).sortBy('at');
    const people = new Set([id]);
    return {
      contact,
      identities: await db.identities.where('contactId').equals(id).toArray(),
      events: await db.events.where('contactId').equals(id).sortBy('at'),
      followUps: await db.followUps.where('contactId').equals(id).sortBy('dueAt'),
      rejections: await db.rejections.where('contactId').equals(id).toArray(),
      distinct: await db.distinct.where('first').equals(id).or('second').equals(id).toArray(),
      fields: await db.fields.bulkGet(contact.fields.map(({ field }) => field)),
      searchWords: (await db.search.get(id))?.words ?? [],
      changes: entries.flatMap(({ at, name, changes }): PersonChange[] => {
        const own = changes.filter(change => speaksOf(change, people)).map(change => ownPart(change, id));
        return own.length > 0 ? [{ at, name, changes: own }] : [];
      }),
    };
  });
}

/** Without the image in which the row was somebody else's. */
function ownPart({ table, key, before, after }: Change, id: string): Change {
  return {
    table,
    key,
    ...(isTheirs(table, before, id) && { before }),
    ...(isTheirs(table, after, id) && { after }),
  };
}

function isTheirs(table: Change['table'], image: unknown, id: string): boolean {
  if (typeof image !== 'object' || image === null) return false;
  const row = new Map<string, unknown>(Object.entries(image));
  const named = table === 'contacts' ? ['id'] : ['contactId', 'first', 'second'];
  return named.some(field => row.get(field) === id);
}

/** How many rows of each kind a person has; `changes`: commands that the journal holds of them. */
export async function countPerson(db: Database, id: string) {
  const own = (table: 'identities' | 'events' | 'followUps') =>
    db.table(table).where('contactId').equals(id).count();
  return {
    identities: await own('identities'),
    events: await own('events'),
    followUps: await own('followUps'),
    changes: await db.journal.where('contactIds').equals(id).count(),
  };
}
