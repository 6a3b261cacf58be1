// Procedures about the past of one person: what was changed about them and when, and their timeline, searched.
import { z } from 'zod';
import { searchEvents } from '../db/timeline';
import { eventKinds } from '../model/event';
import { idSchema, timeSchema } from '../model/source';
import { historyLines } from './history-lines';
import { knownContact } from './known-contact';
import { apps, procedure, safeApps } from './procedure';

/** Every change of a person that can still be told, the latest first. */
const changes = procedure({
  roles: safeApps,
  input: z.strictObject({ contactId: idSchema, limit: z.number().int().min(1).max(200) }),
  run: async ({ contactId, limit }, context) => {
    await knownContact(context, contactId);
    const names = new Map((await context.db.fields.toArray()).map(({ id, name }) => [id, name]));
    const entries = await context.db.journal.where('contactIds').equals(contactId).toArray();
    const told = entries.map(entry => ({
      id: entry.id,
      at: entry.at,
      name: entry.name,
      isUndone: entry.undoneBy !== undefined,
      /** A whole import or bulk change is not taken back for one person. */
      isOwn: entry.contactIds.length === 1 && entry.batch === undefined,
      lines: historyLines(entry, contactId, id => names.get(id) ?? 'Removed field'),
    }));
    return told
      .filter(({ lines }) => lines.length > 0)
      .sort((a, b) => b.at - a.at)
      .slice(0, limit);
  },
});

/** Entries of a timeline that have the words and are of one of the kinds, the newest first, older than `before`. */
const events = procedure({
  roles: apps,
  input: z.strictObject({
    contactId: idSchema,
    text: z.string().max(200),
    kinds: z.array(z.enum(eventKinds)).max(eventKinds.length),
    before: timeSchema.optional(),
    limit: z.number().int().min(1).max(100),
  }),
  run: ({ contactId, ...wanted }, { db }) => searchEvents(db, contactId, wanted),
});

export const historyProcedures = {
  'history.changes': changes,
  'history.events': events,
};
