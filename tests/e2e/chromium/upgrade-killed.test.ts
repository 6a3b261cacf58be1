// An update may meet a database of an earlier version, and be killed at any moment of bringing it up to date: nothing is lost.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sample } from '../../db/samples/write';
import { ask, type Opened, openBrowser } from './browser';
import { must } from './people';

const people = 1000;
const kills = 6;
const rounds = 4;
const newest = 30;

let browser: Opened;
let page: Page;
/** A page of the extension that runs nothing of it. */
let aside: Page;
let devtools: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  aside = await browser.context.newPage();
  await aside.goto(`chrome-extension://${browser.id}/icons/16.png`);
  devtools = await browser.context.newCDPSession(aside);
  await devtools.send('ServiceWorker.enable');
});
afterAll(() => browser?.close());

/** Ends the background, and the page with its worker. */
async function kill(): Promise<void> {
  await Promise.all([devtools.send('ServiceWorker.stopAllWorkers'), page.goto('about:blank')]);
}

const sample = (version: number): Sample =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../db/samples/version-${version}.json`), 'utf8'));

const source = { from: 'user', at: 1 };
const at = Date.now() - 1000;
const everybody = Array.from({ length: people }, (_none, place) => `p${place}`);

/** What people had, in the shape of the first version: a person with an address, an entry and a change each. */
const rows: Record<string, { id?: string; key?: string }[]> = {
  contacts: everybody.map(id => ({
    id,
    name: { value: `Person ${id}`, source },
    tags: [],
    preferences: [],
    fields: [],
    doNotContact: false,
    createdAt: at,
    updatedAt: at,
    version: 0,
  })),
  identities: everybody.map(id => ({
    key: `email:${id}@${id}.example`,
    kind: 'email',
    value: `${id}@${id}.example`,
    contactId: id,
    skeleton: `${id}@${id}.example`,
    source,
  })),
  events: everybody.map(id => ({ id: `e-${id}`, contactId: id, kind: 'note', at, text: id, createdAt: at })),
  journal: everybody.map(id => ({
    id: `j-${id}`,
    name: 'contacts.create',
    at,
    contactIds: [id],
    changes: [],
  })),
};

/** What a database of the second version says until all is derived anew. */
const underived = { key: 'underived', value: true };

/** Puts a database of an earlier version in the place of ours, as it was before the update. */
async function goBackTo(version: number): Promise<void> {
  // A page that goes wakes the background, which may be quicker to make a database of its own.
  await page.goto('about:blank');
  await expect.poll(() => tryToGoBackTo(version), { timeout: 20_000 }).toBe(true);
}

async function tryToGoBackTo(version: number): Promise<boolean> {
  await devtools.send('ServiceWorker.stopAllWorkers');
  const stores = sample(version).stores.map(({ name, keyPath, indexes }) => ({
    name,
    keyPath,
    indexes,
    rows: name === 'settings' && version > 1 ? [underived] : (rows[name] ?? []),
  }));
  return aside.evaluate(
    async ([to, all]) => {
      const { local } = (
        globalThis as unknown as { chrome: { storage: { local: { clear(): Promise<void> } } } }
      ).chrome.storage;
      await local.clear();
      await new Promise<unknown>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('regulars');
        gone.onsuccess = resolve;
        gone.onerror = reject;
      });
      const opening = indexedDB.open('regulars', to * 10);
      opening.onupgradeneeded = () => {
        for (const { name, keyPath, indexes, rows } of all) {
          const store = opening.result.createObjectStore(name, { keyPath });
          for (const index of indexes)
            store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
          for (const row of rows) store.put(row);
        }
      };
      const isThere = await new Promise<boolean>(resolve => {
        opening.onsuccess = () => resolve(true);
        opening.onerror = () => resolve(false);
      });
      if (isThere) opening.result.close();
      return isThere;
    },
    [version, stores] as const,
  );
}

/** What is stored, read without our code. */
const stored = () =>
  aside.evaluate(async () => {
    const whenDone = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await whenDone(indexedDB.open('regulars'));
    const read = (name: string) => whenDone(db.transaction(name).objectStore(name).getAll());
    const names = ['contacts', 'identities', 'events', 'journal', 'search', 'domains', 'settings'] as const;
    const lists = await Promise.all(names.map(async name => [name, await read(name)] as const));
    const { version } = db;
    db.close();
    return { version, lists: Object.fromEntries(lists) as Record<string, Record<string, unknown>[]> };
  });

it.each(Array.from({ length: rounds }, (_none, round) => [1 + (round % 2), round]))(
  'a database of version %i is brought up to date, whenever that is killed (%i)',
  async version => {
    await goBackTo(version);
    const told: string[] = [];
    for (let round = 0; round < kills; round++) {
      await page.goto(`chrome-extension://${browser.id}/dashboard.html`, { waitUntil: 'commit' });
      const text = `Note ${version} ${round}`;
      const write = ask(page, 'timeline.add', { contactId: 'p1', kind: 'note', text }).then(
        ({ ok }) => void (ok && told.push(text)),
        // The page was killed with its question.
        () => undefined,
      );
      // Somewhere in the upgrade, or in what is derived after it.
      await new Promise(resolve => setTimeout(resolve, randomInt(0, 60 * (round + 2))));
      await kill();
      await write;
    }
    await page.goto(`chrome-extension://${browser.id}/dashboard.html`);
    await must(page, 'contacts.search', { query: 'person p999', limit: 5 });
    const isDerived = async () => !(await stored()).lists.settings?.some(({ key }) => key === 'underived');
    await expect.poll(isDerived, { timeout: 60_000, interval: 200 }).toBe(true);
    const { version: now, lists } = await stored();
    expect(now).toBe(newest);
    for (const [name, before] of Object.entries(rows)) {
      const after = new Map(lists[name]?.map(row => [row.id ?? row.key, row]));
      const changed = before.filter(
        row => JSON.stringify(after.get(row.id ?? row.key)) !== JSON.stringify(row),
      );
      expect([name, changed]).toEqual([name, []]);
    }
    expect(lists.events?.map(({ text }) => text)).toEqual(expect.arrayContaining(told));
    expect(lists.search).toHaveLength(people);
    expect(lists.search?.filter(({ nameKey }) => nameKey === undefined)).toEqual([]);
    expect(lists.domains).toHaveLength(people);
  },
);
