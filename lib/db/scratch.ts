// A database to try something out in, which is not the user's.
import { type Database, openDatabase } from './database';

const name = 'regulars-scratch';

/** Runs `work` with an empty database of today's form, and deletes it afterwards. One at a time. */
export async function inScratch<T>(work: (db: Database) => Promise<T>): Promise<T> {
  // What work that was stopped left behind.
  await openDatabase(name).delete();
  const db = openDatabase(name, { durability: 'relaxed' });
  try {
    return await work(db);
  } finally {
    await db.delete();
  }
}
