// Backups in a real browser: made, verified, kept in a folder, locked, and restored where people were lost.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
beforeEach(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  await chooseSite(page, 'https://mail.google.com', 'gmail');
  await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example' });
});
afterEach(() => browser?.close());

const openData = async () => {
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
  await page.getByRole('heading', { name: 'Backups' }).waitFor();
};

/** A folder of the extension's own stands for the one that a person picks: no test can click the browser's dialog. */
async function pickOwnFolder(): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.reload();
}

const filesInFolder = () =>
  page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });

/** Makes a backup by a click; gives the downloaded file. */
async function backUp(): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Back up now' }).click(),
  ]);
  await page.getByText(/^Verified\. Keep the download/).waitFor();
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Takes every row away, as a browser does that lost a database and made a new one. */
const loseEverything = () =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('regulars');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names, 'readwrite');
    for (const name of names) transaction.objectStore(name).clear();
    await new Promise(resolve => {
      transaction.oncomplete = resolve;
    });
    db.close();
  });

/** Restores a file with what the form offers. */
async function look(path: string): Promise<void> {
  await page.getByLabel('Backup file').setInputFiles({
    name: 'backup.json.gz',
    mimeType: 'application/gzip',
    buffer: readFileSync(path),
  });
  await page.getByRole('button', { name: 'Show what would change' }).click();
}

const people = async () =>
  (await must<{ total: number }>(page, 'contacts.list', { offset: 0, limit: 1 })).total;

it('a backup is verified, downloaded and recorded', async () => {
  await openData();
  await page.getByText('There is no verified backup yet.').waitFor();
  const { name, path } = await backUp();
  expect(name).toMatch(/^regulars-backup-\d{8}T\d{9}Z-daily\.json\.gz$/);
  const { contacts, identities } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
  expect([contacts.length, identities[0].value]).toEqual([1, 'marta@norte.example']);
  await page.getByText(/Last verified backup: .+, 1 person, .+ Nothing was changed since\./).waitFor();
  await page.getByRole('link', { name: /Verified backup/ }).waitFor();
});

it('a folder is kept, and gets the daily backup by itself when the page is opened', async () => {
  await pickOwnFolder();
  await openData();
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await page.getByText('Backups go there from now on').waitFor();
  expect(await filesInFolder()).toEqual([]);
  await page.reload();
  await page.getByText(/Last verified backup/).waitFor();
  expect(await filesInFolder()).toEqual([expect.stringMatching(/-daily\.json\.gz$/)]);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('Backed up and verified.').waitFor();
  expect((await filesInFolder()).filter(name => name.includes('-asked'))).toHaveLength(1);
});

it('a locked backup opens with its passphrase, here and elsewhere', async () => {
  await openData();
  await page.getByText('Lock backups with a passphrase').click();
  await page.getByRole('button', { name: 'Suggest one' }).click();
  const passphrase = await page.getByLabel(/^Passphrase/).inputValue();
  expect(passphrase).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  await page.getByRole('button', { name: 'Lock backups' }).click();
  await page.getByText('Backups are locked with a passphrase.').waitFor();
  const { name, path } = await backUp();
  expect(name).toMatch(/\.json\.gz\.age$/);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const packed = await decrypter.decrypt(readFileSync(path));
  expect(JSON.parse(gunzipSync(packed).toString('utf8')).contacts).toHaveLength(1);
  await page
    .getByLabel('Backup file')
    .setInputFiles({ name: 'b.age', mimeType: '', buffer: readFileSync(path) });
  await page.getByLabel('Its passphrase').fill('something else');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('The passphrase does not open this file. Nothing was changed.').waitFor();
  await page.getByLabel('Its passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('row', { name: /^People 0 0 1 0 0/ }).waitFor();
});

it('an emptied database is said to be one, and comes back from a backup', async () => {
  await openData();
  const { path } = await backUp();
  await loseEverything();
  await page.reload();
  await page.getByRole('alert').getByText('Your people are gone').waitFor();
  await look(path);
  await page.getByRole('row', { name: /^People 1 0 0 0 0/ }).waitFor();
  expect(await people()).toBe(0);
  const whatComes = page.getByRole('region', { name: 'What would change' });
  await whatComes.getByLabel('Your name, addresses and preferences too').check();
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  const file: object = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
  const rows = Object.values(file).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  await page.getByText(new RegExp(`^Restored: ${rows} new, 0 changed`)).waitFor();
  await expect.poll(() => page.getByText('Your people are gone').count()).toBe(0);
  expect(await people()).toBe(1);
});

it('a restore that let the backup be right is taken back with one click', async () => {
  await openData();
  const { path } = await backUp();
  const { contacts } = await must<{ contacts: { id: string }[] }>(page, 'contacts.list', {
    offset: 0,
    limit: 1,
  });
  const id = contacts[0]?.id;
  const company = async () =>
    (await must<{ contact: { company?: { value: string } } }>(page, 'contacts.get', { id })).contact.company
      ?.value;
  const before = await company();
  await must(page, 'contacts.save', { id, patch: { company: 'Since the backup' } });
  await page.getByRole('radio', { name: /^As in the backup/ }).check();
  await look(path);
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByText(/^Restored: 0 new, 1 changed/).waitFor();
  expect(await company()).toBe(before);
  await page.getByRole('button', { name: 'Take the whole restore back' }).click();
  await page.getByText('The restore is taken back.').waitFor();
  expect(await company()).toBe('Since the backup');
});

it('a file of Regulars is taken back with one click', async () => {
  await openData();
  const name = { value: 'Ana Berg', source: { from: 'import', at: 1 } };
  const ana = { id: 'ana', name, tags: [], preferences: [], fields: [], doNotContact: false };
  const contacts = [{ ...ana, createdAt: 1, updatedAt: 1, version: 0 }];
  const lists = { contacts, identities: [], events: [], followUps: [], fields: [], replies: [] };
  const text = JSON.stringify({ format: 'regulars', version: 1, exportedAt: 1, ...lists });
  const count = await people();
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'ana.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Show what would come in' }).click();
  await page.getByRole('button', { name: 'Import this file' }).click();
  await page.getByText(/^Imported: 1 new/).waitFor();
  expect(await people()).toBe(count + 1);
  await page.getByRole('button', { name: 'Take the whole import back' }).click();
  await page.getByText('The import is taken back.').waitFor();
  expect(await people()).toBe(count);
});

it('a restore whose page is closed keeps what was told, and can be begun again', async () => {
  const many = 12_000;
  const source = { from: 'import', at: 1 };
  const contacts = Array.from({ length: many }, (_item, at) => ({
    id: `p${at}`,
    name: { value: `Person ${at}`, source },
    tags: [],
    preferences: [],
    fields: [],
    doNotContact: false,
    createdAt: 1,
    updatedAt: 1,
    version: 0,
  }));
  const lists = { identities: [], events: [], followUps: [], fields: [], replies: [] };
  const file = { name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('') };
  file.buffer = Buffer.from(
    JSON.stringify({ format: 'regulars', version: 1, exportedAt: 1, contacts, ...lists }),
  );
  const begin = async () => {
    await openData();
    await page.getByLabel('Backup file').setInputFiles(file);
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
  };
  await begin();
  const progress = page.getByText(/^\d+ of 12000 rows$/);
  const told = Number.parseInt((await progress.textContent()) ?? '', 10);
  expect(told).toBeLessThan(many);
  const next = await browser.context.newPage();
  await page.close();
  page = next;
  await begin();
  const kept = await page.getByText(/^Restored: /).textContent();
  const [added, same] = [/(\d+) new/, /(\d+) the same/].map(pattern => Number(pattern.exec(kept ?? '')?.[1]));
  expect(same).toBeGreaterThanOrEqual(told);
  expect((added ?? 0) + (same ?? 0)).toBe(many);
  expect(await people()).toBe(many + 1);
}, 180_000);

it('says what the browser answers when it is asked to keep the data', async () => {
  await openData();
  const isPersisted = await page.evaluate(() => navigator.storage.persist());
  await page.getByText(isPersisted ? 'and it agreed' : 'and it did not agree').waitFor();
  await page.getByText(/By its estimate the data take .+\./).waitFor();
});

describe('a database that can’t be used', () => {
  /** Ends the background, so that it opens the database anew. */
  async function endBackground(): Promise<void> {
    const helper = await browser.context.newPage();
    const devtools = await browser.context.newCDPSession(helper);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await helper.close();
  }

  /** Runs on a blank page of the extension, while nothing else of it holds the database. */
  async function alone(work: (version: number) => Promise<void>, version: number): Promise<Page> {
    const aside = await browser.context.newPage();
    await aside.goto(`chrome-extension://${browser.id}/icons/16.png`);
    await page.goto('about:blank');
    await endBackground();
    await aside.evaluate(work, version);
    return aside;
  }

  it('since a later version wrote it is not touched, and can be exported', async () => {
    await openData();
    const aside = await alone(async version => {
      const request = indexedDB.open('regulars', version);
      await new Promise((resolve, reject) => {
        request.onerror = reject;
        request.onsuccess = resolve;
      });
      request.result.close();
    }, 990);
    await aside.close();
    await page.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
    await page.getByRole('alert').getByText('Your data are newer than this Regulars').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export everything' }).click(),
    ]);
    const { contacts } = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(contacts).toHaveLength(1);
    expect(await page.getByRole('button', { name: 'Restore this backup' }).count()).toBe(0);
  });

  it('since another window holds it in an earlier form says so, and goes on by itself when that is closed', async () => {
    await openData();
    const aside = await alone(async version => {
      await new Promise(resolve => {
        indexedDB.deleteDatabase('regulars').onsuccess = resolve;
      });
      const request = indexedDB.open('regulars', version);
      request.onupgradeneeded = () => request.result.createObjectStore('settings', { keyPath: 'key' });
      await new Promise(resolve => {
        request.onsuccess = resolve;
      });
      // Held for as long as this window is open.
      Object.assign(window, { held: request.result });
    }, 10);
    await page.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
    await page.getByRole('alert').getByText('Another window holds your data').waitFor();
    await aside.close();
    await page.getByRole('alert').getByText('Your people are gone').waitFor();
  });
});
