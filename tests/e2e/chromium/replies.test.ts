// Quick replies beside a Gmail thread: warned about before they go in, inserted once, never losing what was typed.
import { randomUUID } from 'node:crypto';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let sidebar: Frame;

const reply = (name: string, shortcut: string, variants: object[]) => ({
  reply: { id: randomUUID(), name, shortcut, tags: [], variants, order: 0, uses: 0 },
});

beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
  await addPerson(browser.dashboard, {
    name: 'Marta Ruiz',
    address: 'marta.ruiz@norte.example',
    language: 'es',
  });
  for (const saved of [
    reply('Meant for Tom', 'tom', [{ body: 'Dear Tom, your grinder is ready.' }]),
    reply('Order', 'order', [
      { language: 'en', body: 'Order {{ contact.fields.order }} is on its way.' },
      { language: 'es', body: 'El pedido {{ contact.fields.order }} está en camino.' },
    ]),
  ])
    await must(browser.dashboard, 'replies.save', saved);
  page = await openGolden(browser.context, 'gmail--thread-en.html');
  sidebar = await sidebarOf(page);
  await sidebar.getByText('Same email address').waitFor();
});
afterAll(() => browser?.close());

const find = async (shortcut: string) => {
  await sidebar.getByRole('tab', { name: 'Quick replies' }).click();
  await sidebar.getByLabel('Search quick replies').fill(`;${shortcut}`);
};
const textOfBox = async () => (await page.locator('[g_editable]').textContent()) ?? '';
const timesIn = async (text: string) => (await textOfBox()).split(text).length - 1;
const insertButton = () => sidebar.getByRole('button', { name: /^Insert Ctrl/ });

describe('a reply that names somebody else', () => {
  it('is warned about before it is inserted, inserted all the same, and the warning stays', async () => {
    await find('tom');
    const warning = sidebar.getByText(/^The text names Tom/);
    await warning.waitFor();
    expect(await timesIn('Dear Tom')).toBe(0);
    await insertButton().click();
    await sidebar.getByText('Inserted.').waitFor();
    expect(await timesIn('Dear Tom')).toBe(1);
    expect(await warning.isVisible()).toBe(true);
  });

  it('is not inserted twice by the same key, only by a button of its own', async () => {
    expect(await insertButton().isDisabled()).toBe(true);
    await sidebar.getByLabel('Search quick replies').press('Control+Enter');
    await sidebar.getByLabel('Search quick replies').press('Control+Enter');
    await sidebar.getByRole('button', { name: 'Insert again' }).waitFor();
    expect(await timesIn('Dear Tom')).toBe(1);
    await sidebar.getByRole('tab', { name: 'Details' }).click();
    await find('tom');
    await sidebar.getByText('Inserted.').waitFor();
    await sidebar.getByRole('button', { name: 'Insert again' }).click();
    await expect.poll(() => timesIn('Dear Tom')).toBe(2);
  });

  it('goes in once when the key is pressed twice in a row', async () => {
    await find('order');
    await sidebar.getByRole('button', { name: 'order', exact: true }).click();
    await sidebar.getByRole('textbox', { name: 'order', exact: true }).fill('2041');
    await sidebar.getByRole('textbox', { name: 'order', exact: true }).press('Enter');
    const search = sidebar.getByLabel('Search quick replies');
    await Promise.all([search.press('Control+Enter'), search.press('Control+Enter')]);
    await sidebar.getByText('Inserted.').waitFor();
    expect(await timesIn('El pedido 2041')).toBe(1);
  });
});

describe('the picker', () => {
  it('says why it shows this variant', async () => {
    await sidebar.getByText('Spanish, their language').waitFor();
    await sidebar.getByRole('button', { name: 'Change' }).click();
    await sidebar.getByText('English, your choice').waitFor();
  });

  it('keeps the search, the variant and the filled blanks while another tab is looked at', async () => {
    await sidebar.getByRole('tab', { name: /History/ }).click();
    await sidebar.getByRole('tab', { name: 'Quick replies' }).click();
    expect(await sidebar.getByLabel('Search quick replies').inputValue()).toBe(';order');
    await sidebar.getByText('English, your choice').waitFor();
    expect(await sidebar.locator('.preview .text').textContent()).toBe('Order 2041 is on its way.');
  });

  it('is opened by a slash, with the caret in its search', async () => {
    await sidebar.getByRole('tab', { name: /History/ }).click();
    await sidebar.getByRole('tab', { name: /History/ }).press('/');
    await sidebar.locator('#reply-search:focus').waitFor();
  });
});

describe('the editor of replies', () => {
  it('keeps what is being written while another reply is looked at, until it is saved or discarded', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/replies`);
    const list = dashboard.locator('.reply-list');
    await list.getByRole('button', { name: /^Order/ }).click();
    const text = dashboard.getByLabel('Text of variant 1');
    await text.fill('Order sent');
    await list.getByRole('button', { name: /^Meant for Tom/ }).click();
    await expect.poll(() => text.inputValue()).toContain('Dear Tom');
    await list.getByRole('button', { name: /^Order Unsaved/ }).click();
    expect(await text.inputValue()).toBe('Order sent');
    await dashboard.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => text.inputValue()).toContain('is on its way');
    await text.fill('Order sent');
    await dashboard.getByRole('button', { name: 'Save', exact: true }).click();
    await list.getByText('Unsaved').waitFor({ state: 'detached' });
    expect(await text.inputValue()).toBe('Order sent');
  });

  it('puts a variable in at the caret and shows how it will look', async () => {
    const { dashboard } = browser;
    const text = dashboard.getByLabel('Text of variant 1');
    await text.fill('Dear , thank you.');
    for (const key of ['Home', ...Array.from({ length: 5 }, () => 'ArrowRight')]) await text.press(key);
    await dashboard.getByRole('button', { name: 'what to call them' }).click();
    expect(await text.inputValue()).toBe('Dear {{ contact.call_name }}, thank you.');
    await dashboard.locator('.variant .preview .text').first().getByText('Marta').waitFor();
  });

  it('says what is wrong with a text, and where', async () => {
    const { dashboard } = browser;
    await dashboard.getByLabel('Text of variant 1').fill('Dear {{ contact.name }},\n{{ contact.company');
    await dashboard.getByText('Line 2: “{{ contact.company” is not closed: “}}” is missing.').waitFor();
  });
});
