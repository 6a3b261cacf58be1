// Every payload in every field, brought in every way and shown on every screen: it is text, and nothing else.
import type { Frame, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addressOf, callsFor, hostileFile, hostileReplies, hostileTable, idOf } from './hostile-people';
import { payloads } from './payloads';
import { must } from './people';
import { traces, type Watched, watch } from './watch';

let browser: Opened;
let page: Page;
let noted: string[];

const everybody = payloads.map((shown, at) => ({ id: idOf(at), shown }));
/** Every so many of them, where each is shown among all others already. */
const some = everybody.filter((_one, at) => at % 8 === 0);

const go = (route: string) =>
  page.evaluate(async to => {
    location.hash = `#/${to}`;
    await (globalThis as Watched).until(() => document.querySelector('main h1'), to);
  }, route);
const file = (name: string, content: string) => ({ name, mimeType: '', buffer: Buffer.from(content) });
const hostileName = (ending: string) => `"><img xs src=q onerror=xss=1>.${ending}`;

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  page.setDefaultTimeout(20_000);
  await chooseSite(page, 'https://mail.google.com', 'gmail');
  noted = await watch(browser.context);
  await page.reload();
});
afterAll(() => browser?.close());
afterEach(async () => {
  expect(await traces(page)).toEqual([]);
  expect(noted).toEqual([]);
});

describe('the watch', () => {
  it('has payloads enough, each another one, that fit into a tag', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThanOrEqual(150);
    expect(payloads.filter(text => text.length > 40)).toEqual([]);
  });

  it('would notice what it looks for', async () => {
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.innerHTML = '<img xs src=q onerror=xss=1><a href="javascript:xss=1">A</a>';
      document.body.append(box);
    });
    await expect.poll(() => noted.join()).toMatch(/request: .*\/q/);
    await expect.poll(() => noted.join()).toMatch(/report: script-src/);
    const left = ['<img xs="">', '<img onerror="xss=1">', '<a href="javascript:xss=1">'];
    expect(await traces(page)).toEqual(left);
    await page.reload();
    noted.length = 0;
  });
});

describe('they come in', () => {
  it('by a file of Regulars, looked through and restored', async () => {
    await go('data');
    await page
      .getByLabel('Backup file')
      .setInputFiles(file(hostileName('json'), JSON.stringify(hostileFile())));
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('row', { name: new RegExp(`^People ${payloads.length} 0 0 0 0`) }).waitFor();
    expect(await traces(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await page.getByText(/^Restored: /).waitFor();
  });

  it('by a table, checked first', async () => {
    await go('import');
    await page.locator('input[type=file]').setInputFiles(file(hostileName('csv'), hostileTable()));
    const begin = page.getByRole('button', { name: /^Import \d+ people/ });
    await begin.waitFor();
    await page.getByText(hostileName('csv')).waitFor();
    for (const kind of await page.locator('.tally button').all()) {
      await kind.click();
      expect(await traces(page)).toEqual([]);
    }
    await begin.click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
  });

  it('by a table of replies, looked through first', async () => {
    await go('replies/import');
    await page.getByLabel('File with replies').setInputFiles(file(hostileName('csv'), hostileReplies()));
    await page.getByText(/ new, .* refused/).waitFor();
    expect(await traces(page)).toEqual([]);
    await page.getByRole('button', { name: /^Import \d+ repl/ }).click();
    await page.getByText(/repl(?:y|ies) imported/).waitFor();
  });

  it('by what a person writes', async () => {
    await go('settings');
    for (const [at, text] of payloads.entries()) {
      if (at % 8 === 0) for (const [name, input] of callsFor(at, text)) await must(page, name, input);
    }
    const { me } = await must<{ me: object }>(page, 'settings.get', {});
    const name = '<img xs src=q onerror=xss=1>';
    await must(page, 'settings.save', { me: { ...me, name, signature: name, addresses: [], languages: [] } });
  });

  it('or are refused', async () => {
    const value = `<b xs>`;
    const identities = [{ kind: 'web', value: `javascript:xss=1 ${value}` }];
    expect(await ask(page, 'contacts.link', { id: idOf(0), identities })).toMatchObject({ ok: false });
  });
});

/** Opens the tabs of a person, each with the payload in it; gives what they left behind. */
const tabs = (where: Page | Frame, shown: string) =>
  where.evaluate(async text => {
    const { traces, until } = globalThis as Watched;
    await until(() => document.querySelector('h1')?.textContent?.includes(text), `the heading ${text}`);
    const found = traces(document.querySelector('main') ?? document);
    for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"]')) {
      tab.click();
      const panel = () => document.getElementById(tab.getAttribute('aria-controls') ?? '');
      // All replies are listed with everybody.
      const isThere = () =>
        tab.id === 'tab-replies' ? panel()?.querySelector('button') : panel()?.textContent?.includes(text);
      await until(() => tab.ariaSelected === 'true' && isThere(), `${tab.textContent} of ${text}`);
      found.push(...traces(panel() ?? document));
    }
    return found;
  }, shown);

/** Scrolls a list of any length from its beginning to its end; gives the links in it, and what was left behind. */
const scrolled = () =>
  page.evaluate(async () => {
    const { traces, until } = globalThis as Watched;
    const found: string[] = [];
    const links = new Set<string>();
    const grid = () => document.querySelector('.grid');
    await until(() => grid()?.querySelector('.name'), 'the list');
    const area = grid();
    for (let top = 0; area && top < area.scrollHeight; top += area.clientHeight / 2) {
      area.scrollTop = top;
      // In view are rows of forty pixels below the head.
      const place = Math.min(Number(area.ariaRowCount), Math.ceil(area.scrollTop / 40) + 3);
      await until(() => area.querySelector(`[aria-rowindex="${place}"]:not([aria-busy])`), `row ${place}`);
      for (const link of area.querySelectorAll('a')) links.add(link.hash);
      found.push(...traces(area));
    }
    return { found, links: [...links] };
  });

describe('they are text', () => {
  it('on the page of each person, in each of its tabs', async () => {
    await page.bringToFront();
    for (const { id, shown } of everybody) {
      await go(`person/${id}`);
      expect([shown, await tabs(page, shown)]).toEqual([shown, []]);
    }
  });

  it('in the list of contacts, with any columns, and in its forms', async () => {
    for (const from of [0, 5]) {
      const columns = Array.from({ length: 12 }, (_none, at) => `field:field-${at * (from + 1)}`);
      await go(`contacts?columns=${['company', 'title', 'address', 'tags', ...columns].join()}`);
      const { found, links } = await scrolled();
      expect(found).toEqual([]);
      expect(links.length).toBeGreaterThan(payloads.length);
    }
    for (const name of ['Choose columns', 'Add a filter']) {
      await page.getByRole('button', { name }).click();
      expect(await traces(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    for (const key of ['Control+a', 't']) await page.locator('.grid').press(key);
    await page.getByRole('dialog').waitFor();
    expect(await traces(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('in each saved view', async () => {
    const views = await must<{ id: string; name: string; query: object }[]>(page, 'savedViews.list', {});
    expect(views.length).toBeGreaterThan(150);
    for (const { id, name, query } of views) {
      await go(`contacts?${new URLSearchParams({ list: JSON.stringify(query), view: id })}`);
      await page.evaluate(
        text =>
          (globalThis as Watched).until(
            () => document.querySelector('h1')?.textContent === text,
            `view ${text}`,
          ),
        name,
      );
      expect([name, await traces(page)]).toEqual([name, []]);
    }
  });

  it('in the list of companies, and on their pages', async () => {
    await go('companies');
    const { found, links } = await scrolled();
    expect(found).toEqual([]);
    expect(links.length).toBeGreaterThan(payloads.length / 2);
    for (const link of links.filter((_link, at) => at % 8 === 0)) {
      await go(link.slice(2));
      await page.getByRole('heading', { name: /^People/ }).waitFor();
      expect([link, await traces(page)]).toEqual([link, []]);
    }
  });

  it('among those who may be one, and two beside each other', async () => {
    await go('clean-up');
    const compare = page.getByRole('link', { name: /^Compare / });
    await compare.first().waitFor();
    expect(await traces(page)).toEqual([]);
    const pairs = await compare.evaluateAll(all =>
      all.map(link => (link as HTMLAnchorElement).hash.slice(2)),
    );
    for (const pair of pairs.slice(0, 20)) {
      await go(pair);
      await page.getByRole('button', { name: 'Merge into one' }).waitFor();
      expect([pair, await traces(page)]).toEqual([pair, []]);
    }
  });

  it('among the replies, and while each is edited', async () => {
    await go('replies');
    const left = await page.evaluate(async () => {
      const { traces, until } = globalThis as Watched;
      const lines = () => document.querySelectorAll<HTMLElement>('.reply-list li > button:first-child');
      await until(() => lines().length > 150, 'the replies');
      const found: string[] = traces();
      for (let at = 0; at < lines().length; at += 3) {
        lines()[at]?.click();
        await until(() => document.querySelector('.variant .preview'), `reply ${at}`);
        found.push(...traces(document.querySelector('.two') ?? document));
      }
      return found;
    });
    expect(left).toEqual([]);
  });

  it.each(['today', 'settings', 'privacy', 'data'])('on the screen %s, in the trash too', async route => {
    const gone = route === 'data' ? everybody.slice(0, 3) : [];
    for (const { id } of gone) await must(page, 'contacts.delete', { id });
    await go(route);
    if (route === 'privacy') {
      await page.getByRole('button', { name: 'Add this rule' }).click();
      await page.getByRole('button', { name: /^Look: / }).click();
    }
    await expect.poll(() => page.locator('main').innerHTML()).toMatch(/&lt;|value="</);
    expect(await traces(page)).toEqual([]);
    if (route !== 'data') return;
    await page.getByRole('button', { name: `Forget ${gone[0]?.shown} now`, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    expect(await traces(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const trash = await must<{ commandId: string }[]>(page, 'contacts.trash', {});
    for (const { commandId } of trash) await must(page, 'journal.undo', { id: commandId });
  });

  it('in the palette', async () => {
    await page.keyboard.press('Control+k');
    const left = await page.evaluate(
      async typed => {
        const { traces, until } = globalThis as Watched;
        const field = document.querySelector<HTMLInputElement>('dialog input');
        const found: string[] = [];
        for (const text of typed) {
          if (field) field.value = text;
          field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await until(() => document.querySelector('dialog [role="status"]')?.textContent, text);
          found.push(...traces(document.querySelector('dialog') ?? document));
        }
        return found;
      },
      some.map(({ shown }) => shown),
    );
    expect(left).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('in the file of each person, where no policy of the extension holds', async () => {
    const reader = await browser.context.newPage();
    const html = { contentType: 'text/html', body: '<p>' };
    await browser.context.route('https://files.example/**', route => route.fulfill(html));
    await reader.goto('https://files.example/');
    const asked = everybody.map(({ id }) =>
      must<{ text: string }>(page, 'contacts.file', { id, as: 'html' }),
    );
    for (const [at, { text }] of (await Promise.all(asked)).entries()) {
      await reader.setContent(text, { waitUntil: 'commit' });
      const shown = payloads[at] ?? '';
      expect(await reader.locator('h1').textContent()).toContain(shown.trim());
      expect([shown, await traces(reader)]).toEqual([shown, []]);
    }
    await reader.close();
  });
});

describe('beside a page they are text', () => {
  let mail: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    mail = await openGolden(browser.context, 'gmail--thread-en.html');
    sidebar = await sidebarOf(mail);
    await sidebar.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => mail?.close());

  it('where a page shows somebody who is called so and may not be whom it seems', async () => {
    // A page that changes again and again is read about once in a second.
    for (const { shown } of some.filter((_one, at) => at % 4 === 0)) {
      await mail.evaluate(name => {
        for (const sender of document.querySelectorAll('.gD, .g2')) {
          sender.setAttribute('name', name);
          sender.textContent = name;
        }
        const subject = document.querySelector('h2.hP');
        if (subject) subject.textContent = name;
      }, shown);
      await sidebar.evaluate(async text => {
        // Quotation marks and spaces around a name are no part of it.
        const bare = (name = '') => name.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const heading = () => bare(document.querySelector('h1')?.textContent);
        await (globalThis as Watched).until(() => heading() === bare(text), `somebody called ${text}`);
      }, shown);
      expect([shown, await traces(sidebar), await traces(mail)]).toEqual([shown, [], []]);
    }
  });

  it('on the card of each person, in each of its tabs', async () => {
    const sought = everybody.map(({ shown }, at) => ({ shown, typed: addressOf(at) }));
    for (const { shown, typed } of sought) {
      await sidebar.evaluate(async text => {
        const { until } = globalThis as Watched;
        document.querySelector<HTMLElement>('[aria-label^="Search everyone"]')?.click();
        const field = () => document.querySelector<HTMLInputElement>('.finder input');
        await until(field, 'the search');
        const input = field();
        if (input) input.value = text;
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const row = () => document.querySelectorAll<HTMLElement>('.found .person-row');
        await until(() => row().length === 1, text);
        row()[0]?.click();
      }, typed);
      expect([shown, await tabs(sidebar, shown)]).toEqual([shown, []]);
    }
  });
});
