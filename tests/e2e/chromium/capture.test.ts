// Capturing in the release build, as a person does it: a shortcut on any page, the browser's own side panel, no permission.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from './panel';
import { must } from './people';
import { canPress, openWindow, type Window } from './window';

const person = (name: string, title: string, address: string) => `
  <li class="card"><img alt="" width="40" height="40"><h3>${name}</h3><p>${title}</p>
  <a href="mailto:${address}">Mail</a> <a href="https://www.linkedin.com/in/${address.split('@')[0]}/">LinkedIn</a></li>`;

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our team – Norte Boats</title></head><body>
  <h1>Our team</h1><ul>
  ${person('Ana Prat', 'Rigger', 'ana@norte-boats.example')}
  ${person('Lena Vogt', 'Head of Sales', 'lena@norte-boats.example')}
  ${person('Marta Ruiz', 'Sailmaker', 'marta@norte-boats.example')}
  </ul></body></html>`;

/** Cards whose second line is a motto: what somebody does stands at the end. */
const rower = (name: string, motto: string, title: string, address: string) => `
  <li class="card"><h3>${name}</h3><p>${motto}</p><a href="mailto:${address}">Mail</a>
  <p><a class="does" href="/elsewhere" onclick="window.clicked = true">${title}</a></p></li>`;

const crew = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our crew</title></head><body>
  <h1>Our crew</h1><ul>
  ${rower('Ana Prat', 'Marketing Manager', 'Keeper of the slip', 'ana@norte-boats.example')}
  ${rower('Lena Vogt', 'Sales Manager', 'Reader of the tides', 'lena@norte-boats.example')}
  ${rower('Marta Ruiz', 'Project Manager', 'Mender of the sails', 'marta@norte-boats.example')}
  </ul></body></html>`;

let server: Server;
let window: Window;
let page: Page;
let panel: Panel;
let url: string;

const shows = (text: string) => expect.poll(() => panel.text(), { timeout: 15_000 }).toContain(text);

beforeAll(async () => {
  if (!canPress) return;
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const empty = '<!doctype html><title>Tides</title><p>High water at noon.';
    response.end(request.url === '/empty' ? empty : request.url === '/crew' ? crew : html);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  window = await openWindow({ 'Alt+Shift+C': 'capture' });
  page = await window.context.newPage();
  await page.goto(`${url}/team`);
  await page.bringToFront();
});
afterAll(async () => {
  panel?.close();
  await window?.close();
  server?.close();
});

describe.skipIf(!canPress)('the shortcut on a page', () => {
  it('opens the side panel with who is on the page, and changes nothing on it', async () => {
    const before = await page.content();
    window.press('alt+shift+c');
    panel = await window.panel();
    await shows('3 people on this page');
    for (const name of ['Ana Prat', 'Lena Vogt', 'Marta Ruiz']) await shows(name);
    expect(await page.content()).toBe(before);
    expect(
      await page.evaluate(() => Object.keys(globalThis).filter(key => key.startsWith('regulars'))),
    ).toEqual([]);
  });

  it('needs and keeps no permission for the site', async () => {
    const granted = await window.dashboard.evaluate(() =>
      (
        globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } } }
      ).chrome.permissions.getAll(),
    );
    expect(granted.origins).toEqual([]);
  });

  it('saves those who are chosen, with tags and a note, and one Undo takes them back', async () => {
    await panel.click('Save Ana Prat');
    await panel.click('Save Lena Vogt');
    await panel.click('Tags, stage, note, follow-up, consent');
    await panel.fill('Tags, separated by commas', 'fair');
    await panel.fill('First note', 'Met at the fair');
    await panel.click('Add 2 people');
    await shows('2 added');
    const list = () =>
      must<{ contacts: { name: string; tags: string[] }[] }>(window.dashboard, 'contacts.list', {
        offset: 0,
        limit: 9,
      });
    expect((await list()).contacts.map(({ name, tags }) => [name, tags]).sort()).toEqual([
      ['Ana Prat', ['fair']],
      ['Lena Vogt', ['fair']],
    ]);
    await panel.click('Undo');
    await shows('Undone');
    expect((await list()).contacts).toEqual([]);
  });

  it('keeps what was ticked and typed when the page is left, until it is finished', async () => {
    window.press('alt+shift+c');
    await panel.click('Save Marta Ruiz');
    await panel.click('Tags, stage, note, follow-up, consent');
    await panel.fill('First note', 'Makes sails');
    await expect
      .poll(() =>
        window.dashboard.evaluate(() =>
          (
            globalThis as never as { chrome: { storage: { session: { get(all: null): Promise<object> } } } }
          ).chrome.storage.session
            .get(null)
            .then(JSON.stringify),
        ),
      )
      .toContain('Makes sails');
    await page.goto(`${url}/empty`);
    await panel.click('Our team – Norte Boats (3 people)');
    await shows('no longer open');
    await panel.click('Add one person');
    await shows('1 added');
    const { contacts } = await must<{ contacts: { id: string; name: string }[] }>(
      window.dashboard,
      'contacts.list',
      { offset: 0, limit: 9 },
    );
    expect(contacts.map(({ name }) => name)).toEqual(['Marta Ruiz']);
    const { events } = await must<{
      events: { kind: string; title?: string; text?: string; url?: string }[];
    }>(window.dashboard, 'contacts.get', { id: contacts[0]?.id ?? '' });
    expect(events.map(({ kind, title, text, url: link }) => [kind, title ?? text, link])).toEqual(
      expect.arrayContaining([
        ['capture', 'Our team – Norte Boats', `${url}/team`],
        ['note', 'Makes sails', undefined],
      ]),
    );
  });

  it('says honestly that nobody was found, and takes somebody by hand', async () => {
    window.press('alt+shift+c');
    await shows('Nobody found on this page');
    await panel.click('Add somebody by hand');
    await panel.fill('Name', 'Jonas Feld');
    await panel.click('Add one person');
    await shows('1 added');
  });

  it('tells of a contact that they are known, and what is new', async () => {
    await page.goto(`${url}/team`);
    window.press('alt+shift+c');
    await shows('3 people on this page');
    await shows('Known');
    await shows('nothing new');
  });
});

describe.skipIf(!canPress)('pointing at another text', () => {
  const title = () =>
    panel.run(() => {
      const label = [...document.querySelectorAll('label')].find(one => one.textContent === 'Title');
      return (label?.control as HTMLInputElement | undefined)?.value;
    });
  const open = async (name: string) => {
    await panel.run(called => {
      const rows = [...document.querySelectorAll<HTMLElement>('.captured-name')];
      const row = rows.find(one => one.textContent?.includes(called));
      if (row?.ariaExpanded === 'false') row.click();
    }, name);
    await expect.poll(() => panel.run(() => document.querySelectorAll('.captured-fields').length)).toBe(1);
  };
  const markOf = (selector: string) => page.locator(selector).first().boundingBox();
  const press = async (selector: string) => {
    const box = await markOf(selector);
    if (!box) throw new Error(`There is no ${selector}.`);
    await page.mouse.move(box.x + 3, box.y + box.height / 2);
    await page.mouse.click(box.x + 5, box.y + box.height / 2);
  };
  const isCovered = () => page.evaluate(() => document.querySelectorAll('html > div[popover]').length > 0);
  const covered = () => expect.poll(isCovered).toBe(true);
  const uncovered = () => expect.poll(isCovered).toBe(false);

  it('takes it for the field and keeps the click from the page, which is as before', async () => {
    await page.goto(`${url}/crew`);
    const before = await page.content();
    window.press('alt+shift+c');
    await shows('3 people on this page');
    await open('Ana Prat');
    expect(await title()).toBe('Marketing Manager');
    await panel.click('Point at the title on the page');
    await shows('Click the text on the page. Esc stops.');
    await covered();
    await press('.does');
    await expect.poll(title).toBe('Keeper of the slip');
    await shows('Taken: Keeper of the slip.');
    await shows('Marketing Manager');
    await uncovered();
    expect(await page.content()).toBe(before);
    expect(page.url()).toBe(`${url}/crew`);
    expect(await page.evaluate(() => 'clicked' in globalThis)).toBe(false);
  });

  it('is remembered for the site: the next capture reads everybody there', async () => {
    await page.reload();
    window.press('alt+shift+c');
    await shows('Reader of the tides');
    await open('Lena Vogt');
    expect(await title()).toBe('Reader of the tides');
    await shows('Sales Manager');
  });

  it('ends by Escape on the page and in the panel, and by the button again; nothing is taken', async () => {
    const stops = [
      () => page.keyboard.press('Escape'),
      () => panel.click('Point at the title on the page'),
      () =>
        panel.run(() => {
          const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
          document.querySelector('.captured-fields input')?.dispatchEvent(key);
        }),
    ];
    for (const stop of stops) {
      await panel.click('Point at the title on the page');
      await covered();
      await stop();
      await uncovered();
      await shows('Nothing was taken.');
      expect(await title()).toBe('Reader of the tides');
    }
  });

  it('takes the selected text at once, without a mouse', async () => {
    await page.evaluate(() => {
      const node = document.querySelector('h1')?.firstChild;
      if (node) getSelection()?.setBaseAndExtent(node, 4, node, 8);
    });
    await panel.click('Point at the company on the page');
    await shows('Taken: crew.');
    expect(await isCovered()).toBe(false);
  });

  it('adds an address only where the text is one', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.click('Add an address, phone or link');
    await covered();
    await press('h1');
    expect(await isCovered()).toBe(true);
    await press('a[href^="mailto:ana@"]');
    await shows('Taken: ana@norte-boats.example.');
  });

  it('is removed in the settings in one line', async () => {
    const { dashboard } = window;
    await dashboard.goto(`${dashboard.url().split('#')[0]}#/settings`);
    const places = dashboard.getByRole('list', { name: 'Places you pointed at' });
    await places.getByText('Title in').waitFor();
    await places.getByRole('button', { name: /^Forget where the title/ }).click();
    await places.getByText('Title in').waitFor({ state: 'detached' });
  });
});
