// Procedures about what happened with a contact.
import { z } from 'zod';
import { readSettings } from '../db/settings';
import { listEvents } from '../db/timeline';
import { handmadeKinds, type TimelineEvent } from '../model/event';
import { idSchema, timeSchema } from '../model/source';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { apps, CallError, procedure, tabOfCall } from './procedure';
import { messageEvents } from './remembering';

const gone = 'This entry is no longer there.';

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
    journaled(context, 'timeline.add', async changes => {
      await knownContact(context, contactId);
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

const isHandmade = ({ kind }: TimelineEvent) => handmadeKinds.some(handmade => handmade === kind);

/** Changes what the user wrote: its text, its date. What was read on a page stays as it was read. */
const save = procedure({
  roles: apps,
  input: z.strictObject({
    id: idSchema,
    text: z.string().trim().min(1).max(4000).optional(),
    at: timeSchema.optional(),
  }),
  run: ({ id, text, at }, context) =>
    journaled(context, 'timeline.save', async changes => {
      const event = await context.db.events.get(id);
      if (!event) throw new CallError('not-found', gone);
      if (!isHandmade(event)) throw new CallError('invalid', 'Only what you wrote can be edited.');
      const { title: _title, ...rest } = event;
      await changes.put('events', {
        ...(text === undefined ? event : { ...rest, text }),
        at: at ?? event.at,
      });
      return { id };
    }),
});

/** Marks an issue solved or a promise kept, or opens it again. */
const close = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, open: z.boolean() }),
  run: ({ id, open }, context) =>
    journaled(context, 'timeline.close', async changes => {
      const event = await context.db.events.get(id);
      if (!event || (event.kind !== 'issue' && event.kind !== 'promise')) {
        throw new CallError('not-found', gone);
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
    journaled(context, 'timeline.remove', async changes => {
      if (!(await context.db.events.get(id))) throw new CallError('not-found', gone);
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
    return journaled(context, 'timeline.remember', async changes => {
      for (const event of events)
        if (!(await context.db.events.get(event.id))) await changes.put('events', event);
      return { count: changes.list.length };
    });
  },
});

export const timelineProcedures = {
  'timeline.add': add,
  'timeline.save': save,
  'timeline.close': close,
  'timeline.remove': remove,
  'timeline.list': list,
  'timeline.remember': remember,
};
