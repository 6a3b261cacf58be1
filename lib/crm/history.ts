// Procedures about the past of one person: what was changed about them and when, and their timeline, searched.
import { z } from 'zod';
import { mergedInto } from '../db/merged';
import { searchEvents } from '../db/timeline';
import { eventKinds } from '../model/event';
import { idSchema, timeSchema } from '../model/source';
import { historyLines } from './history-lines';
import { knownContact } from './known-contact';
import { isKept } from './merged';
import { apps, procedure, safeApps } from './procedure';

/**
 * Every change of a person that can still be told, the latest first, with those of whoever was merged into them; `of` says
 * whose it was then.
 */
const changes = procedure({
  roles: safeApps,
  input: z.strictObject({ contactId: idSchema, limit: z.number().int().min(1).max(200) }),
  run: async ({ contactId, limit }, context) => {
    const { db } = context;
    await knownContact(context, contactId);
    const names = new Map((await db.fields.toArray()).map(({ id, name }) => [id, name]));
    const merged = (await mergedInto(db, contactId)).filter(contact => !isKept(contact));
    const people = new Map([
      [contactId, undefined],
      ...merged.map(({ id, name }): [string, string] => [id, name.value]),
    ]);
    const entries = await db.journal
      .where('contactIds')
      .anyOf([...people.keys()])
      .distinct()
      .toArray();
    const told = entries.flatMap(entry =>
      entry.contactIds
        .filter(id => people.has(id))
        .map(id => ({
          id: entry.id,
          at: entry.at,
          name: entry.name,
          of: people.get(id),
          isUndone: entry.undoneBy !== undefined,
          /** A whole import or bulk change is not taken back for one person, nor one of somebody who was merged since. */
          isOwn: id === contactId && entry.contactIds.length === 1 && entry.batch === undefined,
          lines: historyLines(entry, id, field => names.get(field) ?? 'Removed field'),
        })),
    );
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
