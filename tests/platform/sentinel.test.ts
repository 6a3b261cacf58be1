// The sentinel: people who are gone are missed until the user says otherwise.
import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Database } from '../../lib/db/database';
import { acceptData, readDataState } from '../../lib/platform/sentinel';
import { openOffice } from '../crm/office';
import { freshDatabase } from '../db/memory';

let db: Database;
beforeEach(() => {
  fakeBrowser.reset();
  db = freshDatabase();
});

async function addPeople(to: Database, count: number): Promise<void> {
  const office = await openOffice(to);
  const input = { patch: { name: 'Somebody' }, identities: [], from: 'user' };
  for (let at = 0; at < count; at++)
    await office.get('contacts.create', input, undefined, crypto.randomUUID());
}

/** Five people were here; then the browser gives an empty database. */
async function lost(): Promise<Database> {
  await addPeople(db, 5);
  expect(await readDataState(db)).toEqual({ state: 'ok', contacts: 5 });
  return freshDatabase();
}

it('a new installation is as it should be, asked twice at once too', async () => {
  const both = await Promise.all([readDataState(db), readDataState(db)]);
  expect(both).toEqual([
    { state: 'ok', contacts: 0 },
    { state: 'ok', contacts: 0 },
  ]);
  await addPeople(db, 1);
  expect(await readDataState(db)).toEqual({ state: 'ok', contacts: 1 });
});

it('an emptied database is told again and again', async () => {
  const empty = await lost();
  for (let time = 0; time < 3; time++)
    expect(await readDataState(empty)).toEqual({ state: 'emptied', contacts: 5 });
});

it('a new person does not make the loss forgotten', async () => {
  const empty = await lost();
  expect((await readDataState(empty)).state).toBe('emptied');
  await addPeople(empty, 1);
  expect(await readDataState(empty)).toEqual({ state: 'emptied', contacts: 5 });
});

it('the loss is forgotten when the user accepts the data as they are', async () => {
  const empty = await lost();
  await addPeople(empty, 1);
  await acceptData(empty);
  expect(await readDataState(empty)).toEqual({ state: 'ok', contacts: 1 });
  await addPeople(empty, 2);
  expect(await readDataState(empty)).toEqual({ state: 'ok', contacts: 3 });
});

it('a database that was swapped for another is told, whoever is in it', async () => {
  const other = freshDatabase();
  await addPeople(other, 3);
  await readDataState(other);
  await browser.storage.local.clear();
  await addPeople(db, 5);
  await readDataState(db);
  expect(await readDataState(other)).toEqual({ state: 'emptied', contacts: 5 });
  expect(await readDataState(db)).toEqual({ state: 'ok', contacts: 5 });
});

it('a mark of nobody is no loss', async () => {
  await readDataState(db);
  expect(await readDataState(freshDatabase())).toEqual({ state: 'ok', contacts: 0 });
});
