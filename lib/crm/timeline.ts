// Procedures about what happened with a contact, and about follow-ups.
import { z } from 'zod';
import { countContacts, findContact, summaries } from '../db/contacts';
import { listDue, listUpcoming } from '../db/follow-ups';
import { readRecent, readSettings } from '../db/settings';
import { listEvents } from '../db/timeline';
import { handmadeKinds, type TimelineEvent } from '../model/event';
import type { FollowUp } from '../model/follow-up';
import type { DueFollowUp, Today } from '../model/on-screen';
import { idSchema, timeSchema } from '../model/source';
import { apps, CallError, type Context, procedure, tabOfCall } from './procedure';
import { messageEvents } from './remembering';
import { command } from './run-command';

async function mustExist(context: Context, contactId: string): Promise<void> {
  if (!(await findContact(context.db, contactId))) {
    throw new CallError('not-found', 'This person is no longer in Regulars.');
  }
}

const add = procedure({
  roles: apps,
  input: z.strictObject({
    contactId: idSchema,
    kind: z.enum(handmadeKinds),
    title: z.string().trim().max(300).optional(),
    text: z.string().trim().max(4000).optional(),
    at: timeSchema.optional(),
  }),
  run: ({ contactId, kind, title, text, at }, context) =>
    command(context, 'timeline.add', async changes => {
      await mustExist(context, contactId);
      if (!title && !text) throw new CallError('invalid', 'There is nothing to save yet.');
      const id = context.caller.callId;
      const event: TimelineEvent = { id, contactId, kind, at: at ?? context.now, createdAt: context.now };
      if (title) event.title = title;
      if (text) event.text = text;
      if (kind === 'issue' || kind === 'promise') event.openFor = contactId;
      await changes.put('events', event);
      return { id };
    }),
});

/** Marks an issue solved or a promise kept, or opens it again. */
const close = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, open: z.boolean() }),
  run: ({ id, open }, context) =>
    command(context, 'timeline.close', async changes => {
      const event = await context.db.events.get(id);
      if (!event || (event.kind !== 'issue' && event.kind !== 'promise')) {
        throw new CallError('not-found', 'This entry is no longer there.');
      }
      const { openFor: _open, closedAt: _closed, ...rest } = event;
      await changes.put(
        'events',
        open ? { ...rest, openFor: event.contactId } : { ...rest, closedAt: context.now },
      );
      return { id };
    }),
});

const remove = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    command(context, 'timeline.remove', async changes => {
      await changes.remove('events', id);
      return { id };
    }),
});

const list = procedure({
  roles: apps,
  input: z.strictObject({
    contactId: idSchema,
    before: timeSchema.optional(),
    limit: z.number().int().min(1).max(100),
  }),
  run: ({ contactId, before, limit }, { db }) => listEvents(db, contactId, limit, before),
});

/** Keeps the conversation on screen, where history is asked for each time. */
const remember = procedure({
  roles: apps,
  input: z.strictObject({ tabId: z.number().int().optional() }),
  run: async ({ tabId }, context) => {
    const tab = tabOfCall(context.caller, tabId);
    const stored = tab === undefined ? undefined : await context.session.sighting(tab);
    if (!stored?.sighting) throw new CallError('not-found', 'There is no conversation on screen.');
    const settings = await readSettings(context.db);
    const events = await messageEvents(context.db, stored.sighting, settings, context.now);
    return command(context, 'timeline.remember', async changes => {
      for (const event of events)
        if (!(await context.db.events.get(event.id))) await changes.put('events', event);
      return { count: changes.list.length };
    });
  },
});

const addFollowUp = procedure({
  roles: apps,
  input: z.strictObject({ contactId: idSchema, text: z.string().trim().min(1).max(300), dueAt: timeSchema }),
  run: async ({ contactId, text, dueAt }, context) => {
    const done = await command(context, 'followUps.add', async changes => {
      await mustExist(context, contactId);
      const id = context.caller.callId;
      await changes.put('followUps', { id, contactId, text, dueAt, done: 0, createdAt: context.now });
      return { id };
    });
    await context.platform.reschedule();
    return done;
  },
});

async function changeFollowUp(
  context: Context,
  name: string,
  id: string,
  change: (item: FollowUp) => FollowUp,
) {
  const done = await command(context, name, async changes => {
    const item = await context.db.followUps.get(id);
    if (!item) throw new CallError('not-found', 'This follow-up is no longer there.');
    await changes.put('followUps', change(item));
    return { id };
  });
  await context.platform.reschedule();
  return done;
}

const doneFollowUp = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    changeFollowUp(context, 'followUps.done', id, item => ({ ...item, done: 1, doneAt: context.now })),
});

const snooze = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, dueAt: timeSchema }),
  run: ({ id, dueAt }, context) =>
    changeFollowUp(context, 'followUps.snooze', id, ({ notifiedAt: _told, ...item }) => ({ ...item, dueAt })),
});

async function withPeople(context: Context, items: FollowUp[]): Promise<DueFollowUp[]> {
  const people = await summaries(context.db, [...new Set(items.map(item => item.contactId))]);
  const byId = new Map(people.map(person => [person.id, person]));
  return items.flatMap(followUp => {
    const contact = byId.get(followUp.contactId);
    return contact ? [{ followUp, contact }] : [];
  });
}

const today = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, context): Promise<Today> => {
    const endOfDay = new Date(context.now).setHours(24, 0, 0, 0);
    const { db } = context;
    return {
      due: await withPeople(context, await listDue(db, endOfDay)),
      upcoming: await withPeople(context, await listUpcoming(db, endOfDay, 5)),
      recent: (await summaries(db, await readRecent(db))).slice(0, 8),
      contacts: await countContacts(db),
    };
  },
});

export const timelineProcedures = {
  'timeline.add': add,
  'timeline.close': close,
  'timeline.remove': remove,
  'timeline.list': list,
  'timeline.remember': remember,
  'followUps.add': addFollowUp,
  'followUps.done': doneFollowUp,
  'followUps.snooze': snooze,
  'followUps.today': today,
};
