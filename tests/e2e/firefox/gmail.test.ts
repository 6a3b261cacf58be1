// The main job in a real Firefox, from the release build on: the user agrees, the person is known, a reply goes in.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  button,
  chooseGmail,
  type Opened,
  openFirefox,
  openGolden,
  own,
  part,
  seen,
  sidebarOf,
  textOf,
  write,
} from './browser';

const granted = 'browser.permissions.getAll().then(({ origins }) => origins)';
const registered =
  'browser.scripting.getRegisteredContentScripts().then(scripts => scripts.flatMap(({ matches }) => matches))';

describe('the release in Firefox', () => {
  let firefox: Opened;
  let page: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    firefox = await openFirefox();
  });
  afterAll(() => firefox?.browser.close());

  it('opens its own page when it is installed, and may read no site yet', async () => {
    await seen(firefox.dashboard, 'Where do you talk to customers?');
    expect(await firefox.dashboard.evaluate(granted)).toEqual([]);
    expect(await firefox.dashboard.evaluate(registered)).toEqual([]);
  });

  it('asks the browser for Gmail when the user chooses it, and for nothing else', async () => {
    await chooseGmail(firefox.dashboard);
    expect(await firefox.dashboard.evaluate(granted)).toEqual(['https://mail.google.com/*']);
    expect(await firefox.dashboard.evaluate(registered)).toEqual(['https://mail.google.com/*']);
  });

  it('offers to add an unknown sender, with guesses from the signature', async () => {
    page = await openGolden(firefox.browser, 'gmail--thread-en.html');
    sidebar = await sidebarOf(page);
    await seen(sidebar, 'First time here. Nothing saved yet.');
    const written = (name: string) =>
      sidebar.$eval(`[name=${name}]`, field => field instanceof HTMLInputElement && field.value);
    expect(await written('name')).toBe('Marta Ruiz');
    expect(await written('company')).toBe('Norte');
  });

  it('shows the card after adding, with the reason of the match', async () => {
    await button(sidebar, 'Add to Regulars').click();
    await seen(sidebar, 'Same email address');
    await seen(sidebar, 'Buyer · Norte');
  });

  it('inserts a reply once, before the signature, when its blanks are filled', async () => {
    await part(sidebar, 'tab', 'Quick replies').click();
    await write(sidebar, '#reply-search', ';refund');
    await seen(sidebar, 'Refund');
    for (const [blank, value] of [
      ['order number', '2041'],
      ['arrival date', 'Friday'],
      ['first name', 'Nora'],
    ] as const) {
      await button(sidebar, blank).click();
      await write(sidebar, `[aria-label="${blank}"]`, value);
      await sidebar.$eval(`[aria-label="${blank}"]`, field => field instanceof HTMLElement && field.blur());
    }
    await button(sidebar, 'Insert Ctrl ↵').click();
    await seen(sidebar, 'Inserted.');
    const text = await page.$eval('[g_editable]', box => box.textContent ?? '');
    expect(text.split('order 2041 is on its way').length).toBe(2);
    expect(text.indexOf('order 2041')).toBeLessThan(text.indexOf('Nora Vidal'));
  });

  it('keeps the conversation on the timeline once, however often it is read', async () => {
    for (let time = 0; time < 2; time++) {
      await page.reload();
      sidebar = await sidebarOf(page, sidebar);
      await seen(sidebar, '3 messages');
    }
    expect((await textOf(sidebar)).split('3 messages').length).toBe(2);
  });

  it('tells the page nothing: no frame, no attribute, no text of ours in its light DOM', async () => {
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(
      /moz-extension|regulars/i,
    );
    expect(await page.evaluate(() => window.length)).toBe(0);
  });

  it('stays empty in a frame that the page made by itself', async () => {
    await page.evaluate(address => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.id = 'guessed';
      document.body.append(frame);
      return new Promise(resolve => frame.addEventListener('load', resolve));
    }, `${own}/sidepanel.html#guess`);
    const guessed = await sidebarOf(page, sidebar);
    await guessed.waitForFunction(() => document.readyState === 'complete');
    expect((await textOf(guessed)).trim()).toBe('');
  });

  it('leaves the site alone when the user takes the permission back', async () => {
    await firefox.dashboard.evaluate(
      "browser.permissions.remove({ origins: ['https://mail.google.com/*'] })",
    );
    await firefox.dashboard.waitForFunction(`${registered}.then(matches => matches.length === 0)`, {
      polling: 50,
    });
    await page.reload();
    await firefox.dashboard.bringToFront();
    await firefox.dashboard.evaluate(() => location.assign('#/settings'));
    await seen(firefox.dashboard, 'Allow again');
    expect(page.frames()).toHaveLength(1);
  });

  it('comes back to the page that is open when the user allows it again', async () => {
    await button(firefox.dashboard, 'Allow again').click();
    await page.bringToFront();
    sidebar = await sidebarOf(page, sidebar);
    await seen(sidebar, 'Same email address');
  });
});
