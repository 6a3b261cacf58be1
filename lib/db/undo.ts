// Undo: gives back the rows a command changed, field by field where they were edited since.
import type { Change, JournalEntry, JournaledTable } from '../model/journal';
import { type Changes, sameData } from './changes';
import type { Database } from './database';

type Row = Record<string, unknown>;

/** Tables whose rows belong to a contact. */
export const ownedTables = ['identities', 'events', 'followUps', 'rejections'] as const;

/** What could not be given back, because it was changed again since: `table/key/field`. */
export type UndoResult = { kept: string[] };

/**
 * Reverts the entry `id` inside the running command. Fields that were edited after it keep their newer value and
 * are named in `kept`. Throws when there is no such entry or it was undone already.
 */
export async function undoEntry(
  db: Database,
  changes: Changes,
  id: string,
  undoneBy: string,
): Promise<UndoResult> {
  const entry = await db.journal.get(id);
  if (!entry) throw new Error('This change is no longer in the journal.');
  if (entry.undoneBy) throw new Error('This change was undone already.');
  // Repeated, it must not find that it was done already.
  changes.keepsAnswer = true;
  const kept: string[] = [];
  for (const change of entry.changes.toReversed()) kept.push(...(await revert(db, changes, change)));
  await db.journal.update(id, { undoneBy });
  return { kept };
}

/**
 * True when taking the entry back would part a person from what was added since: more than the entry itself made, and
 * the conversation that was kept with it.
 */
export async function removesMore(db: Database, { id, changes }: JournalEntry): Promise<boolean> {
  const removed = changes.filter(({ table, before }) => table === 'contacts' && before === undefined);
  if (removed.length === 0) return false;
  const kept = (await db.journal.get(`${id}-kept`))?.changes ?? [];
  const made = new Set([...changes, ...kept].map(({ table, key }) => `${table}/${key}`));
  for (const { key, after } of removed) {
    if (!sameData(await db.contacts.get(key), after)) return true;
    for (const name of ownedTables) {
      const own: unknown[] = await db.table(name).where('contactId').equals(key).primaryKeys();
      if (own.some(ownKey => !made.has(`${name}/${ownKey}`))) return true;
    }
  }
  return false;
}

/** Takes back one change of a row; names what stays, since it was edited: `table/key/field`. */
export async function revert(db: Database, changes: Changes, change: Change): Promise<string[]> {
  const { table, key, before, after } = change;
  const current: unknown = await db.table(table).get(key);
  if (sameData(current, after)) {
    if (before === undefined) await removeRow(db, changes, table, key);
    else if (await isOrphan(db, before)) return [`${table}/${key}`];
    else await changes.put(table, before as object);
    return [];
  }
  if (!current || !after || !before) return [`${table}/${key}`];
  const merged = mergeBack(current as Row, before as Row, after as Row);
  await changes.put(table, merged.row);
  return merged.kept.map(field => `${table}/${key}/${field}`);
}

/** Removes a row; with a person goes what was added to them since, and comes back when this is undone too. */
async function removeRow(db: Database, changes: Changes, table: JournaledTable, key: string): Promise<void> {
  if (table === 'contacts') {
    for (const name of ownedTables) {
      const own: unknown[] = await db.table(name).where('contactId').equals(key).primaryKeys();
      for (const ownKey of own) await changes.remove(name, String(ownKey));
    }
  }
  await changes.remove(table, key);
}

/** True for a row of a person who is gone: it must not come back alone. */
async function isOrphan(db: Database, row: unknown): Promise<boolean> {
  const { contactId } = row as Row;
  return typeof contactId === 'string' && (await db.contacts.get(contactId)) === undefined;
}

/** Every field that still has the value of `after` gets the value of `before`; the rest is kept. */
function mergeBack(current: Row, before: Row, after: Row): { row: Row; kept: string[] } {
  const row = { ...current };
  const kept: string[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameData(before[field], after[field]) || field === 'version' || field === 'updatedAt') continue;
    if (!sameData(current[field], after[field])) kept.push(field);
    else if (before[field] === undefined) delete row[field];
    else row[field] = before[field];
  }
  return { row, kept };
}
