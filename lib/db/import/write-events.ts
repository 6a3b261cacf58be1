// Writing a portion of what happened with imported people: one transaction with its own journal entry, part of the batch.
import type { TimelineEvent } from '../../model/event';
import type { Change } from '../../model/journal';
import type { Database } from '../database';
import { placer } from '../merged';
import { importName, type PortionInfo } from './write';

/**
 * Writes those events that are not here yet, of people who are here and not in the trash; gives how many. An event that
 * is here stays as it is. Those of somebody who was merged stand with the one they were merged into.
 */
export async function writeEvents(
  db: Database,
  info: PortionInfo,
  events: readonly TimelineEvent[],
): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const byId = new Map(events.map(event => [event.id, event]));
    const stored = await db.events.bulkGet([...byId.keys()]);
    for (const event of stored) if (event) byId.delete(event.id);
    const placed = await Promise.all([...byId.values()].map(placer(db)));
    const contactIds = [...new Set(placed.map(({ contactId }) => contactId))];
    const contacts = await db.contacts.bulkGet(contactIds);
    const here = new Set(
      contacts.flatMap(contact => (contact && contact.deletedAt === undefined ? contact.id : [])),
    );
    const fresh = placed.filter(({ contactId }) => here.has(contactId));
    if (fresh.length === 0) return 0;
    await db.events.bulkAdd(fresh);
    const changes = fresh.map((after): Change => ({ table: 'events', key: after.id, after }));
    await db.journal.add({ ...info, name: importName, contactIds: [...here], changes });
    return fresh.length;
  });
}
