// The sentinel: a mark in the database and outside of it, so that an emptied database is noticed and said.
import { browser } from 'wxt/browser';
import { countContacts } from '../db/contacts';
import type { Database } from '../db/database';
import type { DataState } from '../model/data-state';

const key = 'sentinel';

type Mark = { id: string; contacts: number };

async function outside(): Promise<Mark | undefined> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, contacts } = stored as Partial<Mark>;
  return typeof id === 'string' && typeof contacts === 'number' ? { id, contacts } : undefined;
}

/** Compares both marks. Where the database lost its own, people are missing, and nothing is written over that. */
export async function readDataState(db: Database): Promise<DataState> {
  const mark = await outside();
  try {
    const row = await db.settings.get(key);
    const contacts = await countContacts(db);
    if (!row && mark && mark.contacts > 0 && contacts === 0)
      return { state: 'emptied', contacts: mark.contacts };
    await writeMark(db, typeof row?.value === 'string' ? row.value : crypto.randomUUID(), contacts);
    return { state: 'ok', contacts };
  } catch {
    return { state: 'unreadable', contacts: mark?.contacts ?? 0 };
  }
}

/** Accepts the database as it is, after a restore or a new beginning. */
export async function acceptData(db: Database): Promise<void> {
  await writeMark(db, crypto.randomUUID(), await countContacts(db));
}

async function writeMark(db: Database, id: string, contacts: number): Promise<void> {
  const known = await outside();
  await db.settings.put({ key, value: id });
  if (known?.id !== id || known.contacts !== contacts)
    await browser.storage.local.set({ [key]: { id, contacts } satisfies Mark });
}
