// What an import would do, without doing it.
import type { JournaledTable } from '../model/journal';
import { primaryKeys } from './changes';
import type { Database } from './database';
import { differences, type Row } from './import-rules';
import { type Counts, type ImportedRow, orphansAmong, settleAll } from './transfer';

/** A row that is not the same here and in the file: what stands in which field, and what would become of it. */
export type Difference = {
  list: Exclude<JournaledTable, 'settings'>;
  fate: 'changed' | 'kept';
  here: Row;
  there: Row;
  fields: string[];
};

export type Comparison = { counts: Counts; orphans: number; differences: Difference[] };

/** Compares a portion with what is here. `coming`: ids of contacts that the file brings. Changes nothing. */
export async function comparePortion(
  db: Database,
  list: Exclude<JournaledTable, 'settings'>,
  portion: ImportedRow[],
  { now, coming, isFileRight }: { now: number; coming: Set<string>; isFileRight: boolean },
): Promise<Comparison> {
  return db.transaction('r', db.tables, async () => {
    const orphans = await orphansAmong(db, portion, coming);
    const rows = portion.filter(row => !orphans.has(row));
    const { changes, counts, differing } = await settleAll(db, list, rows, now, isFileRight);
    const changed = changes.flatMap(({ before, after }) => {
      const [here, there] = [before as Row | undefined, after as Row];
      return here ? [{ list, fate: 'changed' as const, here, there, fields: differences(here, there) }] : [];
    });
    const isChanged = new Set(changes.map(({ key }) => key));
    const keyOf = (row: Row) => String(row[primaryKeys[list]]);
    const given = new Map(rows.map(({ row, data }) => [row, data as Row]));
    const kept: Difference[] = [];
    for (const { row, fields } of differing) {
      const there = given.get(row);
      if (!there || isChanged.has(keyOf(there))) continue;
      const here: Row | undefined = await db.table(list).get(keyOf(there));
      if (here) kept.push({ list, fate: 'kept', here, there, fields });
    }
    return { counts, orphans: portion.length - rows.length, differences: [...changed, ...kept] };
  });
}
