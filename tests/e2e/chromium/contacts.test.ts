// The list of contacts in a real Chromium: found, filtered, kept as a view, selected by keyboard, changed in bulk, undone.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let dashboard: Page;
let marta: string;

const rows = () => dashboard.getByRole('grid', { name: 'Contacts' }).locator('.grid-body [role="row"]');
const names = () => rows().locator('.name').allTextContents();
const row = (name: string) => rows().filter({ hasText: name });
const shows = (people: string[]) =>
  expect.poll(async () => (await names()).map(name => name.slice(2)), { timeout: 10_000 }).toEqual(people);
const selected = () => dashboard.getByRole('region', { name: 'Selected people' });
const toast = (text: string | RegExp) => dashboard.locator('.toast').getByText(text);

beforeAll(async () => {
  browser = await openBrowser();
  dashboard = browser.dashboard;
  dashboard.setDefaultTimeout(10_000);
  await must(dashboard, 'settings.save', { welcomed: true });
  const add = (name: string, address: string, tags: string[]) =>
    addPerson(dashboard, { name, address, tags });
  marta = await add('Marta Ruiz', 'marta@norte.example', ['Wholesale']);
  await add('Jonas Feld', 'jonas@feldweg.example', ['Wholesale']);
  await add('Anna Norden', 'anna@norte.example', []);
  await add('Zoë Ångström', 'zoe@gmail.com', ['Press']);
  await must(dashboard, 'timeline.add', { contactId: marta, kind: 'note', text: 'Prefers short mornings' });
  await must(dashboard, 'timeline.add', { contactId: marta, kind: 'issue', text: 'Broken grinder' });
  await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts`);
  await row('Zoë').waitFor();
});
afterAll(() => browser?.close());

describe('finding people', () => {
  it.each([
    ['a name without its accents', 'zoe ang', ['Zoë Ångström']],
    ['an address', 'feldweg', ['Jonas Feld']],
    ['a tag', 'whole', ['Jonas Feld', 'Marta Ruiz']],
    ['a word of a note', 'morning', ['Marta Ruiz']],
  ])('by %s, while it is typed', async (_what, typed, found) => {
    await dashboard.getByRole('heading', { level: 1 }).click();
    await dashboard.keyboard.press('/');
    await dashboard.keyboard.type(typed);
    await shows(found);
    await dashboard.getByLabel('Search contacts').fill('');
    await shows(['Anna Norden', 'Jonas Feld', 'Marta Ruiz', 'Zoë Ångström']);
  });

  it('says so where nobody is found, with the way back', async () => {
    await dashboard.getByLabel('Search contacts').fill('nobody at all');
    await dashboard.getByText('No one found.').waitFor();
    await dashboard.getByRole('button', { name: 'Show everybody' }).click();
    await row('Marta').waitFor();
  });
});

describe('filters', () => {
  const openMenu = async (kind: string) => {
    await dashboard.getByRole('button', { name: 'Add a filter' }).click();
    await dashboard.getByRole('menuitem', { name: kind, exact: true }).click();
  };

  it('combine, by keyboard, and Escape closes their form', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('f');
    await dashboard.getByRole('menuitem', { name: 'Stage' }).and(dashboard.locator(':focus')).waitFor();
    await dashboard.keyboard.press('ArrowDown');
    await dashboard.keyboard.press('Enter');
    const form = dashboard.getByRole('dialog', { name: 'Filter: Tag' });
    await form.locator('input:focus').waitFor();
    await form.getByLabel('Wholesale').check();
    await shows(['Jonas Feld', 'Marta Ruiz']);
    await dashboard.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await openMenu('Open issue');
    await dashboard.getByLabel('With an open issue').check();
    await shows(['Marta Ruiz']);
    await dashboard.keyboard.press('Escape');
  });

  it('are kept as a view, which shows them again', async () => {
    await dashboard.getByRole('button', { name: 'Save view' }).click();
    await dashboard.getByLabel('Name of the view').fill('Wholesale in trouble');
    await dashboard.keyboard.press('Enter');
    const view = dashboard.getByRole('list', { name: 'Saved views' }).getByRole('link');
    await view.waitFor();
    await dashboard.getByRole('link', { name: 'Today' }).click();
    await dashboard.getByRole('link', { name: 'Contacts' }).click();
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Shift+F');
    await shows(['Anna Norden', 'Jonas Feld', 'Marta Ruiz', 'Zoë Ångström']);
    await view.click();
    await dashboard.getByRole('heading', { name: 'Wholesale in trouble' }).waitFor();
    await shows(['Marta Ruiz']);
    await dashboard.reload();
    await dashboard.getByRole('heading', { name: 'Wholesale in trouble' }).waitFor();
    await shows(['Marta Ruiz']);
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Shift+F');
    await row('Zoë').waitFor();
  });
});

describe('the list by keyboard', () => {
  it('opens the page of a person, and comes back to the same row', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('End');
    await dashboard.keyboard.press('ArrowUp');
    await dashboard.keyboard.press('Enter');
    await dashboard.waitForURL(new RegExp(`#/person/${marta}`));
    await dashboard.getByRole('heading', { level: 1, name: 'Marta Ruiz' }).first().waitFor();
    await dashboard.goBack();
    await dashboard.locator('.grid:focus .grid-row.active').getByText('Marta Ruiz').waitFor();
  });

  it('shows a card beside it, and closes it', async () => {
    await dashboard.keyboard.press('q');
    await dashboard.getByRole('complementary', { name: 'Marta Ruiz' }).waitFor();
    await dashboard.keyboard.press('q');
    await dashboard.getByRole('complementary', { name: 'Marta Ruiz' }).waitFor({ state: 'detached' });
  });

  it('is ordered by a column, the other way by its heading again', async () => {
    await dashboard.getByRole('button', { name: 'Name', exact: true }).click();
    await shows(['Zoë Ångström', 'Marta Ruiz', 'Jonas Feld', 'Anna Norden']);
    expect(await dashboard.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await dashboard.getByRole('button', { name: 'Name', exact: true }).click();
    await shows(['Anna Norden', 'Jonas Feld', 'Marta Ruiz', 'Zoë Ångström']);
  });

  it('has the columns that are chosen', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('c');
    await dashboard.getByRole('dialog', { name: 'Choose columns' }).getByLabel('Stage').check();
    await dashboard.getByRole('columnheader', { name: 'Stage' }).waitFor();
    await dashboard.keyboard.press('Escape');
    await dashboard.getByRole('dialog', { name: 'Choose columns' }).waitFor({ state: 'hidden' });
  });
});

describe('a new contact', () => {
  it('is added by keyboard with an address that is nobody else’s, and its page opens', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('n');
    const form = dashboard.getByRole('dialog', { name: 'New contact' });
    await form.getByLabel('Name').fill('Cleo Sur');
    await form.getByLabel('Address, number or handle').fill('marta@norte.example');
    await dashboard.keyboard.press('Enter');
    await form.getByText('marta@norte.example already belongs to Marta Ruiz.').waitFor();
    await form.getByLabel('Address, number or handle').fill('cleo@sur.example');
    await dashboard.keyboard.press('Enter');
    await dashboard.getByRole('heading', { level: 1, name: 'Cleo Sur' }).first().waitFor();
    await dashboard.getByText('cleo@sur.example').first().waitFor();
    await dashboard.getByRole('button', { name: 'Move to the trash' }).click();
    await row('Marta').waitFor();
    await shows(['Anna Norden', 'Jonas Feld', 'Marta Ruiz', 'Zoë Ångström']);
  });
});

describe('a bulk change', () => {
  const tagsOf = async (name: string) => (await row(name).locator('.tag').allTextContents()).join();

  it('is foreseen, carried out for those who were selected, and taken back as one', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Home');
    await dashboard.keyboard.press('Shift+ArrowDown');
    await dashboard.keyboard.press('Shift+ArrowDown');
    await selected().getByText('3 people selected').waitFor();
    await dashboard.keyboard.press('t');
    await dashboard
      .getByRole('textbox', { name: 'Tag' })
      .or(dashboard.getByRole('combobox', { name: 'Tag' }))
      .fill('Wholesale');
    await dashboard.getByText('3 people: 1 get the tag, 2 have it already.').waitFor();
    await dashboard.getByRole('button', { name: 'Tag 1 person' }).click();
    await toast('1 person tagged “Wholesale”').waitFor();
    await expect.poll(() => tagsOf('Anna')).toBe('Wholesale');
    await dashboard.keyboard.press('Control+z');
    await toast('Undone for 1 person').waitFor();
    await expect.poll(() => tagsOf('Anna')).toBe('');
    expect(await tagsOf('Jonas')).toBe('Wholesale');
  });

  it('moves everybody to the trash and brings all of them back', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Control+a');
    await dashboard.keyboard.press('Delete');
    await dashboard.getByText('4 people: 4 go to the trash, 1 of them with an open issue.').waitFor();
    await dashboard.getByRole('button', { name: 'Delete 4 people' }).click();
    await toast('4 people in the trash').waitFor();
    await dashboard.getByText('Nobody yet.').waitFor();
    await dashboard.getByRole('button', { name: 'Undo' }).click();
    await toast('Undone for 4 people').waitFor();
    await shows(['Anna Norden', 'Jonas Feld', 'Marta Ruiz', 'Zoë Ångström']);
  });

  it('is left by Escape without a trace; so is an export', async () => {
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Home');
    await dashboard.keyboard.press('x');
    for (const [key, title] of [
      ['s', 'Set the stage'],
      ['e', 'Export'],
    ] as const) {
      await dashboard.keyboard.press(key);
      await dashboard.getByRole('dialog', { name: title }).waitFor();
      await dashboard.keyboard.press('Escape');
      await dashboard.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });
    }
    await selected().getByText('1 person selected').waitFor();
  });

  it('exports those who are selected, and nobody else', async () => {
    await dashboard.keyboard.press('e');
    const download = dashboard.waitForEvent('download');
    await dashboard.getByRole('button', { name: 'Export 1 person' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text).toContain('anna@norte.example');
    expect(text).not.toContain('Marta');
    await dashboard.keyboard.press('Escape');
  });
});

describe('companies', () => {
  it('are people grouped by what they write from, with a history of all of them', async () => {
    await dashboard.keyboard.press('g');
    await dashboard.keyboard.press('o');
    const norte = dashboard
      .getByRole('grid', { name: 'Companies' })
      .getByRole('row')
      .filter({ hasText: 'norte.example' });
    await norte.getByRole('link').click();
    await dashboard.getByRole('heading', { name: 'People 2' }).waitFor();
    expect(await dashboard.locator('.joint').allTextContents()).toEqual([
      expect.stringMatching(/Broken grinder.*Marta Ruiz.*Prefers short mornings.*Marta Ruiz/s),
    ]);
  });
});

describe('keys', () => {
  it('are all listed at ?', async () => {
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts`);
    await row('Zoë').waitFor();
    await dashboard.keyboard.press('?');
    const dialog = dashboard.getByRole('dialog', { name: 'Keys' });
    await dialog.getByText('Search contacts').waitFor();
    expect(await dialog.locator('dt').allTextContents()).toEqual(
      expect.arrayContaining([
        'Add a filter',
        'Companies',
        'Clean up',
        'Privacy',
        'Select as you move',
        'Open the page',
      ]),
    );
    await dashboard.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('open the palette, which finds a person and what can be done', async () => {
    await dashboard.keyboard.press('Control+k');
    await dashboard.keyboard.type('jonas');
    await dashboard.getByRole('option', { name: /Jonas Feld/ }).waitFor();
    await dashboard.keyboard.press('Enter');
    await dashboard.getByRole('heading', { level: 1, name: 'Jonas Feld' }).first().waitFor();
    await dashboard.keyboard.press('Control+k');
    await dashboard.keyboard.type('quick rep');
    await dashboard.keyboard.press('Enter');
    await dashboard.waitForURL(/#\/replies/);
    await dashboard.keyboard.press('Control+k');
    await dashboard.keyboard.type('all keys');
    await dashboard.keyboard.press('Enter');
    await dashboard.getByRole('dialog', { name: 'Keys' }).waitFor();
    await dashboard.keyboard.press('Escape');
  });

  it('are letters while somebody types', async () => {
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts`);
    await dashboard.getByLabel('Search contacts').click();
    await dashboard.keyboard.type('gt?');
    expect(await dashboard.getByLabel('Search contacts').inputValue()).toBe('gt?');
    expect(dashboard.url()).toContain('#/contacts');
  });
});

describe('a change of more than a few', () => {
  it('makes a backup first, and is stopped there before anybody is changed', async () => {
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts`);
    for (let at = 0; at < 20; at++)
      await addPerson(dashboard, { name: `P ${at}`, address: `p${at}@x.example` });
    await dashboard.reload();
    await dashboard.getByLabel('Search contacts').fill('');
    await dashboard.locator('.count', { hasText: /^24$/ }).waitFor();
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('Control+a');
    await dashboard.keyboard.press('t');
    const dialog = dashboard.getByRole('dialog', { name: 'Add a tag' });
    await dialog.getByLabel('Tag').fill('Fair');
    await dialog.getByRole('button', { name: 'Tag 24 people' }).waitFor();
    await dashboard.keyboard.press('Enter');
    await dialog.getByText('First, a backup').waitFor();
    await dashboard.keyboard.press('Escape');
    await toast('Stopped before anything was changed.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await row('Anna').locator('.tag').allTextContents()).toEqual([]);
  });
});
