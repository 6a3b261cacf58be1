// Privacy in a real browser: the file of one person, forgetting, retention, and the page that says what is stored.
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
/** The dashboard is sent to a screen by its address. */
const go = (route: string) => page.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  await chooseSite(page, 'https://mail.google.com', 'gmail');
});
afterAll(() => browser?.close());

const canaries = ['zanzibara', 'zz-canary', 'qwertzuiop', 'sturmvogel'];
const address = 'zanzibara@zz-canary.example';

/** Somebody of whom there is something everywhere. */
async function addZanzibara(): Promise<string> {
  const id = await addPerson(page, {
    name: 'Zanzibara Quell',
    address,
    tags: ['qwertzuiop'],
    doNotContact: true,
  });
  await must(page, 'timeline.add', { contactId: id, kind: 'issue', text: 'Sturmvogel <b>broke</b>' });
  await must(page, 'followUps.add', { contactId: id, text: 'Ask Zanzibara', dueAt: Date.now() });
  const identities = [{ kind: 'email', value: 'not@zz-canary.example' }];
  await must(page, 'contacts.notThisPerson', { id, identities });
  await must(page, 'contacts.save', { id, patch: { company: 'Sturmvogel' } });
  return id;
}

/** Everything the extension keeps: every row of every store of its databases, and both storage areas. */
const everything = () =>
  page.evaluate(async () => {
    type Area = { get(key: null): Promise<unknown> };
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: Area; session: Area } } })
      .chrome;
    const found: unknown[] = [await storage.local.get(null), await storage.session.get(null)];
    const whenDone = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await whenDone(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        found.push(store, await whenDone(rows.getAll()), await whenDone(rows.getAllKeys()));
        // An index entry without a row can't be seen through the store.
        for (const index of rows.indexNames)
          found.push(await whenDone(db.transaction(store).objectStore(store).index(index).getAll()));
      }
      db.close();
    }
    return JSON.stringify(found);
  });
const left = async (id: string) => {
  const all = (await everything()).toLowerCase();
  return [...canaries, id].filter(word => all.includes(word));
};

const menu = async (item: string) => {
  await page.getByRole('button', { name: 'More about Zanzibara Quell' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

async function exportAll(): Promise<string> {
  await go('data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  return textOf(download);
}

async function importText(text: string): Promise<string> {
  await go('data');
  const file = { name: 'people.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Import a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Show what would come in' }).click();
  await page.getByRole('button', { name: 'Import this file' }).click();
  const status = page.getByRole('status').filter({ hasText: 'Imported:' });
  await status.waitFor();
  return (await status.textContent()) ?? '';
}

/** Forgets her on screen, in both steps. */
async function forget(id: string, keepsPrint: boolean): Promise<void> {
  await go(`contacts/${id}`);
  await menu('Forget this person…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Forget Zanzibara Quell?' }).waitFor();
  await dialog.getByLabel(/^Keep a fingerprint/).setChecked(keepsPrint);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('button', { name: 'Forget Zanzibara Quell for good' }).click();
  await dialog.getByText('Nothing about this person is stored here any more.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('forgetting somebody', () => {
  it.each([false, true])(
    'leaves no word of them in any store, and an import brings them back or not (fingerprint: %s)',
    async keepsPrint => {
      const id = await addZanzibara();
      const file = await exportAll();
      expect(await left(id)).toEqual([...canaries, id]);
      await forget(id, keepsPrint);
      expect(await left(id)).toEqual([]);
      const report = await importText(file);
      if (keepsPrint) {
        expect(report).toContain('This person was forgotten and is not to come back.');
        expect(await left(id)).toEqual([]);
        await go('privacy');
        await page.getByLabel('Address, number or handle').fill(address);
        await page.getByRole('button', { name: 'May be added again' }).click();
        await page.getByText('1 person may be added again').waitFor();
        expect(await importText(file)).toContain('0 refused');
      }
      expect(await left(id)).toContain('zanzibara');
      await must(page, 'contacts.forget', { id, keepsPrint: false });
    },
  );

  it('takes them off the page that is open, with a note that was never saved', async () => {
    const name = 'Marta Ruiz';
    const id = await addPerson(page, { name, address: 'marta.ruiz@norte.example' });
    const mail = await openGolden(browser.context, 'gmail--thread-en.html');
    const sidebar = await sidebarOf(mail);
    await sidebar.getByText('Same email address').waitFor();
    await sidebar.getByPlaceholder(/note/i).first().fill('Qwertzuiop, never saved');
    await expect.poll(async () => (await left(id)).includes('qwertzuiop')).toBe(true);
    await must(page, 'contacts.forget', { id, keepsPrint: false });
    await sidebar.getByText('Same email address').waitFor({ state: 'detached' });
    expect(await left(id)).toEqual([]);
    // The sidebar that knew the note keeps another one: the old one does not come back with it.
    const other = await addPerson(page, { name: 'Tom Later', address: 'tom@else.example' });
    await sidebar.getByRole('button', { name: /^Search everyone/ }).click();
    await sidebar.getByLabel('Search everyone').fill('tom');
    await sidebar
      .locator('.found')
      .getByRole('button', { name: /Tom Later/ })
      .click();
    await sidebar.getByPlaceholder(/note/i).first().fill('Another note');
    await expect.poll(everything).toContain('Another note');
    expect(await left(id)).toEqual([]);
    await must(page, 'contacts.forget', { id: other, keepsPrint: false });
    await mail.close();
  });

  it('is possible on their page, whatever of it is open, and leads back to everybody else', async () => {
    const id = await addZanzibara();
    await go(`person/${id}`);
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('tabpanel', { name: 'Changes' }).getByText('Sturmvogel').first().waitFor();
    await menu('Forget this person…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Keep a fingerprint/).uncheck();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('button', { name: 'Forget Zanzibara Quell for good' }).click();
    await dialog.getByText('Nothing about this person is stored here any more.').waitFor();
    expect(await page.locator('.toast.bad').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close' }).click();
    // The list may have put what it shows into its address already.
    await expect.poll(() => page.url()).toMatch(/#\/contacts(\?|$)/);
    expect(await left(id)).toEqual([]);
  });

  it('is possible from the trash, before its thirty days are over', async () => {
    const id = await addZanzibara();
    await must(page, 'contacts.delete', { id });
    await go('data');
    await page.getByRole('button', { name: 'Forget Zanzibara Quell now' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Keep a fingerprint/).uncheck();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('button', { name: 'Forget Zanzibara Quell for good' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await left(id)).toEqual([]);
  });

  it('can be left at every step, and then nothing has happened', async () => {
    const id = await addZanzibara();
    const before = await must(page, 'contacts.get', { id });
    await go(`contacts/${id}`);
    await menu('Forget this person…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await must(page, 'contacts.get', { id })).toEqual(before);
    await must(page, 'contacts.forget', { id, keepsPrint: false });
  });
});

describe('the file of one person', () => {
  let id: string;
  beforeEach(async () => {
    id = await addZanzibara();
    await go(`contacts/${id}`);
    return () => must(page, 'contacts.forget', { id, keepsPrint: false });
  });

  const save = async (item: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), menu(item)]);
    return download;
  };

  it('is saved to read, and what somebody wrote runs and shows as text only', async () => {
    const download = await save('Save everything, to read');
    expect(download.suggestedFilename()).toMatch(/^regulars-Zanzibara-Quell-\d{4}-\d\d-\d\d\.html$/);
    const reader = await browser.context.newPage();
    const requests: string[] = [];
    reader.on('request', request => requests.push(request.url()));
    const path = await download.path();
    await browser.context.route('https://files.example/**', async route =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(path) }),
    );
    await reader.goto('https://files.example/person.html');
    await reader.getByRole('heading', { level: 1, name: 'Zanzibara Quell' }).waitFor();
    expect(await reader.getByText('Sturmvogel <b>broke</b>').first().isVisible()).toBe(true);
    expect(await reader.locator('b, script, a, img, iframe').count()).toBe(0);
    expect(requests).toHaveLength(1);
    await reader.close();
  });

  it('is saved for programs, with all that is stored', async () => {
    const text = await textOf(await save('Save everything, as JSON'));
    expect(JSON.parse(text)).toMatchObject({
      format: 'regulars-person',
      contact: { id, name: { value: 'Zanzibara Quell' }, company: { value: 'Sturmvogel' } },
      identities: [{ value: address }],
      events: [{ kind: 'issue' }],
      followUps: [{ text: 'Ask Zanzibara' }],
      rejections: [{ key: 'email:not@zz-canary.example' }],
      changes: expect.arrayContaining([expect.objectContaining({ name: 'contacts.create' })]),
    });
  });
});

describe('what somebody agreed to', () => {
  it('shows since when, and is taken back with one press and its Undo', async () => {
    const id = await addZanzibara();
    await must(page, 'contacts.save', { id, patch: { consent: 'Orders by mail' } });
    await go(`contacts/${id}`);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText(/^since/).waitFor();
    await page.getByRole('button', { name: 'Withdrawn' }).click();
    await page.getByText('Orders by mail').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Orders by mail').waitFor();
    await must(page, 'contacts.forget', { id, keepsPrint: false });
  });
});

describe('retention', () => {
  const source = { from: 'import', at: 1 };
  const old = (id: string, name: string) => ({
    id,
    name: { value: name, source },
    tags: [],
    preferences: [],
    fields: [],
    doNotContact: false,
    createdAt: 1,
    updatedAt: 1,
    version: 0,
  });

  it('lists whom a rule names and why, ticks nobody, and removes only who is ticked', async () => {
    const lists = { identities: [], events: [], followUps: [], fields: [], replies: [], rejections: [] };
    const contacts = [
      old('r-ana', 'Ana Long Ago'),
      old('r-ben', 'Ben Long Ago'),
      old('r-cleo', 'Cleo Long Ago'),
    ];
    await importText(JSON.stringify({ format: 'regulars', version: 1, exportedAt: 1, contacts, ...lists }));
    await go('privacy');
    await page.getByRole('button', { name: 'Add this rule' }).click();
    await page.getByRole('button', { name: 'Look: No stage or lead: 12 months without contact' }).click();
    await page.getByText('3 people.').waitFor();
    expect(await page.getByText('nothing since').count()).toBe(3);
    const boxes = page.getByRole('checkbox', { name: /^Remove / });
    expect(await boxes.evaluateAll(all => all.filter(box => (box as HTMLInputElement).checked).length)).toBe(
      0,
    );
    expect(await page.getByRole('button', { name: /^Remove 0 people/ }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Remove Ana Long Ago' }).check();
    await page.getByRole('button', { name: 'Remove 1 person', exact: true }).click();
    await page.getByText('2 people.').waitFor();
    expect(JSON.stringify(await must(page, 'contacts.trash', {}))).toContain('Ana Long Ago');

    await page.getByRole('checkbox', { name: 'Remove Ben Long Ago' }).check();
    await page.getByRole('radio', { name: /^Forget for good Nothing/ }).check();
    await page.getByRole('button', { name: 'Remove 1 person', exact: true }).click();
    await page.getByRole('button', { name: 'Forget 1 person for good' }).click();
    await page.getByText('Nothing about those whom you removed is stored here any more.').waitFor();
    await page.getByText('1 person.').waitFor();
    const all = await everything();
    expect(all).not.toContain('Ben Long Ago');
    expect(all).toContain('Cleo Long Ago');
  });

  it('is reminded of on the Data page when it is time, until it is put off', async () => {
    await page.getByRole('combobox', { name: 'Reminder' }).selectOption('monthly');
    const { retention } = await must<{ retention: { lookedAt?: number } }>(page, 'settings.get', {});
    expect(retention.lookedAt).toBeGreaterThan(Date.now() - 600_000);
    await go('data');
    await page.getByRole('heading', { name: 'Trash' }).waitFor();
    const question = page.getByRole('heading', { name: 'Are there people you no longer need to know?' });
    expect(await question.count()).toBe(0);
    await must(page, 'settings.save', { retention: { ...retention, remind: 'monthly', lookedAt: 1 } });
    await question.waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await question.waitFor({ state: 'detached' });
  });
});

describe('the page of privacy', () => {
  it('says what is stored and that nothing leaves, by the policy that the browser enforces', async () => {
    await go('privacy');
    await page.getByRole('heading', { name: 'The browser forbids Regulars every connection' }).waitFor();
    const policy = await page.evaluate(
      () =>
        (
          globalThis as unknown as {
            chrome: { runtime: { getManifest(): { content_security_policy: { extension_pages: string } } } };
          }
        ).chrome.runtime.getManifest().content_security_policy.extension_pages,
    );
    expect(policy).toContain("connect-src 'none'");
    await page.getByText("connect-src 'none'").waitFor();
    const people = page.getByRole('row', { name: /^People names/ });
    const before = Number(await people.getByRole('cell').first().textContent());
    await addPerson(page, { name: 'One More', address: 'one@more.example' });
    await expect
      .poll(async () => Number(await people.getByRole('cell').first().textContent()))
      .toBe(before + 1);
  });

  it('lists what the browser grants, and what can’t be taken back says so', async () => {
    const granted = await must<string[]>(page, 'settings.granted', {});
    const list = page.getByRole('list', { name: 'Sites that may be read' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(granted.length);
    // The hosts of this build are given from the start, so that a test need not press the browser’s own buttons.
    await list.getByRole('button', { name: 'Take back github.com' }).click();
    await page.getByText('The browser does not take this one back').waitFor();
    await list.getByRole('button', { name: 'Take back mail.google.com' }).click();
    await expect
      .poll(async () => (await must<{ sites: unknown[] }>(page, 'settings.get', {})).sites)
      .toEqual([]);
  });
});
