// How a procedure changes data: one journaled command under the caller's id, then the notice.
import type { Changes } from '../db/changes';
import { runCommand } from '../db/command';
import { mustBeInSight } from './in-sight';
import { CallError, type Context } from './procedure';

/** What every command answers: its journal id (for undo) beside its own result. */
export type Done<T> = { commandId: string; result: T };

/**
 * Runs `change` as a command named `name`. A repeated call id gives the first answer and changes nothing.
 * Open views are told after the commit.
 */
export async function journaled<T>(
  context: Context,
  name: string,
  change: (changes: Changes) => Promise<T>,
): Promise<Done<T>> {
  await mustBeInSight(context);
  if (await context.platform.isBulkRunning())
    throw new CallError('busy', 'An import is running. Nothing was changed; try again when it is done.');
  const id = context.caller.callId;
  const { result, tables } = await runCommand(context.db, { id, name, at: context.now }, change);
  if (tables.length > 0) context.changed(tables);
  return { commandId: id, result };
}
