// A page beside the sidebar can't tell whether the people it shows are known, nor find or end our script.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson } from './people';

let browser: Opened;
beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
});
afterAll(() => browser?.close());

/** What a curious page writes down: its own tree, changes to it, sizes, and messages it receives. */
const spy = () => {
  const log: string[] = [];
  addEventListener('message', event => log.push(`message ${JSON.stringify(event.data)}`));
  for (const name of ['wxt:content-script-started', 'regulars']) {
    document.addEventListener(name, () => log.push(`event ${name}`));
  }
  const dispatch = document.dispatchEvent.bind(document);
  document.dispatchEvent = event => {
    log.push(`dispatched ${event.type}`);
    return dispatch(event);
  };
  new MutationObserver(records => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element && record.target === document.documentElement)
          log.push(`added ${node.outerHTML}`);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  Object.assign(globalThis, { spied: log });
};

/** The light tree and the log of a page after its sidebar or marks have settled. */
async function seen(name: string, settled: (page: Page) => Promise<unknown>): Promise<[string, string[]]> {
  const opened = await openGolden(browser.context, name, { init: spy });
  await settled(opened);
  const tree = await opened.evaluate(() => document.documentElement.outerHTML);
  const log = await opened.evaluate(() => (globalThis as unknown as { spied: string[] }).spied);
  await opened.close();
  return [tree, log.filter(line => line.startsWith('added <div') || !line.startsWith('added'))];
}

describe('a page with a message', () => {
  it('is the same whether its sender is known or not, and hears nothing', async () => {
    const settled = async (page: Page) =>
      (await sidebarOf(page)).getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    const before = await seen('gmail--thread-en.html', settled);
    await addPerson(browser.dashboard, { name: 'Marta Ruiz', address: 'marta.ruiz@norte.example' });
    const after = await seen('gmail--thread-en.html', async page => {
      await (await sidebarOf(page)).getByText('Same email address').waitFor();
    });
    expect(after).toEqual(before);
    expect(after[1].filter(line => /^(message|event|dispatched) /.test(line))).toEqual([]);
    expect(after[0]).not.toMatch(/chrome-extension|regulars/i);
  });
});

/** How many marks pages have asked for in this minute. */
const marksAsked = () =>
  browser.dashboard.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: string): Promise<Record<string, { count: number }>> } } };
    };
    return (await chrome.storage.session.get('use:marks:all'))['use:marks:all']?.count ?? 0;
  });

describe('a page with a list', () => {
  it('is the same whether its rows are known or not', async () => {
    const look = async () => {
      const asked = await marksAsked();
      return seen('gmail--list-inbox.html', async page => {
        await (await sidebarOf(page)).getByRole('heading', { name: 'Today' }).waitFor();
        await expect.poll(marksAsked).toBeGreaterThan(asked);
        // What was answered is drawn in the next frame at the latest.
        await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));
      });
    };
    const before = await look();
    await addPerson(browser.dashboard, { name: 'Tom Okafor', address: 'tom.okafor@lagos-supply.example' });
    expect(await look()).toEqual(before);
  });

  it('can end nothing of ours with events of its own', async () => {
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    const sidebar = await sidebarOf(page);
    await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    await page.evaluate(() => {
      for (const type of ['wxt:content-script-started', 'abort', 'visibilitychange']) {
        document.dispatchEvent(
          new CustomEvent(type, { detail: { contentScriptName: 'page', messageId: 'x' } }),
        );
      }
      window.postMessage({ type: 'wxt:content-script-started', regulars: 'page', order: 'hide' }, '*');
    });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).isVisible()).toBe(true);
    await page.close();
  });
});
