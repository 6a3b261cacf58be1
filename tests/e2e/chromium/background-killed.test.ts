// The background may be ended at any moment: every call is answered, and every change is made exactly once.
import { randomInt, randomUUID } from 'node:crypto';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

const rounds = 200;

let browser: Opened;
let devtools: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
  const page = await browser.context.newPage();
  devtools = await browser.context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
});
afterAll(() => browser?.close());

it(`answers and writes once in each of ${rounds} calls during which it is ended`, async () => {
  const { dashboard } = browser;
  const contactId = await addPerson(dashboard, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  const texts: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const text = `Note ${round} ${randomUUID()}`;
    texts.push(text);
    const written = dashboard.evaluate(
      ([id, note]) => {
        const { notes } = globalThis as unknown as { notes(id: string, note: string): Promise<boolean> };
        return notes(id, note);
      },
      [contactId, text] as const,
    );
    const ended = end(randomInt(0, 25));
    expect(await written).toBe(true);
    await ended;
  }
  const newest = await listed(contactId);
  const oldest = await listed(contactId, newest.at(-1)?.at);
  const stored = [...newest, ...oldest];
  expect(stored.map(event => event.text).sort()).toEqual(texts.sort());
}, 240_000);

async function listed(contactId: string, before?: number): Promise<{ text: string; at: number }[]> {
  const events = await must(browser.dashboard, 'timeline.list', { contactId, limit: 100, before });
  return events as { text: string; at: number }[];
}

/** Ends the background after some milliseconds, which place it somewhere in the call that is under way. */
function end(after: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(() => resolve(devtools.send('ServiceWorker.stopAllWorkers').then(() => undefined)), after);
  });
}

beforeAll(async () => {
  // What the apps do: the same id again when the answer got lost on the way.
  await browser.dashboard.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> } };
    };
    Object.assign(globalThis, {
      notes: async (contactId: string, text: string) => {
        const input = { contactId, kind: 'note', text };
        const request = { regulars: 'call', name: 'timeline.add', id: crypto.randomUUID(), input };
        const first = await chrome.runtime.sendMessage(request).catch(() => undefined);
        const answer = first ?? (await chrome.runtime.sendMessage(request));
        return answer?.ok === true;
      },
    });
  });
});
