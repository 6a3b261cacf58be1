// The page of one person in the full page: what happened is searched, every change is told and taken back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let id: string;
beforeAll(async () => {
  browser = await openBrowser();
  const { dashboard } = browser;
  id = await addPerson(dashboard, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  await must(dashboard, 'timeline.add', { contactId: id, kind: 'call', text: 'Called about the grinder' });
  await must(dashboard, 'timeline.add', { contactId: id, kind: 'note', text: 'Likes short mails' });
  await must(dashboard, 'contacts.save', { id, patch: { company: 'Norte' } });
  await must(dashboard, 'contacts.save', { id, patch: { company: 'Sur' } });
  await dashboard.evaluate(person => {
    location.hash = `#/person/${person}`;
  }, id);
});
afterAll(() => browser?.close());

it('finds entries by words and by kind', async () => {
  const panel = browser.dashboard.getByRole('tabpanel', { name: 'Timeline' });
  await panel.getByText('Likes short mails').waitFor();
  await panel.getByLabel('Search the timeline').fill('grind');
  await panel.getByText('Likes short mails').waitFor({ state: 'detached' });
  expect(await panel.getByText('Called about the grinder').count()).toBe(1);
  await panel.getByRole('button', { name: 'Notes' }).click();
  await panel.getByText('Nothing like this').waitFor();
});

it('tells what was changed, and takes it back', async () => {
  const { dashboard } = browser;
  await dashboard.getByRole('tab', { name: 'Changes' }).click();
  const last = dashboard.locator('.changes > li').first();
  expect(((await last.locator('dd').textContent()) ?? '').replace(/\s+/g, ' ')).toBe(
    'before: Norte now: Sur',
  );
  await last.getByRole('button', { name: /^Take back/ }).click();
  await dashboard.getByRole('complementary').getByText('Norte', { exact: true }).first().waitFor();
});

it('says where a value came from', async () => {
  const { dashboard } = browser;
  await dashboard.getByRole('tab', { name: 'Sources' }).click();
  const row = dashboard.getByRole('row', { name: /marta@norte.example/ });
  expect(await row.textContent()).toContain('written by you');
});

it('has one heading of the first level', async () => {
  expect(await browser.dashboard.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
    'Marta Ruiz',
  ]);
});

it('says of an address that it is verified, since when, and takes that back', async () => {
  const { dashboard } = browser;
  const card = dashboard.getByRole('complementary');
  await card.getByRole('tab', { name: 'Details' }).click();
  const verified = card.getByRole('button', { name: 'Verified: marta@norte.example' });
  expect(await verified.getAttribute('aria-pressed')).toBe('false');
  await verified.click();
  const row = dashboard.getByRole('row', { name: /marta@norte.example/ });
  await row.getByText(/verified by you/).waitFor();
  expect(await verified.getAttribute('aria-pressed')).toBe('true');
  await dashboard.getByRole('button', { name: 'Undo' }).click();
  await row.getByText(/verified by you/).waitFor({ state: 'detached' });
  expect(await verified.getAttribute('aria-pressed')).toBe('false');
});
