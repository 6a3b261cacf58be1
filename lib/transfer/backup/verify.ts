// Proving a backup: its file is read back and restored into a database of its own, which is compared with what was saved.
import { readPortions } from '../../db/portions';
import { inScratch } from '../../db/scratch';
import { importPortion } from '../../db/transfer';
import type { Sums } from '../../model/backup';
import { listNames, type Remark } from '../export-format';
import { openBackup, rowsOf } from './open';
import { sameSums, startSumming } from './sums';

/** Later than any row: nothing is taken for one of the future. */
const endOfTime = 8.64e15;

/**
 * Says in a sentence what of a backup would not come back; undefined when all does. Throws a sentence where the file
 * can't be read at all.
 */
export async function problemOf(
  file: Blob,
  passphrase: string | undefined,
  sums: Sums,
): Promise<string | undefined> {
  const { portions } = await openBackup(file, passphrase);
  return inScratch(async db => {
    const rejected: Remark[] = [];
    for (const portion of portions) {
      const rows = await rowsOf(portion, rejected);
      await importPortion(db, { id: 'scratch', at: endOfTime }, portion.list, rows, { isJournaled: false });
    }
    const summing = startSumming();
    await readPortions(db, listNames, (list, rows) => {
      for (const row of rows) summing.add(list, row);
    });
    const restored = await summing.sums();
    if (sameSums(restored, sums)) return undefined;
    const short = listNames.filter(list => restored.counts[list] !== sums.counts[list]);
    const [first] = rejected;
    if (first)
      return `Some rows would not come back: ${first.list} ${first.row}: ${first.reason}`.slice(0, 400);
    if (short.length > 0) return `Some rows would not come back: ${short.join(', ')}.`;
    return 'Some rows would come back differently.';
  });
}
