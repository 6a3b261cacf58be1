// Long names on a narrow window: nothing makes a page, a screen or a dialog wider or longer than its room.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let people: [string, string];
const name = 'Wolfgang-Maximiliane von und zu Hohenlohe-Waldenburg-Schillingsfürst';
const tags = ['Newsletter 2019', 'Trade fair Hannover 2024', 'VIP'];

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  await page.setViewportSize({ width: 700, height: 900 });
  await chooseSite(page, 'https://mail.google.com', 'gmail');
  const add = (address: string) => addPerson(page, { name, address, tags });
  people = [await add('wolf@schloss.example'), await add('wolf+post@schloss.example')];
  for (let entry = 0; entry < 20; entry++)
    await must(page, 'timeline.add', { contactId: people[0], kind: 'issue', text: `Entry ${entry}` });
});
afterAll(() => browser?.close());

/** What is wider than its room, or makes the page longer than the window. */
const tooLarge = () =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const wide = [...document.querySelectorAll('.scroll, .page, dialog[open]')].filter(
      box => box.scrollWidth > box.clientWidth,
    );
    return [...(scrollHeight > clientHeight ? ['the page'] : []), ...wide.map(box => box.className)];
  });
const go = async (route: string) => {
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};

it.each(['today', 'contacts', 'companies', 'clean-up', 'import', 'replies', 'settings', 'data', 'privacy'])(
  '%s keeps to the window',
  async route => {
    await go(route);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await tooLarge()).toEqual([]);
  },
);

it('two people beside each other keep to the window', async () => {
  await go(`clean-up/${people.join('+')}`);
  await page.getByRole('button', { name: 'Merge into one' }).waitFor();
  expect(await tooLarge()).toEqual([]);
});

it('a person and the choice of whom they are merged with keep to the window', async () => {
  await go(`person/${people[0]}`);
  await page.getByText('Entry 19').first().waitFor();
  expect(await tooLarge()).toEqual([]);
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Merge with…' }).click();
  await page.getByRole('combobox', { name: 'The same person' }).fill('wolf');
  await page.getByRole('option').first().waitFor();
  expect(await tooLarge()).toEqual([]);
});
