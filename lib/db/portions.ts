// Reading whole tables in portions, so that a large database never stands in memory at once.
import type { JournaledTable } from '../model/journal';
import { primaryKeys } from './changes';
import type { Database } from './database';

type Table = Exclude<JournaledTable, 'settings'>;

/** Rows of one portion. */
const size = 1000;

/**
 * Gives the rows of the tables to `visit`, in the order of their keys, all in one transaction: nothing is changed
 * meanwhile. `visit` must not wait for anything, or the transaction ends.
 */
export function readPortions(
  db: Database,
  tables: readonly Table[],
  visit: (table: Table, rows: object[]) => void,
): Promise<void> {
  return db.transaction('r', db.tables, async () => {
    for (const name of tables) {
      let rows: Record<string, unknown>[] = await db.table(name).limit(size).toArray();
      while (rows.length > 0) {
        const last = rows.length < size ? undefined : rows.at(-1)?.[primaryKeys[name]];
        // The browser reads on while these are looked at.
        const next =
          last === undefined ? undefined : db.table(name).where(':id').above(last).limit(size).toArray();
        visit(name, rows);
        rows = next === undefined ? [] : await next;
      }
    }
  });
}
