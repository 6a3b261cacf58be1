// Procedures about imports that were stopped: which there are, and that one is done with.
import { z } from 'zod';
import { idSchema } from '../model/source';
import { procedure, safeApps } from './procedure';

/** Imports that did not come to their end, the latest first; none while one is running. */
const unfinished = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: async (_input, { db, platform }) => {
    if (await platform.isBulkRunning()) return [];
    const jobs = await db.imports.toArray();
    return jobs.filter(({ state }) => state !== 'done').sort((a, b) => b.at - a.at);
  },
});

/** Takes an import off the list; what it brought stays. */
const close = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => {
    await context.db.imports.delete(id);
    context.changed(['*']);
    return null;
  },
});

export const importProcedures = { 'imports.unfinished': unfinished, 'imports.close': close };
