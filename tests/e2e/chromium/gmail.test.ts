// The main job in a real browser: a Gmail thread is opened, the person is known, a checked reply goes into the box.
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseSite, inOurWorlds, type Opened, openBrowser, openGolden, sidebarOf } from './browser';

describe.each([true, false])('with third-party cookies blocked: %s', blockThirdParty => {
  let browser: Opened;
  let page: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    browser = await openBrowser({ blockThirdParty });
    await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
    page = await openGolden(browser.context, 'gmail--thread-en.html');
    sidebar = await sidebarOf(page);
  });
  afterAll(() => browser?.close());

  it('offers to add an unknown sender, with guesses from the signature', async () => {
    await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    expect(await sidebar.getByLabel('Email').inputValue()).toBe('marta.ruiz@norte.example');
    expect(await sidebar.getByLabel('Company').inputValue()).toBe('Norte');
    expect(await sidebar.getByLabel('Phone').inputValue()).toBe('+34 600 55 50 14');
  });

  it('shows the card after adding, with the reason of the match', async () => {
    await sidebar.getByRole('button', { name: 'Add to Regulars' }).click();
    await sidebar.getByText('Same email address').waitFor();
    await sidebar.getByRole('tab', { name: /History/ }).waitFor();
  });

  it('leaves the user out and offers the other participants', async () => {
    const people = sidebar.getByRole('navigation', { name: 'People in this conversation' });
    expect(await people.getByRole('button').count()).toBe(2);
  });

  it('keeps the conversation on the timeline once, however often it is read', async () => {
    await page.reload();
    sidebar = await sidebarOf(page);
    await sidebar.getByText('Same email address').waitFor();
    await page.reload();
    sidebar = await sidebarOf(page);
    await sidebar.getByText('3 messages').waitFor();
  });

  it('asks for blanks before it inserts, and inserts the reply once before the signature', async () => {
    await sidebar.getByRole('tab', { name: 'Quick replies' }).click();
    await sidebar.getByLabel('Search quick replies').fill(';refund');
    await sidebar.getByRole('button', { name: /^Insert/ }).click();
    await sidebar.getByText('To fill:').waitFor();
    await sidebar.getByRole('button', { name: 'order number' }).click();
    await sidebar.getByLabel('order number').fill('2041');
    await sidebar.getByLabel('order number').press('Enter');
    await sidebar.getByRole('button', { name: 'arrival date' }).click();
    await sidebar.getByLabel('arrival date').fill('Friday');
    await sidebar.getByLabel('arrival date').press('Enter');
    await sidebar.getByRole('button', { name: /^Insert/ }).click();
    // Without the user's own name the last blank remains.
    await sidebar.getByRole('button', { name: 'first name' }).click();
    await sidebar.getByLabel('first name').fill('Nora');
    await sidebar.getByLabel('first name').press('Enter');
    await sidebar.getByRole('button', { name: /^Insert/ }).click();
    await sidebar.getByText('Inserted.').waitFor();
    const text = (await page.locator('[g_editable]').textContent()) ?? '';
    expect(text.split('order 2041 is on its way').length).toBe(2);
    expect(text.indexOf('order 2041')).toBeLessThan(text.indexOf('Nora Vidal'));
  });

  it('takes a note back with Undo', async () => {
    await sidebar.getByRole('tab', { name: /History/ }).click();
    await sidebar.getByRole('textbox', { name: /^Note about/ }).fill('Prefers calls on Friday');
    await sidebar.getByRole('textbox', { name: /^Note about/ }).press('Control+Enter');
    await sidebar.getByText('Prefers calls on Friday').first().waitFor();
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await sidebar.getByText('Undone').waitFor();
    await sidebar.locator('.timeline').getByText('Prefers calls on Friday').waitFor({ state: 'detached' });
  });

  it('tells the page nothing: no frame, no attribute, no text of ours in its light DOM', async () => {
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toMatch(/chrome-extension|regulars/i);
    expect(await page.evaluate(() => window.length)).toBe(0);
  });
});

describe('a page that frames the sidebar by itself', () => {
  it('gets an empty frame', async () => {
    const browser = await openBrowser();
    await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
    const page = await openGolden(browser.context, 'gmail--thread-en.html');
    // Even with the address of this session, which a page does not learn.
    await sidebarOf(page);
    const [address] = await inOurWorlds(page, "chrome.runtime.getURL('/sidepanel.html')");
    await page.evaluate(source => {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
    }, `${address}#guess`);
    const isOwn = (frame: Frame) => frame.url().endsWith('#guess');
    const own =
      page.frames().find(isOwn) ?? (await page.waitForEvent('framenavigated', { predicate: isOwn }));
    await own.waitForLoadState();
    const asked = await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ code?: string }> } };
      };
      const call = (name: string, input: object) =>
        chrome.runtime.sendMessage({ regulars: 'call', name, id: crypto.randomUUID(), input });
      const hello = await call('views.hello', { ticket: 'guess' });
      return [hello.code, (await call('people.onScreen', {})).code, (await call('contacts.list', {})).code];
    });
    expect(asked).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await own.evaluate(() => document.body.innerHTML.trim())).toBe('');
    await browser.close();
  });
});
