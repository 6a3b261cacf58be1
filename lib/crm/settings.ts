// Procedures about the user's settings, custom fields, the journal, and moving between our own pages.
import { z } from 'zod';
import { runCommand } from '../db/command';
import { readSettings, writeSettings } from '../db/settings';
import { undoEntry } from '../db/undo';
import { customFieldSchema } from '../model/custom-field';
import { isTrashed, type JournalEntry } from '../model/journal';
import { meSchema, settingsSchema, siteChoiceSchema } from '../model/settings';
import { idSchema } from '../model/source';
import { starterReplies } from '../replies/starter';
import { apps, CallError, procedure, safeApps } from './procedure';
import { command } from './run-command';

const get = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: (_input, { db }) => readSettings(db),
});

const save = procedure({
  roles: ['dashboard', 'panel'],
  input: z.strictObject({
    me: meSchema.optional(),
    history: settingsSchema.shape.history.optional(),
    namesInNotifications: z.boolean().optional(),
    theme: settingsSchema.shape.theme.optional(),
    sites: z.array(siteChoiceSchema).max(200).optional(),
    welcomed: z.literal(true).optional(),
  }),
  run: async ({ welcomed, ...patch }, context) => {
    const done = await command(context, 'settings.save', async changes => {
      const settings = await readSettings(context.db);
      const welcomedAt = welcomed ? context.now : settings.welcomedAt;
      await writeSettings(changes, { ...settings, ...patch, welcomedAt });
      const first = welcomed && settings.welcomedAt === undefined && (await context.db.replies.count()) === 0;
      if (!first) return null;
      for (const [order, reply] of starterReplies.entries()) {
        await changes.put('replies', { ...reply, order, id: `starter-${order}` });
      }
      return null;
    });
    if (patch.sites) await context.platform.reconcileSites();
    return done;
  },
});

const listFields = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: async (_input, { db }) => (await db.fields.toArray()).sort((a, b) => a.order - b.order),
});

const saveField = procedure({
  roles: apps,
  input: z.strictObject({ field: customFieldSchema }),
  run: ({ field }, context) =>
    command(context, 'fields.save', async changes => {
      const twin = (await context.db.fields.toArray()).find(other => other.slug === field.slug);
      if (twin && twin.id !== field.id)
        throw new CallError('conflict', `There is already a field “${twin.name}”.`);
      await changes.put('fields', field);
      return { id: field.id };
    }),
});

/** What a sidebar in a page may not do, it may not undo either: bulk changes, the trash, settings. */
const needsFullPage = ({ name, contactIds, changes }: JournalEntry): boolean =>
  contactIds.length > 1 ||
  name === 'data.import' ||
  changes.some(({ table, before, after }) => table === 'settings' || isTrashed(before) !== isTrashed(after));

/** Takes back one command. What was edited since is kept and counted. */
const undo = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => {
    const entry = await context.db.journal.get(id);
    if (entry && needsFullPage(entry) && context.caller.role === 'frame') {
      throw new CallError('forbidden', 'Undo this in the full page: it is more than a change of one person.');
    }
    const info = { id: context.caller.callId, name: 'journal.undo', at: context.now };
    const { result, tables } = await runCommand(context.db, info, changes =>
      undoEntry(context.db, changes, id, context.caller.callId),
    );
    context.changed(tables);
    await context.platform.reschedule();
    return { commandId: info.id, result };
  },
});

const openDashboard = procedure({
  roles: apps,
  input: z.strictObject({
    route: z
      .string()
      .max(200)
      .regex(/^[\w/:.-]*$/),
  }),
  run: async ({ route }, { platform }) => {
    await platform.openDashboard(route);
    return null;
  },
});

/** Which origins the browser grants at this moment; grants can change outside of Regulars. */
const granted = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: (_input, { platform }) => platform.grantedOrigins(),
});

/** The full page's worker has no browser interfaces: its page passes on that everything may have changed. */
const changed = procedure({
  roles: ['dashboard'],
  input: z.strictObject({}),
  run: async (_input, context) => {
    context.changed(['*']);
    await context.platform.reconcileSites();
    await context.platform.reschedule();
    return null;
  },
});

export const settingsProcedures = {
  'views.changed': changed,
  'settings.get': get,
  'settings.save': save,
  'settings.granted': granted,
  'fields.list': listFields,
  'fields.save': saveField,
  'journal.undo': undo,
  'views.openDashboard': openDashboard,
};
