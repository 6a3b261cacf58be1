// What is done with a person from their page, by the palette and by keys: written about, exported, merged, forgotten.
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
  marta = await addPerson(page, { name: '=Marta Ruiz', address: 'marta@norte.example' });
  await addPerson(page, { name: 'Jonas Feld', address: 'jonas@feldweg.example' });
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/person/${marta}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => browser?.close());

/** Runs the first command that begins so. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a person or something to do' });
  await palette.getByRole('combobox').fill(words);
  await palette.getByRole('option').first().getByText('Person', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
}

describe('the palette', () => {
  it('begins a note, and a follow-up', async () => {
    await command('write a note');
    await page
      .getByLabel(/^Note about/)
      .and(page.locator(':focus'))
      .waitFor();
    await command('add a follow');
    await page.getByLabel('What to do').waitFor();
    await page.keyboard.press('Escape');
  });

  it('begins a new address', async () => {
    await command('add an address');
    await page.getByRole('form', { name: 'Add an address, a phone or a profile' }).waitFor();
  });

  it('searches the timeline, and shows what was changed', async () => {
    await command('show what was');
    await page.getByRole('tab', { name: 'Changes', selected: true }).waitFor();
    await command('search the timeline');
    await page.getByLabel('Search the timeline').and(page.locator(':focus')).waitFor();
  });

  it.each([
    ['merge with', /^Who else is/],
    ['forget this', /Marta Ruiz/],
    ['export', /^Export$/],
  ])('asks before it does: %s', async (words, title) => {
    await command(words);
    await page.getByRole('dialog').getByRole('heading', { name: title }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('an export of one person', () => {
  async function exported(form: string): Promise<string> {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('As').selectOption({ label: form });
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export 1 person' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }

  it.each([
    ['Regulars (JSON)', '"value":"=Marta Ruiz"'],
    ['Table (CSV)', "\n'=Marta Ruiz,"],
    ['Table (CSV), exactly as written', '\n=Marta Ruiz,'],
    ['Address cards (vCard)', 'FN:=Marta Ruiz'],
  ])('is made as %s, with nobody else in it', async (form, has) => {
    const text = await exported(form);
    expect(text).toContain(has);
    expect(text).toContain('marta@norte.example');
    expect(text).not.toContain('Jonas');
  });
});

it('the palette moves them to the trash', async () => {
  await command('move to the trash');
  await page.waitForURL(/#\/contacts/);
  await page.getByRole('button', { name: 'Undo' }).click();
});
