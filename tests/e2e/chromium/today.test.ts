// Today in the full page: what is due, which issues are open, and whose days come.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let marta: string;
let jonas: string;

/** The day in some days of another year, as a field has it. */
function dayIn(days: number, yearsAgo: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${date.getFullYear() - yearsAgo}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
  marta = await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  jonas = await addPerson(page, { name: 'Jonas Feld', address: 'jonas@feldweg.example' });
  const field = { id: 'f-day', slug: 'day', name: 'Contract renewal', kind: 'date', choices: [], order: 0 };
  await must(page, 'fields.save', { field, first: { contactId: marta, value: dayIn(1, 3) } });
  await must(page, 'contacts.save', {
    id: jonas,
    patch: { fields: [{ field: 'f-day', value: dayIn(9, 3) }] },
  });
  await must(page, 'timeline.add', { contactId: jonas, kind: 'issue', text: 'The grinder is loud' });
  await must(page, 'followUps.add', { contactId: marta, text: 'Call her', dueAt: Date.now() - 86_400_000 });
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/today`);
});
afterAll(() => browser?.close());

const section = (name: string) => page.getByRole('region', { name });

it('shows whose day comes within a week, and nobody else’s', async () => {
  const days = section('Worth a kind word');
  await days.getByText('Contract renewal, 3 years').waitFor();
  expect(await days.getByRole('listitem').count()).toBe(1);
  expect(await days.getByRole('listitem').textContent()).toContain('Tomorrow');
});

it('shows a day as soon as it is written, and leads to the person', async () => {
  await must(page, 'contacts.save', {
    id: jonas,
    patch: { fields: [{ field: 'f-day', value: dayIn(0, 0) }] },
  });
  const days = section('Worth a kind word');
  await days.getByRole('button', { name: /Jonas Feld/ }).click();
  await page.waitForURL(new RegExp(`#/person/${jonas}$`));
  await page.getByRole('heading', { level: 1, name: 'Jonas Feld' }).waitFor();
  await page.goBack();
});

it('shows open issues, which are solved and opened again there', async () => {
  const issues = section('Open issues');
  await issues.getByText('The grinder is loud').waitFor();
  await issues.getByRole('checkbox', { name: 'Mark solved: The grinder is loud' }).click();
  await issues.getByText('No issue is open.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await issues.getByText('The grinder is loud').waitFor();
});

it.each(['Follow up', 'Open issues'])('leads to the page of a person from “%s”', async part => {
  await section(part)
    .getByRole('button', { name: /Marta|Jonas/ })
    .first()
    .click();
  await page.waitForURL(/#\/person\//);
  await page.goBack();
});

it('shows what is due', async () => {
  const due = section('Follow up');
  await due.getByText('1 day late').waitFor();
  await due.getByRole('checkbox', { name: 'Mark done: Call her' }).click();
  await due.getByText('Nothing is waiting.').waitFor();
});
