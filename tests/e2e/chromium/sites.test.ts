// Golden pages in the real extension: who is beside them, which rows are marked, and a reply in each open box, never sent.
import { randomUUID } from 'node:crypto';
import { Window } from 'happy-dom';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OnScreen } from '../../../lib/model/on-screen';
import { record } from '../../sites/record';
import { addressOf, ask, chooseSite, golden, type Opened, openBrowser, openGolden } from './browser';
import { addPerson, must } from './people';

// The loader of golden pages wants a document; here there is none.
const window = new Window();
Object.assign(globalThis, { DOMParser: window.DOMParser, Element: window.Element, Node: window.Node });
const { loadPage, pageNames } = await import('../../sites/load-page');
const { siteFor } = await import('../../../lib/sites/all-sites');

const siteOf = (name: string) => name.split('--')[0] ?? '';
const expectedOf = (name: string) => loadPage(name).expected;
/** Its pages consist of frames; the tests with a real Roundcube open them. */
const elsewhere = new Set(['roundcube']);
const pages = pageNames().filter(name => !elsewhere.has(siteOf(name)) && expectedOf(name).site !== null);
const isAsked = (name: string) => siteOf(name) === 'linkedin';
const hasBox = (name: string) => (expectedOf(name).composers ?? []).length > 0;

let browser: Opened;
let contactId: string;
const replyId = randomUUID();
const text = 'Thank you, we are on it.\n\nYour Norte Café';

beforeAll(async () => {
  browser = await openBrowser();
  contactId = await addPerson(browser.dashboard, { name: 'Somebody', address: 'somebody@else.example' });
  const reply = { id: replyId, name: 'Thanks', shortcut: 'th', tags: [], order: 0, uses: 0 };
  await must(browser.dashboard, 'replies.save', { reply: { ...reply, variants: [{ body: text }] } });
});
afterAll(() => browser.close());

/** As the real site does: the send button wakes when something is written. */
function wakeSendButtons(): void {
  document.addEventListener('input', () => {
    for (const button of document.querySelectorAll('[disabled], [aria-disabled]')) {
      button.removeAttribute('disabled');
      button.setAttribute('aria-disabled', 'false');
    }
  });
}

async function open(name: string, presence: 'sidebar' | 'panel' = 'sidebar'): Promise<Page> {
  await chooseSite(browser.dashboard, new URL(addressOf(golden(name))).origin, siteOf(name), presence);
  return openGolden(browser.context, name, { init: wakeSendButtons });
}

/** What the page in front of the window shows, as the native panel would be told. */
async function shownBeside(page: Page): Promise<OnScreen & { canRead: boolean; tabId: number }> {
  await page.bringToFront();
  const windowId = await currentWindow();
  const answer = await ask(browser.dashboard, 'people.onScreen', { windowId });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as OnScreen & { canRead: boolean; tabId: number };
}

const currentWindow = (): Promise<number> =>
  browser.dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { getCurrent(): Promise<{ id: number }> } };
    };
    return (await chrome.windows.getCurrent()).id;
  });

async function read(page: Page): Promise<void> {
  await page.bringToFront();
  await must(browser.dashboard, 'views.read', { windowId: await currentWindow() });
}

type Called = { name?: string | undefined; identities: { value: string }[] };
const called = ({ name, identities: [first] }: Called) => first?.value ?? name;

describe('beside a golden page', () => {
  it.each(pages.filter(name => !isAsked(name)))('%s stand the people its author saw', async name => {
    const page = await open(name);
    const { sighting } = expectedOf(name);
    const wanted = (sighting?.people ?? []).filter(({ self }) => !self);
    const kind = sighting?.kind ?? 'nobody';
    await expect.poll(async () => (await shownBeside(page)).kind, { timeout: 8000 }).toBe(kind);
    expect((await shownBeside(page)).people.map(({ seen }) => called(seen))).toEqual(wanted.map(called));
    await page.close();
  });
});

describe('a site that is read only when asked', () => {
  it.each(pages.filter(isAsked))(
    '%s holds nothing of ours, and is read once when the user asks',
    async name => {
      const page = await open(name, 'panel');
      const before = await page.content();
      expect(await shownBeside(page)).toMatchObject({ kind: 'nobody', canRead: true, people: [] });
      await read(page);
      const { sighting } = expectedOf(name);
      const wanted = (sighting?.people ?? []).filter(({ self }) => !self);
      await expect
        .poll(async () => (await shownBeside(page)).people.map(({ seen }) => called(seen)), { timeout: 8000 })
        .toEqual(wanted.map(called));
      expect(await page.content()).toBe(before);
      await page.close();
    },
  );

  it('is asked for anew when the page goes on to another address', async () => {
    const page = await open('linkedin--profile-sdui.html', 'panel');
    await read(page);
    await expect.poll(async () => (await shownBeside(page)).kind).toBe('profile');
    await page.evaluate(() => history.pushState({}, '', '/feed/'));
    await expect.poll(async () => shownBeside(page)).toMatchObject({ kind: 'nobody', canRead: true });
    await page.close();
  });
});

/** The place of each reply box among everything that can be written into. */
function boxesOf(name: string): number[] {
  const { document, url } = loadPage(name);
  const all = [...document.querySelectorAll('textarea, [contenteditable]')];
  return (siteFor(document, url)?.composers(document, url) ?? []).map(({ element }) => all.indexOf(element));
}

describe('a reply', () => {
  it.each(pages.filter(hasBox))('is put into each box of %s once, and nothing is sent', async name => {
    const page = await open(name, isAsked(name) ? 'panel' : 'sidebar');
    let sent = 0;
    page.on('request', request => {
      if (request.method() !== 'GET') sent++;
    });
    if (isAsked(name)) await read(page);
    await expect.poll(async () => (await shownBeside(page)).kind).not.toBe('nobody');
    const { tabId } = await shownBeside(page);
    const boxes = boxesOf(name);
    let inserted = 0;
    for (const place of boxes) {
      const box = page.locator('textarea, [contenteditable]').nth(place);
      await box.focus();
      const order = { replyId, variant: 0, contactId, filled: {}, tabId, confirmed: true, override: true };
      const answer = await must<{ ok: boolean }>(browser.dashboard, 'replies.insert', order);
      const written = await box.evaluate(element =>
        'value' in element ? String(element.value) : (element as HTMLElement).textContent,
      );
      if (answer.ok && written.split('Thank you, we are on it.').length === 2) inserted++;
    }
    record(siteOf(name), 'golden', 'insertion', {
      right: inserted,
      wrong: sent,
      missed: boxes.length - inserted,
    });
    expect({ inserted, sent }).toEqual({ inserted: expectedOf(name).composers?.length, sent: 0 });
    await page.close();
  });
});
