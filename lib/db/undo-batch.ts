// Undo of a bulk change, in portions from its last entry to its first; stopped in the middle, it goes on from there.
import type { JournalEntry } from '../model/journal';
import { type CommandInfo, type CommandResult, runCommand } from './command';
import type { Database } from './database';
import { undoEntry } from './undo';

/** Changed rows after which a portion ends; an entry is never divided. */
const rowsAtOnce = 150;
/** Entries that are read at a time. */
const readAtOnce = 50;

export type BatchUndo = {
  /** Entries that this portion took back. */
  undone: number;
  /** Where the next portion goes on; absent when nothing is left. */
  next?: string;
  /** Entries before that place. */
  left: number;
  /** What was changed again since and stays: `table/key/field`. */
  kept: string[];
};

/**
 * Takes back the latest entries of a batch, or those before the one with the id `before`, as one command. The ids of a
 * batch's entries sort as they were written. Throws when the journal knows no such batch.
 */
export async function undoBatchPortion(
  db: Database,
  info: Omit<CommandInfo, 'name'>,
  batch: string,
  before?: string,
): Promise<CommandResult<BatchUndo>> {
  return runCommand(db, { ...info, name: 'journal.undoBatch' }, async changes => {
    const all = await db.journal.where('batch').equals(batch).primaryKeys();
    if (all.length === 0) throw new Error('This change is no longer in the journal.');
    const ids = before === undefined ? all : all.filter(id => id < before);
    const result: BatchUndo = { undone: 0, left: 0, kept: [] };
    let rows = 0;
    while (rows < rowsAtOnce && ids.length > 0) {
      const entries = await lastOf(db, ids);
      for (const entry of entries) {
        if (rows >= rowsAtOnce) break;
        ids.length = ids.lastIndexOf(entry.id);
        if (entry.undoneBy) continue;
        result.kept.push(...(await undoEntry(db, changes, entry.id, info.id)).kept);
        result.undone++;
        rows += entry.changes.length;
        result.next = entry.id;
      }
    }
    if (ids.length === 0) delete result.next;
    return { ...result, left: ids.length };
  });
}

/** The last entries of `ids`, the latest first. */
async function lastOf(db: Database, ids: string[]): Promise<JournalEntry[]> {
  const entries = await db.journal.bulkGet(ids.slice(-readAtOnce));
  return entries.filter(entry => entry !== undefined).reverse();
}
