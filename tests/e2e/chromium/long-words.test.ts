// A narrow window and long words: every screen scrolls inside its sheet, and no dialog is wider than what it holds.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let marta: string;

const company = 'A company whose whole legal name somebody pasted '.repeat(4).trim();
const word = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3);
const go = (route: string) => page.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);
/** By how many pixels the window scrolls, to the side and down. */
const beyond = () =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - innerHeight];
  });

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: 700, height: 600 });
  await must(page, 'settings.save', { welcomed: true });
  marta = await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  const twin = await addPerson(page, { name: 'Marta Ruiz', address: 'm.ruiz@gmail.example' });
  await must(page, 'contacts.save', { id: twin, patch: { company } });
  const wide = await addPerson(page, { name: word, address: 'wide@norte.example' });
  await must(page, 'timeline.add', { contactId: wide, kind: 'issue', text: word });
  for (let order = 1; order < 12; order++) {
    const field = {
      id: `f${order}`,
      slug: `f${order}`,
      name: `Field ${order}`,
      kind: 'text',
      choices: [],
      order,
    };
    await must(page, 'fields.save', { field });
  }
});
afterAll(() => browser?.close());

describe.each(['ltr', 'rtl'])('a narrow window that runs %s', dir => {
  it.each(['today', 'contacts', 'companies', 'clean-up', 'replies', 'settings', 'data', 'privacy'])(
    'has one place that scrolls: %s',
    async route => {
      await go(route);
      await page.evaluate(to => document.documentElement.setAttribute('dir', to), dir);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await beyond()).toEqual([0, 0]);
    },
  );

  it('shows whom somebody can be merged with, namesakes apart, within the dialog', async () => {
    await go(`person/${marta}`);
    await page.evaluate(to => document.documentElement.setAttribute('dir', to), dir);
    await page.getByRole('button', { name: 'More about Marta Ruiz' }).click();
    await page.getByRole('menuitem', { name: 'Merge with…' }).click();
    await page.getByRole('combobox', { name: 'The same person' }).fill('marta');
    await page.getByRole('option', { name: /m\.ruiz@gmail\.example/ }).waitFor();
    const dialog = page.getByRole('dialog', { name: /Who else is/ });
    expect(await dialog.evaluate(box => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('keeps what the file says beside what is here, however long', async () => {
    await go('import');
    await page.reload();
    await page.evaluate(to => document.documentElement.setAttribute('dir', to), dir);
    await page.locator('input[type=file]').setInputFiles({
      name: 'w.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Name,Email\nPerson 0,wide@norte.example\n'),
    });
    await page.getByRole('radio', { name: 'Keep both' }).waitFor();
    const over = await page
      .locator('.pickable')
      .evaluateAll(all => all.map(box => box.scrollWidth - box.clientWidth));
    expect(over).toEqual([0, 0, 0]);
    expect(await beyond()).toEqual([0, 0]);
  });
});
