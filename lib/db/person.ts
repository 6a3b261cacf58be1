// Everything that is stored about one person, in the trash or not.
import type { Contact } from '../model/contact';
import type { Change } from '../model/journal';
import type { Database } from './database';
import { speaksOf } from './erase-journal';
import { mergedInto, peopleIn, withMerged } from './merged';

/** A command that changed something of theirs; of a command about several people their part alone. */
export type PersonChange = { at: number; name: string; changes: Change[] };

/** Reads a person with every row of theirs and every change of them that the journal still holds, the earliest first. */
export function readPerson(db: Database, contact: Contact) {
  const { id } = contact;
  return db.transaction('r', db.tables, async () => {
    const merged = await mergedInto(db, id);
    const ids = [id, ...merged.map(person => person.id)];
    const entries = await db.journal.where('contactIds').anyOf(ids).distinct().sortBy('at');
    const people = new Set(ids);
    const used = new Set([contact, ...merged].flatMap(({ fields }) => fields.map(({ field }) => field)));
    return {
      contact,
      ...(merged.length > 0 && { merged }),
      identities: await db.identities.where('contactId').equals(id).toArray(),
      events: await db.events.where('contactId').equals(id).sortBy('at'),
      followUps: await db.followUps.where('contactId').equals(id).sortBy('dueAt'),
      rejections: await db.rejections.where('contactId').anyOf(ids).toArray(),
      distinct: await db.distinct.where('first').anyOf(ids).or('second').anyOf(ids).toArray(),
      fields: await db.fields.bulkGet([...used]),
      searchWords: (await db.search.get(id))?.words ?? [],
      changes: entries.flatMap(({ at, name, changes }): PersonChange[] => {
        const own = changes.filter(change => speaksOf(change, people)).map(change => ownPart(change, people));
        return own.length > 0 ? [{ at, name, changes: own }] : [];
      }),
    };
  });
}

/** Without the image in which the row was somebody else's. */
function ownPart({ table, key, before, after }: Change, people: Set<string>): Change {
  const isTheirs = (image: unknown) =>
    image !== undefined &&
    (table === 'contacts' ? people.has(key) : peopleIn(image).some(id => people.has(id)));
  return { table, key, ...(isTheirs(before) && { before }), ...(isTheirs(after) && { after }) };
}

/** How many rows of each kind a person has; `changes`: commands that the journal holds of them. */
export async function countPerson(db: Database, id: string) {
  const own = (table: 'identities' | 'events' | 'followUps') =>
    db.table(table).where('contactId').equals(id).count();
  return {
    identities: await own('identities'),
    events: await own('events'),
    followUps: await own('followUps'),
    changes: await db.journal
      .where('contactIds')
      .anyOf(await withMerged(db, [id]))
      .distinct()
      .count(),
  };
}
