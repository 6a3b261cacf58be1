// Every screen, in both colour schemes and beside a page that runs right to left, has no violation that axe finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };
type Axe = { run(context: unknown, options: unknown): Promise<{ violations: Finding[] }> };

/** What axe finds by the rules of WCAG 2.2 A and AA, a line each. */
async function violations(view: Frame | Page): Promise<string[]> {
  await view.evaluate(axe);
  const found = await view.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: list } = await checker.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return list;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}

describe.each(['light', 'dark'] as const)('in %s', scheme => {
  let browser: Opened;
  let page: Page;
  let sidebar: Frame;
  let person: string;

  beforeAll(async () => {
    browser = await openBrowser();
    await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
    person = await addPerson(browser.dashboard, {
      name: 'Marta Ruiz',
      address: 'marta.ruiz@norte.example',
      tags: ['VIP', 'Wholesale'],
      language: 'es',
      doNotContact: true,
    });
    const dueAt = Date.now() - 3 * 86_400_000;
    await must(browser.dashboard, 'timeline.add', {
      contactId: person,
      kind: 'issue',
      text: 'Broken grinder',
    });
    await must(browser.dashboard, 'timeline.add', { contactId: person, kind: 'promise', text: 'A call' });
    await must(browser.dashboard, 'followUps.add', { contactId: person, text: 'Call them', dueAt });
    await browser.dashboard.emulateMedia({ colorScheme: scheme });
    page = await openGolden(browser.context, 'gmail--thread-en.html', { dark: scheme === 'dark' });
    sidebar = await sidebarOf(page);
    await sidebar.getByText('Same email address').waitFor();
  });
  afterAll(() => browser?.close());

  it.each(['History', 'Quick replies', 'Details'])('the card with %s', async name => {
    await sidebar.getByRole('tab', { name: new RegExp(name) }).click();
    await sidebar.getByRole('tabpanel').waitFor();
    expect(await violations(sidebar)).toEqual([]);
  });

  it('search over everyone', async () => {
    await sidebar.getByRole('button', { name: /^Search everyone/ }).click();
    await sidebar.getByLabel('Search everyone').fill('mar');
    await sidebar
      .locator('.found')
      .getByRole('button', { name: /Marta Ruiz/ })
      .waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.getByLabel('Search everyone').press('Escape');
  });

  it('somebody unknown', async () => {
    await sidebar.getByRole('button', { name: /Tom/ }).click();
    await sidebar.getByRole('button', { name: 'Add to Regulars' }).waitFor();
    expect(await violations(sidebar)).toEqual([]);
  });

  it('beside a page that runs right to left', async () => {
    const rtl = await openGolden(browser.context, 'gmail--thread-ar-rtl.html', { dark: scheme === 'dark' });
    const beside = await sidebarOf(rtl);
    await beside.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(beside)).toEqual([]);
    await rtl.close();
  });

  it.each(['today', 'contacts', 'replies', 'settings', 'data'])('the full page: %s', async route => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);
    await dashboard.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: a person', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts/${person}`);
    await dashboard.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });
});

describe('the first run', () => {
  it('has none either', async () => {
    const browser = await openBrowser();
    await browser.dashboard.getByRole('button', { name: 'Start using Regulars' }).waitFor();
    expect(await violations(browser.dashboard)).toEqual([]);
    await browser.close();
  });
});
