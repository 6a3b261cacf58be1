// Bulk reading and writing of everything, for export and import.

import type { Change, JournaledTable } from '../model/journal';
import { contactIdsOf, primaryKeys } from './changes';
import type { Database } from './database';
import { type Fate, type Row, settle } from './import-rules';
import { eventsOf } from './list-rows';
import { isMoved, placer, withMerged } from './merged';
import { readSettings } from './settings';

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
    distinct: await db.distinct.toArray(),
    savedViews: await db.savedViews.toArray(),
  }));
}

/** The lists of the export with only these people, those who were merged into them, and what belongs to them. */
export async function readPeople(db: Database, wanted: string[]) {
  return db.transaction('r', db.tables, async () => {
    const ids = await withMerged(db, wanted);
    const isWanted = new Set(ids);
    const contacts = await db.contacts.bulkGet(ids);
    return {
      contacts: contacts.filter(contact => contact !== undefined),
      identities: await db.identities.where('contactId').anyOf(ids).toArray(),
      events: (await Promise.all(ids.map(id => eventsOf(db, id)))).flat(),
      followUps: await db.followUps.where('contactId').anyOf(ids).toArray(),
      fields: await db.fields.toArray(),
      replies: [],
      rejections: await db.rejections.where('contactId').anyOf(ids).toArray(),
      distinct: await db.distinct
        .where('first')
        .anyOf(ids)
        .filter(({ second }) => isWanted.has(second))
        .toArray(),
      savedViews: [],
    };
  });
}

export type Counts = Record<Fate, number>;

/** Rows are written in portions of this size; one portion is one transaction with its own undo. */
export const portionSize = 1000;

/** A row to import and where it stood, counted from 1. */
export type ImportedRow = { row: number; data: object };
/** `differing`: rows that are not as the file has them, with the fields. `orphans`: rows of people who are not here. */
export type ImportedPortion = {
  counts: Counts;
  orphans: number[];
  differing: { row: number; fields: string[] }[];
};

/** Whose a row is, also where it stands with another, or of whom it is a pair. */
const peopleOf = ({ data }: ImportedRow): unknown[] => {
  const { contactId, origin, first, second } = data as Row;
  return [origin ?? contactId, first, second].filter(id => id !== undefined);
};

/** Rows of people who are neither here nor among those who are `coming`: they would have nobody, or somebody else. */
export async function orphansAmong(
  db: Database,
  rows: ImportedRow[],
  coming: ReadonlySet<unknown> = new Set(),
): Promise<ReadonlySet<ImportedRow>> {
  const ids = [...new Set(rows.flatMap(peopleOf))].filter(id => !coming.has(id));
  const found = await db.contacts.bulkGet(ids.map(String));
  const missing = new Set(ids.filter((_id, index) => found[index] === undefined));
  return new Set(rows.filter(row => peopleOf(row).some(id => missing.has(id))));
}

/** The rows as they stand here, where their person may have been merged into another. */
async function placedHere(db: Database, table: JournaledTable, rows: ImportedRow[]): Promise<ImportedRow[]> {
  if (!isMoved(table)) return rows;
  const place = placer(db);
  return Promise.all(
    rows.map(async ({ row, data }) => ({ row, data: await place(data as { contactId: string }) })),
  );
}
/** The name of the journal entries of a file of Regulars. */
export const fileImport = 'data.import';

/** The portions of one file: the `number`th has the id that sorts there, so that they are taken back from the end. */
export const portionOf = (batch: string, number: number) => ({
  id: `${batch}-${String(number).padStart(6, '0')}`,
  batch,
  at: Date.now(),
});

/** `isFileRight`: differing rows become as the file has them. `isJournaled`: false where nothing is to be taken back. */
export type ImportManner = { isFileRight?: boolean; isJournaled?: boolean };

/**
 * Writes a portion of rows of one table as one journaled command. What stays of two rows is said by `settle`; an identity
 * that belongs to another contact stays there; rows of people who are not here are left out.
 */
export async function importPortion(
  db: Database,
  info: { id: string; at: number; batch?: string },
  table: Exclude<JournaledTable, 'settings'>,
  portion: ImportedRow[],
  { isFileRight = false, isJournaled = true }: ImportManner = {},
): Promise<ImportedPortion> {
  return db.transaction('rw', db.tables, async () => {
    const orphans = await orphansAmong(db, portion);
    const rows = portion.filter(row => !orphans.has(row));
    const placed = await placedHere(db, table, rows);
    const { changes, ...told } = await settleAll(db, table, placed, info.at, isFileRight);
    await db.table(table).bulkPut(changes.map(change => change.after));
    const contactIds = contactIdsOf(changes);
    if (changes.length > 0 && isJournaled)
      await db.journal.add({ ...info, name: fileImport, contactIds, changes });
    return { ...told, orphans: [...orphans].map(({ row }) => row) };
  });
}

/** Compares rows with those here; a key that comes twice is compared with its first row, and changed once. */
export async function settleAll(
  db: Database,
  table: JournaledTable,
  rows: ImportedRow[],
  now: number,
  isFileRight = false,
) {
  const keyOf = ({ data }: ImportedRow) => String((data as Row)[primaryKeys[table]]);
  const keys = rows.map(keyOf);
  const found = (await db.table(table).bulkGet(keys)) as (Row | undefined)[];
  const before = new Map(keys.map((key, at) => [key, found[at]]));
  const changes = new Map<string, Change>();
  const counts: Counts = { added: 0, changed: 0, same: 0, kept: 0 };
  const differing: ImportedPortion['differing'] = [];
  for (const item of rows) {
    const key = keyOf(item);
    const old = before.get(key);
    const here = (changes.get(key)?.after as Row | undefined) ?? old;
    const { fate, row, differs } = settle(table, here, item.data as Row, now, isFileRight);
    counts[fate]++;
    if (differs.length > 0) differing.push({ row: item.row, fields: differs });
    if (fate === 'added' || fate === 'changed')
      changes.set(key, { table, key, ...(old && { before: old }), after: row });
  }
  return { changes: [...changes.values()], counts, differing };
}
