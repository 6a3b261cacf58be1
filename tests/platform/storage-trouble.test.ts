// The sentinel where the browser's storage fails: what is wrong is told, and nothing is changed.
import { indexedDB } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchBlocked } from '../../lib/db/blocked';
import { type Database, openDatabase } from '../../lib/db/database';
import { readDataState } from '../../lib/platform/sentinel';
import { openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { freshDatabase } from '../db/memory';

let db: Database;
beforeEach(async () => {
  fakeBrowser.reset();
  db = freshDatabase();
  await addPerson(await openOffice(db), 'Marta Ruiz', ['marta@norte.example']);
  expect(await readDataState(db)).toEqual({ state: 'ok', contacts: 1 });
});

const failWith = (name: string) => () => {
  throw new DOMException('', name);
};

/** Opens a database with the browser's own means. */
function openRaw(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const { result } = request;
      if (!result.objectStoreNames.contains('settings'))
        result.createObjectStore('settings', { keyPath: 'key' });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

it('a full disk: everybody can still be read', async () => {
  db.settings.hook('updating', failWith('QuotaExceededError'));
  expect(await readDataState(db)).toEqual({ state: 'full', contacts: 1 });
  expect(await db.contacts.count()).toBe(1);
});

it('a database that the browser can’t open, as often as it is asked', async () => {
  db.close();
  const broken = openDatabase(db.name);
  broken.on('ready', failWith('UnknownError'));
  for (let time = 0; time < 2; time++)
    expect(await readDataState(broken)).toEqual({ state: 'unreadable', contacts: 1 });
  expect(await readDataState(openDatabase(db.name))).toEqual({ state: 'ok', contacts: 1 });
});

it('a database of a later version', async () => {
  db.close();
  (await openRaw(db.name, (db.verno + 1) * 10)).close();
  expect(await readDataState(openDatabase(db.name))).toEqual({ state: 'newer', contacts: 1 });
});

it('a database that waits for another window, and is itself again when that lets go', async () => {
  const name = crypto.randomUUID();
  const held = await openRaw(name, 10);
  const waiting = openDatabase(name);
  const { tooLong } = watchBlocked(waiting, 0);
  expect(await readDataState(waiting, tooLong)).toEqual({ state: 'blocked', contacts: 1 });
  held.close();
  // The mark outside is of somebody else’s people.
  await vi.waitFor(async () => expect((await readDataState(waiting, tooLong)).state).toBe('emptied'));
});
