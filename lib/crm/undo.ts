// Taking back a change.
import { z } from 'zod';
import { runCommand } from '../db/command';
import { undoEntry } from '../db/undo';
import { isTrashed, type JournalEntry } from '../model/journal';
import { idSchema } from '../model/source';
import { mustBeInSight } from './in-sight';
import { apps, CallError, procedure } from './procedure';

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
    await mustBeInSight(context);
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

export const undoProcedures = { 'journal.undo': undo };
