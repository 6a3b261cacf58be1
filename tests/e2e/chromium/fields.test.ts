// Custom fields: made and changed under Settings, filtered by in the list, filled by an import.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;

type Field = { name: string; kind: string; choices: string[]; slug: string };
const fields = () => must<Field[]>(page, 'fields.list', {});
const names = async () => (await fields()).map(({ name }) => name);
const open = (route: string) => page.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);

beforeAll(async () => {
  browser = await openBrowser();
  page = browser.dashboard;
});
afterAll(() => browser?.close());

it('are made, each with its type', async () => {
  await open('settings');
  const form = page.getByRole('form', { name: 'Add a field' });
  for (const [name, type] of [
    ['Birthday', 'Date'],
    ['Machine', 'Choice'],
    ['Budget', 'Number'],
    ['Menu', 'Link'],
  ] as const) {
    await form.getByLabel('New field').fill(name);
    await form.getByLabel('Type').selectOption({ label: type });
    if (type === 'Choice') await form.getByLabel(/^Choices/).fill('Linea, Strada');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.locator('.field-settings summary').getByText(name, { exact: true }).waitFor();
  }
  expect((await fields()).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'Birthday date',
    'Machine choice',
    'Budget number',
    'Menu link',
  ]);
});

it('have one name each', async () => {
  const form = page.getByRole('form', { name: 'Add a field' });
  await form.getByLabel('New field').fill('birthday');
  await form.getByRole('button', { name: 'Add' }).click();
  await page.getByText('There is already a field “Birthday”.').waitFor();
  expect(await form.getByLabel('New field').inputValue()).toBe('birthday');
});

it('are renamed, given other choices, moved and removed, and that is undone', async () => {
  const machine = page.locator('.field-settings').nth(1);
  await machine.locator('summary').click();
  await machine.getByRole('button', { name: /^Choices/ }).click();
  await machine.getByLabel(/^Choices/).fill('Linea, Strada, GS3');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await fields())[1]?.choices).toEqual(['Linea', 'Strada', 'GS3']);
  await machine.getByRole('button', { name: /^Name of the field/ }).click();
  await machine.getByLabel('Name of the field').fill('Coffee machine');
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['Birthday', 'Coffee machine', 'Budget', 'Menu']);
  expect((await fields())[1]?.slug).toBe('machine');
  await page.getByRole('button', { name: 'Move Coffee machine up' }).click();
  await expect.poll(names).toEqual(['Coffee machine', 'Birthday', 'Budget', 'Menu']);
  const menu = page.locator('.field-settings').last();
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: 'Remove for everybody' }).click();
  await expect.poll(names).toEqual(['Coffee machine', 'Birthday', 'Budget']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(['Coffee machine', 'Birthday', 'Budget', 'Menu']);
});

it('are filled by an import: one that is there, one named alike, and one of a new name', async () => {
  await addPerson(page, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  await open('import');
  const file = [
    'Name,Email,Gerät,BIRTHDAY,Shirt',
    'Marta Ruiz,marta@norte.example,Linea,1986-03-04,L',
    'Jonas Feld,jonas@feldweg.example,Strada,1990-12-24,M',
  ].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Import 2 people' }).waitFor();
  const goesTo = page.getByLabel('BIRTHDAY goes to').locator('option:checked');
  expect(await goesTo.textContent()).toBe('Birthday');
  await page.getByLabel('Gerät goes to').selectOption({ label: 'Coffee machine' });
  await page.getByLabel('Name of the new field for Shirt').fill('Shirt size');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /^Shirt size/ }).waitFor();
  expect(await page.locator('.new-fields').getByRole('checkbox').count()).toBe(1);
  await page.getByRole('button', { name: 'Import 2 people' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  expect(await names()).toEqual(['Coffee machine', 'Birthday', 'Budget', 'Menu', 'Shirt size']);
});

it('are what the list is filtered by', async () => {
  await open('contacts');
  await page.locator('.grid-row .name').filter({ hasText: 'Marta Ruiz' }).waitFor();
  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByRole('menuitem', { name: 'Coffee machine' }).click();
  const lines = page.locator('.value-lines label');
  // Each with how many people it would show; what the import brought is among the choices.
  await expect.poll(() => lines.allTextContents()).toEqual(['Linea1', 'Strada1', 'GS30']);
  await page.getByRole('checkbox', { name: 'Strada' }).check();
  await page.locator('.grid-row .name').filter({ hasText: 'Marta Ruiz' }).waitFor({ state: 'detached' });
  expect(await page.locator('.grid-row .name bdi').allTextContents()).toEqual(['Jonas Feld']);
});
