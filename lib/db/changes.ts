// Writing rows and keeping their images: the only way to change the user's data inside a command.
import type { Change, JournaledTable } from '../model/journal';
import type { Database } from './database';
import { isMoved, type MovedTable, movedTables, placer } from './merged';

type Row = Record<string, unknown>;

/** Which property holds the primary key of each table. */
export const primaryKeys: Record<JournaledTable, string> = {
  contacts: 'id',
  identities: 'key',
  events: 'id',
  followUps: 'id',
  fields: 'id',
  replies: 'id',
  rejections: 'id',
  distinct: 'id',
  savedViews: 'id',
  settings: 'key',
};

/** Property by property comparison of plain data; absent and undefined are the same. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Row;
  const right = b as Row;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (!sameData(left[key], right[key])) return false;
  }
  return true;
}

/** Ids of all contacts that changed rows are or belong to. */
export function contactIdsOf(changes: Change[]): string[] {
  const ids = new Set<string>();
  for (const { table, key, before, after } of changes) {
    if (table === 'contacts') ids.add(key);
    for (const image of [before, after]) {
      const id = (image as Row | undefined)?.contactId;
      if (typeof id === 'string') ids.add(id);
    }
  }
  return [...ids];
}

/** Collects what one command changes. Every method must be called inside the command's transaction. */
export class Changes {
  readonly list: Change[] = [];
  /** The same changes, by table and key. */
  private readonly byRow = new Map<string, Change>();
  /** Set by a command whose answer is to be repeated although it may change no row. */
  keepsAnswer = false;

  constructor(private readonly db: Database) {}

  /**
   * Inserts or replaces `row`; does nothing when the stored row is already equal. A row of somebody who was merged into
   * another is put with that other.
   */
  async put(table: JournaledTable, row: object): Promise<void> {
    const after = isMoved(table) ? await placer(this.db)(row as { contactId: string }) : row;
    const key = String((row as Row)[primaryKeys[table]]);
    const before: unknown = await this.db.table(table).get(key);
    if (sameData(before, after)) return;
    await this.db.table(table).put(after);
    this.record({ table, key, before, after });
  }

  /** Puts all rows that stand with these contacts where they belong, after somebody was merged or taken apart. */
  async resettle(contactIds: string[]): Promise<void> {
    const place = placer(this.db);
    for (const table of movedTables) {
      for (const id of contactIds) {
        const rows: { contactId: string }[] = await this.db
          .table(table)
          .where('contactId')
          .equals(id)
          .toArray();
        const pairs = await Promise.all(rows.map(async before => ({ before, after: await place(before) })));
        await this.replace(
          table,
          pairs.filter(({ before, after }) => !sameData(before, after)),
        );
      }
    }
  }

  private async replace(table: MovedTable, pairs: { before: Row; after: Row }[]): Promise<void> {
    await this.db.table(table).bulkPut(pairs.map(({ after }) => after));
    for (const { before, after } of pairs)
      this.record({ table, key: String(after[primaryKeys[table]]), before, after });
  }

  /** Removes the row with this key, if there is one. */
  async remove(table: JournaledTable, key: string): Promise<void> {
    const before: unknown = await this.db.table(table).get(key);
    if (before === undefined) return;
    await this.db.table(table).delete(key);
    this.record({ table, key, before });
  }

  /** Ids of all contacts that the changed rows are or belong to. */
  contactIds(): string[] {
    return contactIdsOf(this.list);
  }

  /** Names of the changed tables, for the `changed` notice. */
  tables(): JournaledTable[] {
    return [...new Set(this.list.map(change => change.table))];
  }

  /** A row written twice in one command keeps its first image before and its last image after. */
  private record(change: Change): void {
    const row = `${change.table}/${change.key}`;
    const earlier = this.byRow.get(row);
    if (!earlier) {
      this.byRow.set(row, change);
      this.list.push(change);
    } else if (change.after === undefined) delete earlier.after;
    else earlier.after = change.after;
  }
}
