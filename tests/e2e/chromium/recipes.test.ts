// Sites that a file describes, from the file to the person beside the page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenHtml, recipeSource } from '../../../scripts/kit/new-site-files.mjs';
import { type Opened, openBrowser, sidebarOf } from './browser';

const site = { name: 'own-board', variable: 'ownBoard', title: 'Own board', hosts: [] };
const origin = 'http://127.0.0.1:9321';
/** The recipe that the kit begins with, as the file that people pass on. */
const recipe: Record<string, unknown> = new Function(
  recipeSource(site)
    .replace(/^\/\/.*|^import .*$/gm, '')
    .replace('export const ownBoard: Recipe =', 'return'),
)();

let browser: Opened;
const settings = () => browser.dashboard.getByRole('main');
const bring = (text: string) =>
  settings()
    .getByLabel('Add a recipe from a file')
    .setInputFiles({ name: 'x.recipe.json', mimeType: 'application/json', buffer: Buffer.from(text) });

beforeAll(async () => {
  browser = await openBrowser();
  await browser.dashboard.evaluate(() => {
    location.hash = '#/settings';
  });
  await settings().getByRole('heading', { name: 'Recipes' }).waitFor();
});
afterAll(() => browser.close());

describe('a recipe from a file', () => {
  it('is refused with its faults when it could search for long, and nothing is changed', async () => {
    const slow = JSON.stringify(recipe).replace('article[data-id]', 'div:has(* * *)');
    await bring(slow);
    await expect.poll(() => settings().getByRole('alert').textContent()).toMatch(/:has can’t be used/);
    expect(await settings().getByRole('list', { name: 'Your recipes' }).count()).toBe(0);
  });

  it('is refused when it takes the id of a built-in site', async () => {
    await bring(JSON.stringify({ ...recipe, id: 'gmail' }));
    await expect
      .poll(() => browser.dashboard.getByText('There is a site with the id “gmail” already').count())
      .toBe(1);
  });

  it('can be chosen, and people are recognised by it', async () => {
    await bring(JSON.stringify(recipe));
    await settings().getByRole('list', { name: 'Your recipes' }).getByText('Own board').waitFor();
    await settings().getByLabel('Address of your own Own board').fill(origin);
    await settings()
      .locator('form', { hasText: 'Own board' })
      .getByRole('button', { name: 'Add this site' })
      .click();
    await settings().getByRole('list', { name: 'Chosen sites' }).getByText('127.0.0.1:9321').waitFor();
    await browser.context.route(`${origin}/**`, route =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: goldenHtml(site) }),
    );
    const page = await browser.context.newPage();
    await page.goto(`${origin}/posts/71`);
    const sidebar = await sidebarOf(page);
    await sidebar.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    await sidebar.getByRole('button', { name: 'Add to Regulars' }).click();
    await sidebar.getByText('Same profile').waitFor();
  });

  it('is offered as a file again, and ends with its removal', async () => {
    await browser.dashboard.bringToFront();
    const waiting = browser.dashboard.waitForEvent('download');
    await settings().getByRole('button', { name: 'Save the recipe of Own board as a file' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(Buffer.from(chunk));
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual(recipe);
    await settings().getByRole('button', { name: 'Remove the recipe of Own board' }).click();
    await expect.poll(() => settings().getByText('127.0.0.1:9321').count()).toBe(0);
  });
});
