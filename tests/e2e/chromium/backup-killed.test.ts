// A backup whose page is closed while it is made: both of its workers end, and nothing that is called a backup is left.
import type { CDPSession, Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser } from './browser';
import { addPerson } from './people';

let browser: Opened;
let devtools: CDPSession;
beforeEach(async () => {
  browser = await openBrowser();
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser can’t be asked for its workers.');
  devtools = session;
});
afterEach(() => browser?.close());

/** The addresses of the extension's dedicated workers. */
async function workers(): Promise<string[]> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  return targetInfos.filter(({ type }) => type === 'worker').map(({ url }) => url);
}

/** The files in the extension's own folder, and how many backups are recorded. */
const left = (aside: Page) =>
  aside.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    const files: string[] = [];
    for await (const name of folder.keys()) files.push(name);
    const db = await new Promise<IDBDatabase>(resolve => {
      const request = indexedDB.open('regulars');
      request.onsuccess = () => resolve(request.result);
    });
    const counting = db.transaction('backups').objectStore('backups').count();
    await new Promise(resolve => {
      counting.onsuccess = resolve;
    });
    db.close();
    return { files, records: counting.result };
  });

/** A page with a person, a folder of its own for backups, and a passphrase. */
async function lockedInFolder(): Promise<Page> {
  const page = browser.dashboard;
  await chooseSite(page, 'https://mail.google.com', 'gmail');
  await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.reload();
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await page.getByText('Backups go there from now on').waitFor();
  await page.getByText('Lock backups with a passphrase').click();
  await page.getByRole('button', { name: 'Suggest one' }).click();
  await page.getByRole('button', { name: 'Lock backups' }).click();
  await page.getByText('Backups are locked with a passphrase.').waitFor();
  return page;
}

it('a page closed while its backup is locked leaves neither worker, file nor record', async () => {
  const page = await lockedInFolder();
  const aside = await browser.context.newPage();
  await aside.goto(`chrome-extension://${browser.id}/icons/16.png`);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect
    .poll(workers, { interval: 10, timeout: 20_000 })
    .toContainEqual(expect.stringContaining('/lock-worker'));
  await page.close();
  // The browser gives one that computes two seconds to come to an end.
  await expect.poll(workers, { timeout: 20_000 }).toEqual([]);
  expect(await left(aside)).toEqual({ files: [], records: 0 });
});

it('a backup that is made leaves its file, its record and no worker that locks', async () => {
  const page = await lockedInFolder();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await page.getByText('Backed up and verified.').waitFor();
  expect(await workers()).not.toContainEqual(expect.stringContaining('/lock-worker'));
  expect(await left(page)).toEqual({ files: [expect.stringMatching(/\.json\.gz\.age$/)], records: 1 });
});
