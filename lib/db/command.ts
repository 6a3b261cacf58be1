// A command: one transaction that changes rows, refreshes what is derived from them, and writes the journal.
import type { JournalEntry, JournaledTable } from '../model/journal';
import { Changes } from './changes';
import type { Database } from './database';
import { refreshDerived } from './derived';

export type CommandInfo = {
  /** Made by the caller; a second run with the same id changes nothing and gives the first answer. */
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Entries of one batch are taken back together. */
  batch?: string;
};

export type CommandResult<T> = { result: T; tables: JournaledTable[]; repeated: boolean };

/**
 * Runs `change` in one read-write transaction over all tables. Throws what `change` throws, and then nothing is
 * written. The journal entry holds every changed row before and after, which gives undo and trash.
 */
export async function runCommand<T>(
  db: Database,
  { id, name, at, batch }: CommandInfo,
  change: (changes: Changes) => Promise<T>,
): Promise<CommandResult<T>> {
  return db.transaction('rw', db.tables, async () => {
    const earlier = await db.journal.get(id);
    if (earlier) return { result: earlier.result as T, tables: [], repeated: true };
    const changes = new Changes(db);
    const result = await change(changes);
    if (changes.list.length === 0 && !changes.keepsAnswer) return { result, tables: [], repeated: false };
    await refreshDerived(db, changes);
    const entry: JournalEntry = {
      id,
      at,
      name,
      ...(batch && { batch }),
      contactIds: changes.contactIds(),
      changes: changes.list,
      result,
    };
    await db.journal.add(entry);
    return { result, tables: changes.tables(), repeated: false };
  });
}
