// The export as a backup holds it: written portion by portion, with counts and checksum at its end.
import { markOf } from '../../db/backups';
import type { Database } from '../../db/database';
import { readPortions } from '../../db/portions';
import { readSettings } from '../../db/settings';
import type { Sums } from '../../model/backup';
import { exportVersion, type ListName, listNames } from '../export-format';
import type { Write } from './pack';
import { startSumming } from './sums';

export type Snapshot = { sums: Sums; mark: string };

/** Writes everything as it is at one moment, as one JSON object. `now` in milliseconds. Throws what `write` throws. */
export async function takeSnapshot(db: Database, write: Write, now = Date.now()): Promise<Snapshot> {
  const summing = startSumming();
  const begun = new Set<ListName>();
  /** Opens lists up to this one; those without rows are closed again. */
  const begin = (upTo: ListName | undefined) => {
    for (const list of listNames) {
      if (begun.has(list)) continue;
      write(`${begun.size > 0 ? '],' : ''}${JSON.stringify(list)}:[`);
      begun.add(list);
      if (list === upTo) return;
    }
  };
  const mark = await db.transaction('r', db.tables, async () => {
    const before = await markOf(db);
    write(`{"format":"regulars","version":${exportVersion},"exportedAt":${now},`);
    write(`"settings":${JSON.stringify(await readSettings(db))},`);
    await readPortions(db, listNames, (list, rows) => {
      const isFirst = !begun.has(list);
      if (isFirst) begin(list);
      write(`${isFirst ? '' : ','}${rows.map(row => summing.add(list, row)).join(',\n')}`);
    });
    return before;
  });
  begin(undefined);
  const sums = await summing.sums();
  write(`],"sums":${JSON.stringify(sums)}}`);
  return { sums, mark };
}
