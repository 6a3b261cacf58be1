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
type Card = { identities: { key: string }[]; contact: { createdAt: number } };
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

/** Numbers and dates that mean nothing without a country and an order. */
const local = 'Name,Phone,Created\nPau Local,600 555 014,3/4/2024\n';

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

  it('can be taken back from Data later, when the screen of the import is long gone', async () => {
    await page.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
    await page.reload();
    await page.getByRole('button', { name: 'Take back: Import of customers.csv' }).click();
    await page.getByRole('button', { name: 'Leave it' }).click();
    expect((await listed()).total).toBe(3);
    await page.getByRole('button', { name: 'Take back: Import of customers.csv' }).click();
    await page.getByRole('button', { name: 'Take it back now' }).click();
    await page.getByText('The import is taken back.').waitFor(patient);
    expect((await listed()).contacts.map(({ name }) => name)).toEqual(['Marta R.']);
    await page.getByRole('list', { name: 'Changes of many people' }).waitFor({ state: 'detached' });
    await open();
    await page.reload();
    await choose('customers.csv', customers);
    await page.getByRole('radio', { name: 'Marta Ruiz' }).check();
    await page.getByRole('button', { name: 'Import 3 people' }).click();
    await page.getByText('2 new, 1 updated').waitFor();
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

describe('a table that was taken for something else', () => {
  const cyrillic = Buffer.concat([
    Buffer.from('Name|Email\n'),
    Buffer.from([0xc8, 0xe2, 0xe0, 0xed]),
    Buffer.from('|ivan@norte.example\n'),
  ]);

  it('is read anew in the encoding that is said', async () => {
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'c.csv', mimeType: 'text/csv', buffer: cyrillic });
    await page.getByText('Èâàí', { exact: true }).first().waitFor();
    await page.getByText('Letters or columns look wrong').click();
    await page.getByLabel('Encoding').selectOption({ label: 'Cyrillic (Windows-1251)' });
    await page.getByText('Иван', { exact: true }).first().waitFor();
    await page.locator('.file .meta').getByText('WINDOWS-1251').waitFor();
  });

  it('is cut at what is said, and its first row is whom it is said to be', async () => {
    await page.getByLabel('Between columns').selectOption({ label: 'Comma' });
    await page.getByText('1 columns').waitFor();
    await page.getByLabel('Between columns').selectOption({ label: 'Bar' });
    await page.getByText('2 columns').waitFor();
    await page.getByLabel('First row').selectOption({ label: 'A person already' });
    await page.getByRole('rowheader', { name: /^Column 1/ }).waitFor();
    await page.getByLabel('First row').selectOption({ label: 'Names of the columns' });
    await page.getByRole('button', { name: 'Import 1 person' }).waitFor();
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

describe('both values', () => {
  const differing =
    'Name,Email,Title\nMarta of Norte,marta@norte.example,Buyer\nJ. Weber,jonas@weber.example,';
  const names = async () => (await listed()).contacts.map(({ name }) => name).sort();
  const before = ['Jonas Weber', 'Marta Ruiz', 'نورة القحطاني'];

  it('are kept where that is chosen, for one or for all', async () => {
    await choose('both.csv', differing);
    await page.getByRole('button', { name: 'Import 2 people' }).waitFor();
    const one = page.getByRole('group').filter({ hasText: 'Marta of Norte' });
    await one.getByRole('radio', { name: 'Keep both' }).check();
    await page.getByText('1 of 2 decided, the rest stay as they are').waitFor();
    await page.getByRole('button', { name: 'Keep both for all' }).click();
    await page.getByText('0 of 2 decided, the rest keep both').waitFor();
    expect(await one.getByRole('radio', { name: 'Keep both' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    expect(await names()).toEqual(before);
  });

  it('are nothing to decide the second time', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose('both-again.csv', differing);
    await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  });

  it('can be used on the page of the person', async () => {
    const person = await browser.context.newPage();
    await person.goto(`chrome-extension://${browser.id}/dashboard.html#/person/${marta}`);
    await person.getByRole('tab', { name: 'Merged' }).click();
    await person.getByText('kept from an import').waitFor();
    await person.getByRole('button', { name: 'Use this: Name, Marta of Norte' }).click();
    await person.getByRole('heading', { level: 1, name: 'Marta of Norte' }).first().waitFor();
    await person.getByRole('button', { name: 'Use this: Name, Marta Ruiz' }).click();
    await person.getByRole('heading', { level: 1, name: 'Marta Ruiz' }).first().waitFor();
    await person.close();
  });

  it('go when the import is taken back', async () => {
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await choose('others.csv', differing.replace('of Norte', 'from Norte'));
    await page.getByRole('button', { name: 'Keep both for all' }).click();
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    const alternatives = async () => {
      const { alternatives: all } = await must<{ alternatives: { text: string }[] }>(
        page,
        'contacts.mergedFrom',
        {
          id: marta,
        },
      );
      return all.map(({ text }) => text).sort();
    };
    await page.getByRole('button', { name: 'Take the whole import back' }).waitFor();
    expect(await alternatives()).toEqual(['Marta from Norte', 'Marta of Norte']);
    await page.getByRole('button', { name: 'Take the whole import back' }).click();
    await expect.poll(alternatives).toEqual(['Marta of Norte']);
    expect(await names()).toEqual(before);
    await page.getByText('or drop it here').waitFor();
  });
});

it('says what to do with a file that is something else', async () => {
  await choose('people.xlsx', 'PK\u0003\u0004 and so on');
  await page.getByRole('alert').getByText('save the sheet as CSV').waitFor();
});

describe('a mail archive', () => {
  const mail = (labels: string, head: string, text: string, at: number) =>
    [
      `From ${at}@xxx Mon Nov 02 10:0${at}:00 +0000 2026`,
      `X-Gmail-Labels: ${labels}`,
      `Message-ID: <${at}@mail.example>`,
      `Date: Mon, 02 Nov 2026 10:0${at}:00 +0000`,
      head,
      '',
      text,
      '',
    ].join('\r\n');
  const archive = [
    mail('Sent', 'From: Me <me@shop.example>\r\nTo: Nora Lind <nora@lind.example>', 'Here it is.', 1),
    mail(
      'Inbox',
      'From: Nora Lind <nora@lind.example>\r\nTo: me@shop.example\r\nSubject: Thanks',
      'Got it!',
      2,
    ),
    mail('Spam', 'From: Win <win@spam.example>\r\nTo: me@shop.example', 'You won', 3),
  ].join('\r\n');

  it('asks who the user is and which folders, and leaves spam out', async () => {
    await open();
    await page.reload();
    await choose('All mail.mbox', archive);
    await page.getByRole('button', { name: 'Import 1 person' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'me@shop.example' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Spam' }).isChecked()).toBe(false);
    await page.getByText('2 mails are theirs').waitFor();
  });

  it('brings people with what was written, and takes both back', async () => {
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await page.getByText('2 mails are on timelines now').waitFor();
    const nora = (await listed()).contacts.find(({ name }) => name === 'Nora Lind');
    type Entry = { title?: string; direction?: string };
    const entries = await must<Entry[]>(page, 'timeline.list', {
      contactId: nora?.id,
      limit: 10,
    });
    expect(entries.map(({ title, direction }) => [direction, title])).toEqual([
      ['in', 'Thanks'],
      ['out', undefined],
    ]);
    await page.getByRole('button', { name: 'Take the whole import back' }).click();
    await page.getByText('The import is taken back.').waitFor();
    expect((await listed()).contacts.some(({ name }) => name === 'Nora Lind')).toBe(false);
  });
});

describe('numbers and dates that a table leaves open', () => {
  it('are read as is said there, whatever the settings say', async () => {
    await open();
    await page.reload();
    await choose('local.csv', local);
    await page.getByText('can’t be dialled from everywhere without a country code').waitFor();
    await page.getByLabel('Phone numbers without a country code').selectOption('ES');
    await page.getByLabel('Dates such as 03/04/2025').selectOption('day-first');
    await page.getByText('may put the day or the month first').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await page.getByText('1 new, 0 updated').waitFor();
    const [pau] = await must<{ id: string }[]>(page, 'contacts.search', { query: 'pau local', limit: 5 });
    const { identities, contact } = await must<Card>(page, 'contacts.get', { id: pau?.id });
    expect(identities.map(({ key }) => key)).toEqual(['phone:+34600555014']);
    expect(new Date(contact.createdAt).toLocaleDateString('sv')).toBe('2024-04-03');
    await page.getByRole('button', { name: 'Take the whole import back' }).click();
    await page.getByText('The import is taken back.').waitFor(patient);
  });
});

describe('an import of thousands', () => {
  const running = (on: Page) => on.getByText(/^[1-9][\d,]* of 12,000$/).waitFor();

  it('is stopped with everything up to a number in', async () => {
    await open();
    await page.reload();
    await page.locator('input[type=file]').setInputFiles(crowd);
    const button = page.getByRole('button', { name: `Import ${many.toLocaleString('en')} people` });
    await button.waitFor();
    // The size of the file only gave an estimate.
    await page
      .locator('.file .meta')
      .getByText(/^12,000 rows/)
      .waitFor();
    await button.click();
    await running(page);
    await page.getByRole('button', { name: 'Stop the import' }).click();
    const said = (await page.getByText(/Everything up to number/).textContent()) ?? '';
    const written = Number(/up to number ([\d,]+)/.exec(said)?.[1]?.replaceAll(',', ''));
    expect((await listed()).total).toBe(3 + written);
    expect(written).toBeLessThan(many);
  });

  it('goes on where it was, also after its tab was closed in the middle, and nobody is there twice', async () => {
    const goOn = async (on: Page) => {
      await on.getByText(/was stopped after [\d,]+ people/).waitFor();
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
