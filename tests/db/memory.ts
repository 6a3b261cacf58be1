// Databases in memory, and ways to compare them.
import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { type Database, openDatabase } from '../../lib/db/database';

// Set here and not as globals, so that it counts whichever module loads Dexie first.
Dexie.dependencies = { indexedDB, IDBKeyRange };

let databases = 0;

/** A database of its own for every test. */
export const freshDatabase = (): Database => openDatabase(`regulars-test-${++databases}`);

/** Everything stored, as text: two equal texts are two equal databases. */
export async function dump(db: Database, without: string[] = []): Promise<string> {
  const tables = db.tables.filter(table => !without.includes(table.name));
  const rows = await Promise.all(tables.map(async table => [table.name, await table.toArray()] as const));
  return JSON.stringify(rows.map(([name, list]) => [name, list.map(sorted)]));
}

/** The same data with its keys in one order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
