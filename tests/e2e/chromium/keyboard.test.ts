// The full page by keyboard alone: the main action of every screen, with the focus on something, and seen, after each key.

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let marta: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  page.setDefaultTimeout(10_000);
  await must(page, 'settings.save', { welcomed: true });
  marta = await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example', tags: ['VIP'] });
  await addPerson(page, { name: 'M. Ruiz', address: 'marta+shop@norte.example' });
  await addPerson(page, { name: 'Jonas Feld', address: 'jonas@feldweg.example' });
  await must(page, 'followUps.add', { contactId: marta, text: 'Call Marta', dueAt: Date.now() - 1000 });
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts`);
  await page.locator('.grid-row .name').first().waitFor();
});
afterAll(() => browser?.close());

/** What has the focus: the name it is read out with, and where that can't be seen, what is wrong. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body)
      return { name: '', problem: 'nothing has the focus' };
    const field =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
    const label = field ? at.labels?.[0]?.textContent : at.textContent;
    const name = (at.getAttribute('aria-label') ?? label ?? '').trim().replaceAll(/\s+/g, ' ');
    const active = document.getElementById(at.getAttribute('aria-activedescendant') ?? '');
    const isSeen = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const isClear = /transparent|, 0\)$/.test(outlineColor);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !isClear;
    };
    const outlined = [...document.querySelectorAll('*')].filter(isSeen);
    // An outline that stands around something else as well says nothing.
    const stray = outlined.find(element => !element.contains(at) && element !== active);
    const isActiveSeen = active !== null && getComputedStyle(active).boxShadow !== 'none';
    if (stray) return { name, problem: `an outline around ${stray.outerHTML.slice(0, 80)}` };
    return {
      name,
      problem: outlined.length > 0 || isActiveSeen ? '' : `no outline of ${at.outerHTML.slice(0, 120)}`,
    };
  });

/** Waits until the focus is on something that is called so; then it must be seen. */
async function on(name: string | RegExp): Promise<void> {
  const isIt = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  await expect.poll(async () => (await focused()).name, { timeout: 10_000 }).toSatisfy(isIt);
  expect(await focused()).toMatchObject({ problem: '' });
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes forward with Tab to what is called so; everything on the way must be seen. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  const way: string[] = [];
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press(key);
    const now = await focused();
    // Where a page begins anew after its last element, the browser's own bar is passed.
    if (now.name !== '') expect(now).toMatchObject({ problem: '' });
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
    way.push(now.name);
  }
  throw new Error(`No way to ${name}: ${way.join(' | ')}`);
}

/** Goes to a screen by the palette. */
async function palette(typed: string): Promise<void> {
  await press('Control+k');
  await on(/something to do/);
  await page.keyboard.type(typed);
  await page
    .getByRole('option', { selected: true })
    .filter({ hasText: new RegExp(typed, 'i') })
    .waitFor();
  await press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
const said = (text: string | RegExp) => page.locator('.toast').getByText(text).waitFor();

describe('contacts', () => {
  it('are found, opened and edited', async () => {
    await press('/');
    await on(/^Search contacts/);
    await page.keyboard.type('jonas');
    await expect.poll(() => page.locator('.grid-row .name').count()).toBe(1);
    await press('ArrowDown');
    await on('Contacts');
    await press('Home', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Jonas Feld' }).first().waitFor();
    await expect.poll(async () => (await focused()).problem).toBe('');
    await tabTo('Company');
    await press('Enter');
    await on('Company');
    await page.keyboard.type('Feldweg');
    await press('Enter');
    await on(/Feldweg$/);
    await tabTo('Timeline');
    await press('ArrowRight');
    await on('Changes');
    await page.getByText('Edited').first().waitFor();
  });

  it('go into a view that is kept', async () => {
    await press('g', 'c');
    await page.locator('.grid').waitFor();
    await press('l');
    await on('Contacts');
    await press('Shift+F');
    await expect.poll(() => page.locator('.grid-row .name').count()).toBe(3);
    await press('f');
    await on('Stage');
    await press('ArrowDown', 'Enter');
    await on(/^VIP/);
    await press('Space', 'Escape');
    // Where the focus was before.
    await on('Contacts');
    await press('v');
    await on('Name of the view');
    await page.keyboard.type('Best');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Best' }).waitFor();
    await expect.poll(async () => (await focused()).problem).toBe('');
    await press('l', 'Shift+F');
  });

  it('are changed in bulk and brought back, from a dialog that gives the focus back', async () => {
    await press('l');
    await on('Contacts');
    await press('Home', 'x', 's');
    await on(/^Stage/);
    await press('Escape');
    await on('Contacts');
    await press('t');
    await on(/^Tag/);
    await page.keyboard.type('New');
    await page.getByRole('button', { name: 'Tag 1 person' }).waitFor();
    await press('Enter');
    await said(/tagged “New”/);
    await on('Contacts');
    await press('Control+z');
    await said('Undone for 1 person');
    await on('Contacts');
  });
});

describe('the palette and the list of keys', () => {
  it('give the focus back', async () => {
    for (const key of ['Control+k', '?']) {
      await press('l');
      await on('Contacts');
      await press(key);
      await page.locator('dialog[open]').waitFor();
      await expect.poll(async () => (await focused()).problem).toBe('');
      await press('Escape');
      await on('Contacts');
    }
  });

  it('open again although the one before has not heard of its end', async () => {
    await press('Control+k');
    await on(/something to do/);
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
    });
    await on(/something to do/);
    // Whoever hears of the earlier end has done so by then.
    await page.keyboard.type('Today');
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Today' }).waitFor();
    await press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  it('lead to every screen', async () => {
    for (const screen of ['Today', 'Companies', 'Clean up', 'Quick replies', 'Settings', 'Data', 'Privacy']) {
      await palette(screen);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await expect.poll(async () => [screen, (await focused()).problem]).toEqual([screen, '']);
    }
  });

  it('name a key for every place to go', async () => {
    await press('?');
    const places = page.locator('dialog[open] section').filter({ hasText: 'Go to' });
    await places.waitFor();
    expect(await places.locator('kbd').count()).toBe(9);
    await press('Escape');
    await press('g', 'i');
    await page.getByRole('heading', { level: 1, name: 'Import people' }).waitFor();
  });
});

it('today: something is done, and the focus stays nearby', async () => {
  await palette('Today');
  await tabTo(/^Done: Call Marta|Call Marta/);
  await press('Enter');
  await expect.poll(async () => (await focused()).problem).toBe('');
});

it('companies: one is opened', async () => {
  await palette('Companies');
  await page.locator('.grid-row .name').first().waitFor();
  await tabTo('Companies');
  await press('End', 'Home', 'Enter');
  await page.getByRole('heading', { name: /^People/ }).waitFor();
  await expect.poll(async () => (await focused()).problem).toBe('');
});

it('import: a file is chosen where the focus is, and brought in', async () => {
  await palette('Data');
  await tabTo(/^Import people|people/i);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Import people' }).waitFor();
  await tabTo(/Choose a file/);
  const buffer = Buffer.from('Name,Email\nAda Lane,ada@lane.example');
  await page.locator('input:focus').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import 1 person' }).waitFor();
  await expect.poll(async () => (await focused()).problem).toBe('');
  await tabTo('Import 1 person');
  await press('Enter');
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await expect.poll(async () => (await focused()).problem).toBe('');
});

it('clean up: two are merged', async () => {
  await palette('Clean up');
  await page
    .getByRole('link', { name: /^Compare / })
    .first()
    .waitFor();
  await tabTo(/^Compare .*Ruiz/);
  await press('Enter');
  await on('Are they one person?');
  await tabTo('Merge into one');
  await press('Enter');
  await said('Merged into one person');
  await expect.poll(async () => (await focused()).problem).toBe('');
});

describe('data', () => {
  it('are exported', async () => {
    await palette('Data');
    await tabTo('Export everything');
    const download = page.waitForEvent('download');
    await press('Enter');
    await download;
    await on('Export everything');
  });

  it('are backed up', async () => {
    await palette('Data');
    await tabTo('Back up now');
    const download = page.waitForEvent('download');
    await press('Enter');
    await download;
    await page.getByText(/^Verified\./).waitFor();
    await on('Back up now');
  });
});

it('replies: one is written and kept', async () => {
  await palette('Quick replies');
  await tabTo('New reply');
  await press('Enter');
  await tabTo('Name');
  await page.keyboard.type('Gratitude');
  await tabTo(/^Text/);
  await page.keyboard.type('Thank you!');
  await tabTo('Save');
  await press('Enter');
  await page.locator('.reply-list').getByText('Gratitude').waitFor();
  await expect.poll(async () => (await focused()).problem).toBe('');
});

it('privacy: a rule is added', async () => {
  await palette('Privacy');
  await tabTo('Add this rule');
  await press('Enter');
  await page.getByRole('button', { name: /^Look: / }).waitFor();
  await expect.poll(async () => (await focused()).problem).toBe('');
});

it('a person is forgotten, after the question was left once', async () => {
  await palette('Jonas');
  await page.getByRole('heading', { level: 1, name: 'Jonas Feld' }).first().waitFor();
  const menu = 'More about Jonas Feld';
  const ask = async () => {
    await press('Enter');
    await on('Merge with…');
    await press('End', 'Enter');
    await on('Cancel');
  };
  await tabTo(menu);
  await ask();
  await press('Escape');
  await on(menu);
  await ask();
  await tabTo('Go on');
  await press('Enter');
  await on('Cancel');
  await tabTo('Forget Jonas Feld for good');
  await press('Enter');
  await on('Close');
  await press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.waitForURL(/#\/contacts/);
  await expect.poll(async () => (await focused()).problem).toBe('');
  expect(JSON.stringify(await must(page, 'contacts.list', { offset: 0, limit: 50 }))).not.toContain('Jonas');
});
