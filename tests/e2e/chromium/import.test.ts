// People from a file: checked first, decided, brought in, stopped and gone on with, taken back, and safe from a killed tab.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let marta: string;

type Listed = { contacts: { id: string; name: string }[]; total: number };
const listed = () => must<Listed>(page, 'contacts.list', { offset: 0, limit: 100 });

const open = (on: Page = page) => on.goto(`chrome-extension://${browser.id}/dashboard.html#/import`);
const choose = (name: string, content: string, on: Page = page) =>
  on.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

const customers = [
  'First Name,Last Name,Email,Company Name,Favourite roast,Notes',
  'Marta,Ruiz,marta@norte.example,Norte,dark,"Two lines',
  'of notes"',
  'Jonas,Weber,jonas@weber.example,Weber,light,',
  'نورة,القحطاني,noura@qahwa.example,قهوة,,=1+1',
  ',,nobody,,,',
].join('\r\n');

/** So many that there is time to stop. */
const many = 12_000;
const rows = Array.from({ length: many }, (_none, at) => `P ${at},p${at}@many.example`);
const folder = mkdtempSync(join(tmpdir(), 'regulars-import-'));
const crowd = join(folder, 'crowd.csv');
writeFileSync(crowd, ['Name,Email', ...rows].join('\n'));

/** Thousands take longer than a click. */
const patient = { timeout: 120_000 };

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  marta = await addPerson(page, { name: 'Marta R.', address: 'marta@norte.example' });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a table', () => {
  it('is checked, and nothing is saved by that', async () => {
    await open();
    await choose('customers.csv', customers);
    await page.getByRole('button', { name: 'Import 3 people' }).waitFor();
    const counts = await page.locator('.tally button').allTextContents();
    expect(counts).toEqual(['2New', '1To decide', '1Refused']);
    expect((await listed()).contacts.map(({ name }) => name)).toEqual(['Marta R.']);
  });

  it('has its refused lines named, and saved as a list', async () => {
    await page.getByRole('button', { name: /Refused/ }).click();
    await page.getByText('Line 6').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save this list' }).click(),
    ]);
    const [head, row] = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(head).toBe('\ufeffLine,Name,Reason');
    expect(row).toMatch(/^6,"","This row has no name/);
  });

  it('is brought in as was decided', async () => {
    await page.getByRole('button', { name: /To decide/ }).click();
    await page.getByRole('radio', { name: 'Marta Ruiz' }).check();
    await page.getByRole('button', { name: 'Import 3 people' }).click();
    await page.getByText('2 new, 1 updated, 0 the same, 1 refused').waitFor();
    const { contacts } = await listed();
    expect(contacts.map(({ name }) => name).sort()).toEqual(['Jonas Weber', 'Marta Ruiz', 'نورة القحطاني']);
  });

  it('changes nothing the second time, and its columns are remembered', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose('again.csv', customers);
    await page.getByText('As in your last import of such a table.').waitFor();
    await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  });

  it('is read anew when a column means something else', async () => {
    await page.getByLabel('Company Name goes to').selectOption({ label: 'Job title' });
    await page.getByRole('button', { name: 'Import 3 people' }).waitFor();
  });
});

it('takes a whole import back, and leaves whoever was there before as they were', async () => {
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose('more.csv', 'Name,Email\nAda Lane,ada@lane.example\nMarta Ruiz,marta@norte.example');
  await page.getByRole('button', { name: 'Import 1 person' }).click();
  await page.getByRole('button', { name: 'Take the whole import back' }).click();
  await page.getByText('The import is taken back.').waitFor();
  const { contacts } = await listed();
  expect(contacts.map(({ name }) => name).sort()).toEqual(['Jonas Weber', 'Marta Ruiz', 'نورة القحطاني']);
  expect(contacts.some(({ id }) => id === marta)).toBe(true);
});

it('says what to do with a file that is something else', async () => {
  await choose('people.xlsx', 'PK\u0003\u0004 and so on');
  await page.getByRole('alert').getByText('save the sheet as CSV').waitFor();
});

describe('an import of thousands', () => {
  const running = (on: Page) => on.getByText(/^[1-9][\d,]* of 12,000$/).waitFor();

  it('is stopped with everything up to a number in', async () => {
    await page.locator('input[type=file]').setInputFiles(crowd);
    await page.getByRole('button', { name: `Import ${many} people` }).click();
    await running(page);
    await page.getByRole('button', { name: 'Stop the import' }).click();
    const said = (await page.getByText(/Everything up to number/).textContent()) ?? '';
    const written = Number(/up to number (\d+)/.exec(said)?.[1]);
    expect((await listed()).total).toBe(3 + written);
    expect(written).toBeLessThan(many);
  });

  it('goes on where it was, also after its tab was closed in the middle, and nobody is there twice', async () => {
    const goOn = async (on: Page) => {
      await on.getByText(/was stopped after \d+ people/).waitFor();
      await on.locator('input[type=file]').setInputFiles(crowd);
      await on.getByRole('button', { name: /^Go on with/ }).click();
    };
    const other = await browser.context.newPage();
    await open(other);
    await goOn(other);
    await running(other);
    await other.close();
    await expect.poll(() => must(page, 'imports.unfinished', {})).toHaveLength(1);
    await page.reload();
    await goOn(page);
    await page.getByText('Imported', { exact: true }).waitFor(patient);
    expect((await listed()).total).toBe(3 + many);
  });

  it('is taken back as one', async () => {
    await page.getByRole('button', { name: 'Take the whole import back' }).click();
    await page.getByText('The import is taken back.').waitFor(patient);
    expect((await listed()).total).toBe(3);
  });
});
