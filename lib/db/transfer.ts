// Bulk reading and writing of everything, for export and import.

import type { Change, JournaledTable } from '../model/journal';
import { sameData } from './changes';
import type { Database } from './database';
import { readSettings } from './settings';

type Row = Record<string, unknown>;

/** Every list of the export, as stored. */
export async function readEverything(db: Database) {
  return db.transaction('r', db.tables, async () => ({
    settings: await readSettings(db),
    contacts: await db.contacts.toArray(),
    identities: await db.identities.toArray(),
    events: await db.events.toArray(),
    followUps: await db.followUps.toArray(),
    fields: await db.fields.toArray(),
    replies: await db.replies.toArray(),
    rejections: await db.rejections.toArray(),
  }));
}

export type Counts = { added: number; changed: number; same: number };

/** Rows are written in portions of this size; one portion is one transaction with its own undo. */
export const portionSize = 1000;

/** What importing a row means; an identity that belongs to somebody else here stays with them. */
function fateOf(table: JournaledTable, old: Row | undefined, after: object): keyof Counts {
  if (!old) return 'added';
  const isTaken = table === 'identities' && old.contactId !== (after as Row).contactId;
  return isTaken || sameData(old, after) ? 'same' : 'changed';
}

/** A row to import and where it stood, counted from 1. */
export type ImportedRow = { row: number; data: object };
export type ImportedPortion = { counts: Counts; orphans: number[] };

/** Of the contacts that rows belong to, those that are not here. */
async function missingContacts(db: Database, rows: ImportedRow[]): Promise<Set<unknown>> {
  const ids = [...new Set(rows.map(({ data }) => (data as Row).contactId))].filter(id => id !== undefined);
  const found = await db.contacts.bulkGet(ids.map(String));
  return new Set(ids.filter((_id, index) => found[index] === undefined));
}

/**
 * Writes a portion of rows of one table as one journaled command. An identity that belongs to another contact stays
 * there; rows of people who are not here are left out and given as `orphans`. Gives how many rows were new, changed,
 * equal.
 */
export async function importPortion(
  db: Database,
  info: { id: string; at: number },
  table: Exclude<JournaledTable, 'settings'>,
  portion: ImportedRow[],
): Promise<ImportedPortion> {
  const keyName = table === 'identities' ? 'key' : 'id';
  return db.transaction('rw', db.tables, async () => {
    const missing = await missingContacts(db, portion);
    const [orphans = [], rows = []] = [true, false].map(isOrphan =>
      portion.filter(({ data }) => missing.has((data as Row).contactId) === isOrphan),
    );
    const keys = rows.map(({ data }) => String((data as Row)[keyName]));
    const before = (await db.table(table).bulkGet(keys)) as (Row | undefined)[];
    const counts: Counts = { added: 0, changed: 0, same: 0 };
    const changes: Change[] = [];
    for (const [index, { data: after }] of rows.entries()) {
      const old = before[index];
      const fate = fateOf(table, old, after);
      counts[fate]++;
      if (fate !== 'same')
        changes.push({ table, key: keys[index] ?? '', ...(old && { before: old }), after });
    }
    await db.table(table).bulkPut(changes.map(change => change.after));
    if (changes.length > 0)
      await db.journal.add({ id: info.id, at: info.at, name: 'data.import', contactIds: [], changes });
    return { counts, orphans: orphans.map(({ row }) => row) };
  });
}
