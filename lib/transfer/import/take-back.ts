// Takes a whole import back; stopped, it goes on where it was.
import type { Database } from '../../db/database';
import { dropDomains } from '../../db/derived';
import { entriesOfBatch, peopleWhoStay, takeBackPortion } from '../../db/import/take-back';

/** `kept`: names of people who were worked with since, and stay. */
export type TookBack = { portions: number; kept: string[] };

/** The most names that are told. */
const mostNames = 200;

/** Takes the portions of an import back from the last to the first, then its fields. Throws where it is not known. */
export async function takeImportBack(
  db: Database,
  batch: string,
  tell: (portions: number) => void,
): Promise<TookBack> {
  const ids = await entriesOfBatch(db, batch);
  if (ids.length === 0) throw new Error('This import is no longer in the journal.');
  const undoneBy = crypto.randomUUID();
  const took: TookBack = { portions: 0, kept: [] };
  const addresses: string[] = [];
  // Known before anything is taken, since what was written with people stands behind them in the batch.
  const staying = new Set<string>();
  for (const id of ids) for (const person of await peopleWhoStay(db, id)) staying.add(person);
  for (const id of ids) {
    const { kept, addresses: gone } = await takeBackPortion(db, id, undoneBy, staying);
    took.kept.push(...kept);
    took.kept.splice(mostNames);
    addresses.push(...gone);
    tell(++took.portions);
  }
  await db.transaction('rw', db.tables, () => dropDomains(db, addresses));
  await db.imports.delete(batch);
  return took;
}
