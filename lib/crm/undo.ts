// Taking back a change.
import { z } from 'zod';
import { contactIdsOf } from '../db/changes';
import { runCommand } from '../db/command';
import { removesMore, undoEntry } from '../db/undo';
import { undoBatchPortion } from '../db/undo-batch';
import { listWideChanges } from '../db/wide-changes';
import { type Change, isTrashed, type JournalEntry } from '../model/journal';
import { idSchema } from '../model/source';
import { mustBeInSight } from './in-sight';
import { apps, CallError, type Context, procedure, safeApps } from './procedure';
import { undoMerge } from './take-apart';

/** Milliseconds in which a sidebar in a page may take a change back: while the user remembers having made it. */
const undoableInPage = 10 * 60_000;

/** How many contacts a change is about; the one whose handle went to another is not counted: adding somebody does that. */
const contactsIn = (changes: Change[]): number =>
  contactIdsOf(
    changes.map(change =>
      change.table === 'identities' && change.after ? { ...change, before: undefined } : change,
    ),
  ).length;

/** What a sidebar in a page may not do, it may not undo either: bulk changes, the trash, settings, replies. */
async function needsFullPage({ db, now }: Context, entry: JournalEntry): Promise<boolean> {
  const { name, at, changes, batch } = entry;
  return (
    batch !== undefined ||
    // Whoever was captured together was added in one click, here.
    (contactsIn(changes) > 1 && name !== 'captures.save') ||
    name === 'data.import' ||
    now - at > undoableInPage ||
    changes.some(
      ({ table, before, after }) =>
        ['settings', 'replies', 'savedViews'].includes(table) || isTrashed(before) !== isTrashed(after),
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
      const taken = await undoMerge(context.db, changes, id, info);
      return taken ?? undoEntry(context.db, changes, id, info.id);
    });
    context.changed(tables);
    await context.platform.reschedule();
    return { commandId: info.id, result };
  },
});

/**
 * Takes back a bulk change, one portion for each call; to be called with the answer's `next` until it has none. Repeated
 * from the beginning after a stop, it passes over what was taken back already.
 */
const undoBatch = procedure({
  roles: safeApps,
  input: z.strictObject({ batch: idSchema, before: idSchema.optional() }),
  run: async ({ batch, before }, context) => {
    const info = { id: context.caller.callId, at: context.now };
    const { result, tables } = await undoBatchPortion(context.db, info, batch, before);
    if (tables.length > 0) context.changed(tables);
    if (result.next === undefined) await context.platform.reschedule();
    return { commandId: info.id, result };
  },
});

/** The bulk changes and imports that can still be taken back; none while one is carried out. */
const wide = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: async (_input, { db, platform }) => ((await platform.isBulkRunning()) ? [] : listWideChanges(db)),
});

export const undoProcedures = {
  'journal.undo': undo,
  'journal.undoBatch': undoBatch,
  'journal.wide': wide,
};
