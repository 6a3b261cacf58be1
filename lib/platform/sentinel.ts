// The sentinel: a mark in the database and outside of it, so that an emptied database is noticed and said.
import { browser } from 'wxt/browser';
import { countContacts } from '../db/contacts';
import type { Database } from '../db/database';
import { storageTrouble } from '../db/storage-error';
import type { DataState } from '../model/data-state';

const key = 'sentinel';

type Mark = { id: string; contacts: number };

async function outside(): Promise<Mark | undefined> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, contacts } = stored as Partial<Mark>;
  return typeof id === 'string' && typeof contacts === 'number' ? { id, contacts } : undefined;
}

/** For a database that nobody watches. */
const never = new Promise<never>(() => undefined);

/**
 * Compares both marks. Where the database lost its own or has another, people are missing; nothing is written over that
 * before `acceptData`, whatever is added meanwhile. `blocked` is kept when the database has waited for another window;
 * once it is open that is over.
 */
export async function readDataState(db: Database, blocked: Promise<void> = never): Promise<DataState> {
  const mark = await outside();
  const contacts = mark?.contacts ?? 0;
  try {
    const waited = blocked.then((): Promise<DataState> | DataState =>
      db.isOpen() ? never : { state: 'blocked', contacts },
    );
    return await Promise.race([compare(db, mark), waited]);
  } catch (error) {
    return { state: storageTrouble(error) ?? 'unreadable', contacts };
  }
}

async function compare(db: Database, mark: Mark | undefined): Promise<DataState> {
  const own = (await db.settings.get(key))?.value;
  if (mark && mark.contacts > 0 && own !== mark.id) return { state: 'emptied', contacts: mark.contacts };
  const contacts = await countContacts(db);
  try {
    const id = await ownMark(db, mark?.id);
    if (mark?.id !== id || mark.contacts !== contacts) await keepOutside({ id, contacts });
  } catch (error) {
    if (storageTrouble(error) !== 'full') throw error;
    return { state: 'full', contacts };
  }
  return { state: 'ok', contacts };
}

/** Accepts the database as it is, after a restore or a new beginning. */
export async function acceptData(db: Database): Promise<void> {
  // The database first, with the mark that is outside: stopped in between, the next start finds both the same.
  const id = (await outside())?.id ?? crypto.randomUUID();
  await db.settings.put({ key, value: id });
  await keepOutside({ id, contacts: await countContacts(db) });
}

/**
 * The database's own mark, made where it has none; asked twice at once it is made once. It is written each time, which
 * tells whether anything can be.
 */
const ownMark = (db: Database, wanted = crypto.randomUUID() as string): Promise<string> =>
  db.transaction('rw', db.settings, async () => {
    const stored = (await db.settings.get(key))?.value;
    const value = typeof stored === 'string' ? stored : wanted;
    await db.settings.put({ key, value });
    return value;
  });

const keepOutside = (mark: Mark) => browser.storage.local.set({ [key]: mark });
