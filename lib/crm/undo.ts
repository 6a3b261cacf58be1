// Taking back a change.
import { z } from 'zod';
import { runCommand } from '../db/command';
import { removesMore, undoEntry } from '../db/undo';
import { isTrashed, type JournalEntry } from '../model/journal';
import { idSchema } from '../model/source';
import { mustBeInSight } from './in-sight';
import { apps, CallError, type Context, procedure } from './procedure';

/** Milliseconds in which a sidebar in a page may take a change back: while the user remembers having made it. */
const undoableInPage = 10 * 60_000;

/** What a sidebar in a page may not do, it may not undo either: bulk changes, the trash, settings, replies. */
async function needsFullPage({ db, now }: Context, entry: JournalEntry): Promise<boolean> {
  const { name, at, contactIds, changes } = entry;
  return (
    contactIds.length > 1 ||
    name === 'data.import' ||
    now - at > undoableInPage ||
    changes.some(
      ({ table, before, after }) =>
        table === 'settings' || table === 'replies' || isTrashed(before) !== isTrashed(after),
    ) ||
    (await removesMore(db, entry))
  );
}

/** Takes back one command. What was edited since is kept and counted. */
const undo = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => {
    await mustBeInSight(context);
    const info = { id: context.caller.callId, name: 'journal.undo', at: context.now };
    const { result, tables } = await runCommand(context.db, info, async changes => {
      const entry = await context.db.journal.get(id);
      if (entry && context.caller.role === 'frame' && (await needsFullPage(context, entry))) {
        throw new CallError('forbidden', 'Undo this in the full page.');
      }
      return undoEntry(context.db, changes, id, context.caller.callId);
    });
    context.changed(tables);
    await context.platform.reschedule();
    return { commandId: info.id, result };
  },
});

export const undoProcedures = { 'journal.undo': undo };
