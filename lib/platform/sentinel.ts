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
  try {
    const own = await ownMark(db, mark);
    if (!own) return { state: 'emptied', contacts: mark?.contacts ?? 0 };
    if (mark?.id !== own.id || mark.contacts !== own.contacts) await keepOutside(own);
    return { state: 'ok', contacts: own.contacts };
  } catch (error) {
    if (storageTrouble(error) !== 'full') throw error;
    return { state: 'full', contacts: await countContacts(db) };
  }
}

/** Accepts the database as it is, after a restore or a new beginning. */
export async function acceptData(db: Database): Promise<void> {
  // The database first, with the mark that is outside: stopped in between, the next start finds both the same.
  const id = (await outside())?.id ?? crypto.randomUUID();
  await db.settings.put({ key, value: id });
  await keepOutside({ id, contacts: await countContacts(db) });
}

/**
 * The database's own mark, made where it has none; undefined where it should have that of `outside` and has not. One
 * transaction, so that what is emptied in between does not get its mark back. It is written each time, which tells whether
 * anything can be.
 */
const ownMark = (db: Database, outside: Mark | undefined): Promise<Mark | undefined> =>
  db.transaction('rw', db.settings, db.search, async () => {
    const stored = (await db.settings.get(key))?.value;
    if (outside && outside.contacts > 0 && stored !== outside.id) return undefined;
    const id = typeof stored === 'string' ? stored : (outside?.id ?? crypto.randomUUID());
    await db.settings.put({ key, value: id });
    return { id, contacts: await countContacts(db) };
  });

const keepOutside = (mark: Mark) => browser.storage.local.set({ [key]: mark });
