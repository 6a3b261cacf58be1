// Procedures about the data as a whole: is it there, and accepting it as it is.
import { z } from 'zod';
import { apps, CallError, procedure, safeApps } from './procedure';

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

/** The last way out of a database that can't be opened: the user asked for an empty one, to restore into. */
const discard = procedure({
  roles: ['dashboard'],
  input: z.strictObject({}),
  run: async (_input, { platform, changed }) => {
    const { state: now } = await platform.dataState();
    if (now !== 'unreadable')
      throw new CallError('conflict', 'Your data can be opened. Nothing was deleted.');
    await platform.discardData();
    changed(['*']);
    return null;
  },
});

export const dataProcedures = { 'data.state': state, 'data.accept': accept, 'data.discard': discard };
