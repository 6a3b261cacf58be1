// Prepared texts of another program: looked through, kept at once, shown for a person while they are edited, and used.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zendesk } from '../../transfer/replies/samples';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;

type Stored = { id: string; name: string; shortcut?: string; tags: string[]; variants: { body: string }[] };
const stored = () => must<Stored[]>(browser.dashboard, 'replies.list', {});
const names = async () => (await stored()).map(({ name }) => name);
const route = (path: string) => page.goto(`chrome-extension://${browser.id}/dashboard.html#/${path}`);
const list = () => page.locator('.reply-list');

/** The file that the page offers when `act` is done. */
async function downloaded(act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await download.path(), 'utf8');
}

async function choose(name: string, content: string): Promise<void> {
  await route('replies/import');
  await page
    .getByLabel('File with replies')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  await chooseSite(page, 'https://mail.google.com', 'gmail');
  // What comes along at first is not what is looked at here.
  for (const { id } of await stored()) await must(page, 'replies.delete', { id });
  await addPerson(page, { name: 'Marta Ruiz', address: 'marta.ruiz@norte.example', language: 'es' });
  await addPerson(page, { name: 'Tom Berg', address: 'tom@berg.example' });
  const reply = { id: randomUUID(), name: 'Refund is on its way', shortcut: 'rf', tags: ['support'] };
  await must(page, 'replies.save', {
    reply: { ...reply, variants: [{ body: 'The old text' }], order: 0, uses: 0 },
  });
});
afterAll(() => browser?.close());

describe('macros of Zendesk', () => {
  it('are shown beside what is here, and nothing is kept by that', async () => {
    await choose('macros.json', JSON.stringify(zendesk));
    await page.getByText('From Zendesk: 0 new, 1 to decide, 0 the same, 2 refused.').waitFor();
    await page.getByText('“ticket.id” is not known here: it is the blank “ticket id”.').waitFor();
    await page.getByText('It has no text, only actions on the ticket.').waitFor();
    await page.getByText('Text in the file').click();
    await page.getByText('It carries the number {{ticket_id}}.').waitFor();
    await page.getByText('Text here').click();
    await page.getByText('The old text').waitFor();
    expect(await page.getByRole('button', { name: /^Import 0/ }).isDisabled()).toBe(true);
    expect(await names()).toEqual(['Refund is on its way']);
  });

  it('are kept beside it or in its place, as was decided, with one undo', async () => {
    await page.getByLabel('Replace it').check();
    await page.getByRole('button', { name: 'Import 1 reply' }).click();
    await page.getByText('1 reply imported').waitFor();
    expect(await stored()).toMatchObject([{ shortcut: 'rf', tags: ['Billing', 'refund', 'money_back'] }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await stored())[0]?.variants[0]?.body).toBe('The old text');

    await choose('macros.json', JSON.stringify(zendesk));
    await page.getByRole('button', { name: 'Keep both of all' }).click();
    await page.getByRole('button', { name: 'Import 1 reply' }).click();
    await list()
      .getByRole('button', { name: /^Refund/ })
      .nth(1)
      .waitFor();
    expect(await names()).toEqual(['Refund is on its way', 'Refund is on its way']);
  });

  it('are the same when they come again', async () => {
    await choose('macros.json', JSON.stringify(zendesk));
    await page.getByText('0 new, 0 to decide, 1 the same, 2 refused.').waitFor();
  });

  it('that are broken are refused in words', async () => {
    await choose('macros.json', '{"macros": [');
    await page
      .getByText('This file begins like JSON and can’t be read as such. Nothing was changed.')
      .waitFor();
  });
});

describe('the editor', () => {
  const text = () => page.getByLabel('Text of variant 1');
  const shown = () => page.locator('.variant .preview .text').first();

  it('shows the reply for a chosen contact, with what is not known of them', async () => {
    await route('replies');
    await list()
      .getByRole('button', { name: /^Refund/ })
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Choose a person' }).click();
    const search = page.getByRole('combobox', { name: 'Whom to show it for' });
    await search.fill('tom');
    await page.getByRole('option', { name: /Tom Berg/ }).waitFor();
    await search.press('Enter');
    await shown().getByText('Tom', { exact: true }).waitFor();
    await page.getByText('Not known: subject of the conversation, your signature').waitFor();
    await page.getByText('Asked for each time: ticket id').waitFor();
  });

  it('follows what is typed, and says where a mistake is', async () => {
    await text().fill('Dear {{ contact.name }},\nyour {{ order.number');
    await page.getByText('Line 2: “{{ order.number” is not closed: “}}” is missing.').waitFor();
    await page.getByRole('button', { name: 'Show line 2' }).click();
    expect(
      await text().evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    ).toBe('your {{ order.number');
    await text().fill('Dear {{ contact.name }},');
    await shown().getByText('Tom Berg').waitFor();
  });

  it('puts a variable in by keyboard alone', async () => {
    await text().press('Control+End');
    await text().press('Alt+ArrowDown');
    await page.keyboard.type('company');
    await page.getByRole('option', { name: /their company/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => text().inputValue()).toBe('Dear {{ contact.name }},{{ contact.company }}');
    expect(await text().evaluate(field => field === document.activeElement)).toBe(true);
  });

  it('says which variant they get where, and why', async () => {
    await page.getByText('They get variant 1: Any language, the only variant.').waitFor();
    await page.getByRole('button', { name: 'Add a variant' }).click();
    await page.getByRole('group', { name: 'Variant 2' }).getByLabel('Channel').selectOption('Reddit');
    await page.getByText('They get variant 1: Any language, the first variant.').waitFor();
    await page.getByLabel('Written in').selectOption('Reddit');
    await page.getByText('They get variant 2: Reddit, where you write.').waitFor();
    await page.getByRole('button', { name: 'Move variant 2 up' }).click();
    await page.getByText('They get variant 1: Reddit, where you write.').waitFor();
    await page.getByRole('button', { name: 'Remove variant 1' }).click();
    await page.getByLabel('Written in').selectOption('Email');
  });

  it('knows the tags of other replies', async () => {
    const tags = page.getByLabel('Tags');
    await tags.fill('SUPPORT');
    await tags.press('Enter');
    await page.getByRole('button', { name: 'Remove the tag support' }).waitFor();
    await page.getByRole('button', { name: 'Remove the tag money_back' }).click();
    await page.getByRole('button', { name: 'Remove the tag money_back' }).waitFor({ state: 'detached' });
  });

  it('keeps what is being written when the page is closed', async () => {
    await page.reload();
    await list()
      .getByRole('button', { name: /Unsaved/ })
      .click();
    expect(await text().inputValue()).toBe('Dear {{ contact.name }},{{ contact.company }}');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await list().getByText('Unsaved').waitFor({ state: 'detached' });
  });

  it('makes a copy with everything but the shortcut', async () => {
    await list().getByRole('button', { name: /;rf/ }).click();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Refund is on its way (copy)');
    expect(await page.getByLabel('Shortcut, typed after a semicolon').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect
      .poll(() =>
        list()
          .getByRole('button', { name: /\(copy\)/ })
          .count(),
      )
      .toBe(0);
  });
});

describe('the list', () => {
  const shortcuts = () => list().locator('kbd').allTextContents();
  it('is found by words, by shortcut, by tag and by use', async () => {
    await page.getByLabel('Find replies').fill(';r');
    await expect.poll(shortcuts).toEqual([';rf']);
    await page.getByLabel('Find replies').fill('nothing at all');
    await page.getByText('No reply fits.').waitFor();
    await page.getByLabel('Find replies').fill('');
    await page.getByLabel('Tag', { exact: true }).selectOption('Billing');
    await expect.poll(() => list().locator('li').count()).toBe(1);
    const file = await downloaded(async () => {
      await page.getByRole('button', { name: 'Export replies' }).click();
      await page.getByRole('menuitem', { name: 'Those listed (1)' }).click();
    });
    expect(JSON.parse(file)).toMatchObject({
      format: 'regulars-replies',
      replies: [{ tags: ['Billing', 'refund', 'support'] }],
    });
    await page.getByLabel('Tag', { exact: true }).selectOption('');
    await page.getByLabel('Sorting').selectOption('Never used');
    await expect.poll(() => list().locator('li').count()).toBe(2);
  });
});

describe('an imported reply', () => {
  it('is found in the sidebar, filled in, and inserted', async () => {
    await choose(
      'snippets.json',
      JSON.stringify({
        folders: [
          {
            name: 'Shop',
            snippets: [
              {
                name: 'Pick it up',
                shortcut: '/pick',
                type: 'text',
                text: 'Order {formtext: name=order} waits for you.{cursor}',
              },
            ],
          },
        ],
      }),
    );
    await page.getByText('From Text Blaze: 1 new').waitFor();
    await page.getByRole('button', { name: 'Import 1 reply' }).click();
    await page.getByText('1 reply imported').waitFor();
    const mail = await openGolden(browser.context, 'gmail--thread-en.html');
    const sidebar = await sidebarOf(mail);
    await sidebar.getByText('Same email address').waitFor();
    await sidebar.getByRole('tab', { name: 'Quick replies' }).click();
    await sidebar.getByLabel('Search quick replies').fill(';pick');
    await sidebar.getByRole('button', { name: 'order', exact: true }).click();
    await sidebar.getByRole('textbox', { name: 'order', exact: true }).fill('2041');
    await sidebar.getByRole('textbox', { name: 'order', exact: true }).press('Enter');
    await sidebar.getByRole('button', { name: /^Insert Ctrl/ }).click();
    await sidebar.getByText('Inserted.').waitFor();
    expect(await mail.locator('[g_editable]').textContent()).toContain('Order 2041 waits for you.');
  });
});
