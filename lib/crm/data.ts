// Procedures about the data as a whole: is it there, and accepting it as it is.
import { z } from 'zod';
import { apps, procedure, safeApps } from './procedure';

const state = procedure({
  roles: apps,
  input: z.strictObject({}),
  run: (_input, { platform }) => platform.dataState(),
});

/** After people went missing: the user restored them from a file, or begins anew. */
const accept = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: async (_input, context) => {
    await context.platform.acceptData();
    context.changed(['*']);
    return null;
  },
});

export const dataProcedures = { 'data.state': state, 'data.accept': accept };
