// One person on two sites, by one gesture; and a name whose address the site keeps back.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, chooseSite, golden, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
const open = async (name: string) => {
  await chooseSite(browser.dashboard, new URL(addressOf(golden(name))).origin, name.split('--')[0] ?? '');
  const page = await openGolden(browser.context, name);
  return { page, sidebar: await sidebarOf(page) };
};

beforeAll(async () => {
  browser = await openBrowser();
  await addPerson(browser.dashboard, { name: 'Marta Ruiz', address: 'marta@norte-boats.example' });
});
afterAll(() => browser.close());

describe('“this is also”', () => {
  let page: Page;
  it('makes somebody seen here and a contact one, by the keyboard alone', async () => {
    const opened = await open('reddit--post-nested-composer.html');
    ({ page } = opened);
    const { sidebar } = opened;
    await sidebar.getByRole('heading', { name: 'marta_bakes' }).waitFor();
    await sidebar.getByRole('button', { name: 'This is also…' }).press('Enter');
    await sidebar.getByLabel('Who of your contacts is this?').fill('marta');
    await sidebar.getByRole('list', { name: 'People found' }).getByText('Marta Ruiz').waitFor();
    await sidebar.getByLabel('Who of your contacts is this?').press('Enter');
    await sidebar.getByText('Same profile').waitFor();
    await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
  });

  it('is taken back by Undo', async () => {
    const sidebar = await sidebarOf(page);
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await sidebar.getByRole('heading', { name: 'marta_bakes' }).waitFor();
    await page.close();
  });
});

describe('a handle that somebody else has now', () => {
  it('is said, nothing is offered by habit, and they can be added as somebody of their own', async () => {
    const identities = [{ kind: 'reddit', value: 'marta_bakes', id: 't2_before' }];
    const before = { patch: { name: 'Marta Bakes' }, identities, from: 'user' };
    await must(browser.dashboard, 'contacts.create', before);
    const { page, sidebar } = await open('reddit--post-nested-composer.html');
    await sidebar.getByRole('heading', { name: 'Not the account you know' }).waitFor();
    expect(await sidebar.getByRole('button', { name: 'Link' }).count()).toBe(0);
    await sidebar.getByRole('button', { name: 'It is their new account' }).waitFor();
    await sidebar.getByRole('button', { name: 'This is somebody else' }).click();
    await sidebar.getByRole('button', { name: 'Add to Regulars' }).click();
    await sidebar.getByText('Same profile').waitFor();
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await sidebar.getByRole('heading', { name: 'Not the account you know' }).waitFor();
    await page.close();
  });
});

describe('a name whose address the site keeps back', () => {
  it('is no contact though one has that name, and the way to the address is said', async () => {
    const { page, sidebar } = await open('outlook--names-only.html');
    await sidebar.getByRole('heading', { name: 'Outlook shows only the name' }).waitFor();
    await sidebar.getByText('Point at the name in the message').waitFor();
    await sidebar.getByRole('heading', { name: 'Contacts of this name' }).waitFor();
    expect(await sidebar.getByText('Same email address').count()).toBe(0);
    await page.close();
  });

  it('can be added by the name alone, is not recognised by it, and Undo leads back', async () => {
    const { page, sidebar } = await open('outlook--names-only.html');
    await sidebar.getByRole('button', { name: 'Add by name only' }).press('Enter');
    await sidebar.getByText('Added by name only').waitFor();
    await sidebar.getByRole('tab', { name: 'Details' }).waitFor();
    expect(await sidebar.getByText('Same').count()).toBe(0);
    await sidebar.getByRole('button', { name: 'Undo' }).click();
    await sidebar.getByRole('heading', { name: 'Outlook shows only the name' }).waitFor();
    await page.close();
  });

  it('becomes the contact once their card shows the address', async () => {
    const { page, sidebar } = await open('outlook--card-open.html');
    await sidebar.getByText('Same email address').waitFor();
    await page.close();
  });

  it('is recognised in the same moment in which the card opens', async () => {
    const { page, sidebar } = await open('outlook--names-only.html');
    await sidebar.getByRole('heading', { name: 'Outlook shows only the name' }).waitFor();
    await page.evaluate(() => {
      const card = document.createElement('div');
      card.setAttribute('data-log-region', 'LivePersonaCard');
      const email = document.createElement('div');
      email.setAttribute('data-log-name', 'Email');
      const button = document.createElement('button');
      button.textContent = 'marta@norte-boats.example';
      const heading = document.createElement('div');
      heading.textContent = 'Marta Ruiz';
      email.append(button);
      card.append(heading, email);
      document.body.append(card);
    });
    await sidebar.getByText('Same email address').waitFor();
    await page.close();
  });
});

describe('the box with the caret', () => {
  it('brings whom it answers to the front', async () => {
    const { page, sidebar } = await open('youtube--watch-replies-open.html');
    await sidebar.getByRole('heading', { name: 'Norte Roasters' }).waitFor();
    await page.locator('#reply-dialog #contenteditable-root').first().focus();
    await sidebar.getByRole('heading', { name: 'jon_berg' }).waitFor();
    await page.close();
  });
});

describe('a site that has changed', () => {
  it('is said to have changed, and a person can be selected by hand', async () => {
    const { page, sidebar } = await open('reddit--post-unreadable.html');
    await sidebar.getByRole('heading', { name: 'We can’t read this page' }).waitFor();
    await page.evaluate(() => {
      const words = document.createElement('p');
      words.textContent = 'marta@norte-boats.example';
      document.body.append(words);
      getSelection()?.selectAllChildren(words);
    });
    await sidebar.getByRole('button', { name: 'Use the selected address' }).click();
    await sidebar.getByText('Same email address').waitFor();
    await page.close();
  });
});
