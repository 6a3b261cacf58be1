// A database of a later version: nothing is written into it, and everything in it can be read.
import { indexedDB } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { NewerDataError, openDatabase } from '../../lib/db/database';
import { storageSentence, storageTrouble } from '../../lib/db/storage-error';
import { readEverything } from '../../lib/db/transfer';
import { openOffice } from '../crm/office';
import { addPerson } from '../crm/people';
import { freshDatabase } from './memory';

/** Raises the version of a database, as a later Regulars does. */
function raise(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version * 10);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

async function newer(): Promise<string> {
  const db = freshDatabase();
  await addPerson(await openOffice(db), 'Marta Ruiz', ['marta@norte.example']);
  db.close();
  await raise(db.name, db.verno + 1);
  return db.name;
}

it('is refused at each query, with a sentence', async () => {
  const db = openDatabase(await newer());
  for (let time = 0; time < 3; time++) {
    const error = await db.contacts.count().catch((reason: unknown) => reason);
    expect(storageTrouble(error)).toBe('newer');
    expect(storageSentence(error)).toBe(new NewerDataError().message);
  }
  await expect(db.contacts.clear()).rejects.toThrow();
});

it('keeps everything, and can be read by what only reads', async () => {
  const name = await newer();
  await openDatabase(name)
    .contacts.clear()
    .catch(() => undefined);
  const { contacts } = await readEverything(openDatabase(name, { newer: 'read' }));
  expect(contacts.map(contact => contact.name.value)).toEqual(['Marta Ruiz']);
});

it('of this version opens as ever, also where its form was mended', async () => {
  const db = freshDatabase();
  await db.contacts.count();
  db.close();
  // Dexie adds one to the browser's number where it finds a table missing.
  await raise(db.name, db.verno + 0.1);
  expect(await openDatabase(db.name).contacts.count()).toBe(0);
});
