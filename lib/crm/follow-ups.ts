// Procedures about follow-ups, and the list of today.
import { z } from 'zod';
import { countContacts, summaries } from '../db/contacts';
import { countDue, listDue, listUpcoming } from '../db/follow-ups';
import { readRecent } from '../db/settings';
import type { FollowUp } from '../model/follow-up';
import type { DueFollowUp, Today } from '../model/on-screen';
import { idSchema, timeSchema } from '../model/source';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { apps, CallError, type Context, procedure } from './procedure';

const gone = 'This follow-up is no longer there.';

const add = procedure({
  roles: apps,
  input: z.strictObject({ contactId: idSchema, text: z.string().trim().min(1).max(300), dueAt: timeSchema }),
  run: async ({ contactId, text, dueAt }, context) => {
    const saved = await journaled(context, 'followUps.add', async changes => {
      await knownContact(context, contactId);
      const id = context.caller.callId;
      await changes.put('followUps', { id, contactId, text, dueAt, done: 0, createdAt: context.now });
      return { id };
    });
    await context.platform.reschedule();
    return saved;
  },
});

async function change(context: Context, name: string, id: string, next: (item: FollowUp) => FollowUp) {
  const saved = await journaled(context, name, async changes => {
    const item = await context.db.followUps.get(id);
    if (!item) throw new CallError('not-found', gone);
    await changes.put('followUps', next(item));
    return { id };
  });
  await context.platform.reschedule();
  return saved;
}

/** Changes what is to be done, or when. With a new date the user is reminded anew. */
const save = procedure({
  roles: apps,
  input: z.strictObject({
    id: idSchema,
    text: z.string().trim().min(1).max(300).optional(),
    dueAt: timeSchema.optional(),
  }),
  run: ({ id, text, dueAt }, context) =>
    change(context, 'followUps.save', id, item => {
      const next = { ...item, text: text ?? item.text, dueAt: dueAt ?? item.dueAt };
      if (next.dueAt !== item.dueAt) delete next.notifiedAt;
      return next;
    }),
});

const remove = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => {
    const saved = await journaled(context, 'followUps.remove', async changes => {
      if (!(await context.db.followUps.get(id))) throw new CallError('not-found', gone);
      await changes.remove('followUps', id);
      return { id };
    });
    await context.platform.reschedule();
    return saved;
  },
});

const done = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    change(context, 'followUps.done', id, item => ({ ...item, done: 1, doneAt: context.now })),
});

const snooze = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, dueAt: timeSchema }),
  run: ({ id, dueAt }, context) =>
    change(context, 'followUps.snooze', id, ({ notifiedAt: _told, ...item }) => ({ ...item, dueAt })),
});

async function withPeople(context: Context, items: FollowUp[]): Promise<DueFollowUp[]> {
  const people = await summaries(context.db, [...new Set(items.map(item => item.contactId))]);
  const byId = new Map(people.map(person => [person.id, person]));
  return items.flatMap(followUp => {
    const contact = byId.get(followUp.contactId);
    return contact ? [{ followUp, contact }] : [];
  });
}

/** Due follow-ups that are listed; of further ones it is said how many. */
const mostDue = 100;

const today = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, context): Promise<Today> => {
    const endOfDay = new Date(context.now).setHours(24, 0, 0, 0);
    const { db } = context;
    const due = await listDue(db, endOfDay, mostDue);
    return {
      due: await withPeople(context, due),
      moreDue: (await countDue(db, endOfDay)) - due.length,
      upcoming: await withPeople(context, await listUpcoming(db, endOfDay, 5)),
      recent: (await summaries(db, await readRecent(db))).slice(0, 8),
      contacts: await countContacts(db),
    };
  },
});

export const followUpProcedures = {
  'followUps.add': add,
  'followUps.save': save,
  'followUps.remove': remove,
  'followUps.done': done,
  'followUps.snooze': snooze,
  'followUps.today': today,
};
