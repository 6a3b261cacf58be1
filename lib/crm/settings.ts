// Procedures about what the user decided.
import { z } from 'zod';
import { readSettings, writeSettings } from '../db/settings';
import { meSchema, settingsSchema, siteChoiceSchema } from '../model/settings';
import { starterReplies } from '../replies/starter';
import { journaled } from './journaled';
import { apps, procedure, safeApps } from './procedure';

const get = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: (_input, { db }) => readSettings(db),
});

const save = procedure({
  roles: safeApps,
  input: z.strictObject({
    me: meSchema.optional(),
    history: settingsSchema.shape.history.optional(),
    namesInNotifications: z.boolean().optional(),
    theme: settingsSchema.shape.theme.optional(),
    sites: z.array(siteChoiceSchema).max(200).optional(),
    welcomed: z.literal(true).optional(),
  }),
  run: async ({ welcomed, ...patch }, context) => {
    const done = await journaled(context, 'settings.save', async changes => {
      const settings = await readSettings(context.db);
      const welcomedAt = welcomed ? context.now : settings.welcomedAt;
      await writeSettings(changes, { ...settings, ...patch, welcomedAt });
      const first = welcomed && settings.welcomedAt === undefined && (await context.db.replies.count()) === 0;
      if (!first) return null;
      for (const [order, reply] of starterReplies.entries()) {
        // Ids of their own on every computer, so that no file can name them.
        await changes.put('replies', { ...reply, order, id: crypto.randomUUID() });
      }
      return null;
    });
    if (patch.sites) await context.platform.reconcileSites();
    return done;
  },
});

/** Which origins the browser grants at this moment; grants can change outside of Regulars. */
const granted = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: (_input, { platform }) => platform.grantedOrigins(),
});

export const settingsProcedures = {
  'settings.get': get,
  'settings.save': save,
  'settings.granted': granted,
};
