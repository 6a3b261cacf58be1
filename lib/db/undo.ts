// Undo: gives back the rows a command changed, field by field where they were edited since.
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import type { Change, JournalEntry, JournaledTable } from '../model/journal';
import { type Changes, sameData } from './changes';
import type { Database } from './database';
import { ownerOf, standsFor } from './merged';

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
  await refuseTangle(db, entry.changes);
  const kept: string[] = [];
  for (const change of inOrder(entry.changes)) kept.push(...(await revert(db, changes, change)));
  await changes.resettle(regrouped(entry.changes));
  await db.journal.update(id, { undoneBy });
  return { kept };
}

/** Whom a contact's image stands behind. */
const behind = (image: unknown) => (image as Contact | undefined)?.merged?.into;
const isRegrouping = ({ table, before, after }: Change) =>
  table === 'contacts' && behind(before) !== behind(after);

/**
 * Last changed, first taken back; but people before their rows, which stand with whom their person is merged into:
 * first those who come back, then those who are merged or taken apart.
 */
function inOrder(changes: Change[]): Change[] {
  const rank = (change: Change) => {
    if (change.table === 'contacts' && change.before && !change.after) return 0;
    return isRegrouping(change) && change.before ? 1 : 2;
  };
  return changes.toReversed().sort((a, b) => rank(a) - rank(b));
}

/** Everybody with whom rows may stand that belong elsewhere once the changes are taken back. */
const regrouped = (changes: Change[]): string[] => [
  ...new Set(
    changes
      .filter(isRegrouping)
      .flatMap(({ key, before, after }) => [key, behind(before) ?? key, behind(after) ?? key]),
  ),
];

/** Throws where a person would be merged again into somebody who is gone, or who was merged into them meanwhile. */
async function refuseTangle(db: Database, changes: Change[]): Promise<void> {
  for (const { key, before } of changes.filter(isRegrouping)) {
    const into = behind(before);
    if (into === undefined) continue;
    const returns = changes.some(change => change.key === into && change.before && !change.after);
    const standIn = await standsFor(db, into);
    if (!returns && (standIn?.id === key || !standIn || standIn.deletedAt !== undefined))
      throw new Error('They can’t be put together again as they were: merge them anew.');
  }
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
    else if ((await isOrphan(db, before)) || (await isTrashedOnes(db, change))) return [`${table}/${key}`];
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
    await release(db, changes, key);
    for (const name of ownedTables) {
      const own: unknown[] = await db.table(name).where('contactId').equals(key).primaryKeys();
      for (const ownKey of own) await changes.remove(name, String(ownKey));
    }
    const pairs = await db.distinct.where('first').equals(key).or('second').equals(key).primaryKeys();
    for (const pair of pairs) await changes.remove('distinct', pair);
  }
  await changes.remove(table, key);
}

/** Takes those apart who were merged into somebody who goes: they stay, with what is theirs. */
async function release(db: Database, changes: Changes, id: string): Promise<void> {
  const people = await db.contacts.where('merged.into').equals(id).toArray();
  for (const { merged: _merged, ...contact } of people) await changes.put('contacts', contact);
  if (people.length > 0) await changes.resettle([id]);
}

/** True for a row of people who are gone: it must not come back alone. */
async function isOrphan(db: Database, row: unknown): Promise<boolean> {
  const { contactId, origin, first, second } = row as Row;
  const gone = await Promise.all(
    [contactId, origin, first, second]
      .filter(id => typeof id === 'string')
      .map(async id => (await db.contacts.get(id)) === undefined),
  );
  // Of a row that stands with another one of both is enough, of a pair both must be there.
  return typeof contactId === 'string' ? gone.length > 0 && gone.every(Boolean) : gone.some(Boolean);
}

/** True for an identity of somebody in the trash, where nobody has one: they would be met by it. */
const isTrashedOnes = async (db: Database, { table, before }: Change): Promise<boolean> =>
  table === 'identities' && (await standsFor(db, ownerOf(before as Identity)))?.deletedAt !== undefined;

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
