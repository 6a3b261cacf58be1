// Procedures about what the user decided.
import { z } from 'zod';
import { readSettings, writeSettings } from '../db/settings';
import type { Recipe } from '../model/recipe';
import { retentionSchema } from '../model/retention';
import { meSchema, pointedSchema, recipesSchema, settingsSchema, siteChoiceSchema } from '../model/settings';
import { starterReplies } from '../replies/starter';
import { allSites } from '../sites/all-sites';
import { journaled } from './journaled';
import { apps, CallError, procedure, safeApps } from './procedure';
import { readsUnasked } from './sites';

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
    recipes: recipesSchema.optional(),
    pointed: pointedSchema.optional(),
    retention: retentionSchema.optional(),
    welcomed: z.literal(true).optional(),
  }),
  run: async ({ welcomed, ...patch }, context) => {
    mustBeDistinct(patch.recipes ?? []);
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
    if (patch.sites || patch.recipes) await context.platform.reconcileSites();
    return done;
  },
});

/** Throws where a recipe would take the place of a built-in site or of another recipe, or read what is read when asked. */
function mustBeDistinct(recipes: Recipe[]): void {
  const ids = new Set(allSites.map(({ id }) => id));
  for (const recipe of recipes) {
    const { id, name } = recipe;
    if (ids.has(id)) throw new CallError('conflict', `There is a site with the id “${id}” already.`);
    ids.add(id);
    if (readsUnasked(recipe))
      throw new CallError('conflict', `${name} must be read when asked only, in the side panel.`);
  }
}

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
