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
  // A menu that is still fading in has no contrast yet.
  await view.evaluate(() =>
    Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined))),
  );
  const found = await view.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: list } = await checker.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return list;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}

/** What the browser keeps for the extension, as the full page reaches it. */
type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** An export of what is here, with another title for somebody, and a row that is none. */
async function changedBackup(dashboard: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [download] = await Promise.all([
    dashboard.waitForEvent('download'),
    dashboard.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  file.contacts[0].title = { value: 'Owner', source: { from: 'user', at: 1 } };
  file.events.push({ id: 3 });
  const buffer = Buffer.from(JSON.stringify(file));
  return { name: 'backup.json', mimeType: 'application/json', buffer };
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
    const later = { contactId: person, text: 'Write to them', dueAt: dueAt + 9 * 86_400_000 };
    await must(browser.dashboard, 'followUps.add', later);
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

  it('the colours of the page beside', async () => {
    const shade = await sidebar.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = Number(/[\d.]+/.exec(shade.replace(/^\w+/, ''))?.[0]);
    expect(light < 0.5).toBe(scheme === 'dark');
  });

  it('everything that can be edited, opened', async () => {
    const field = { id: 'f-size', slug: 'size', name: 'Size', kind: 'choice', choices: ['S', 'L'], order: 0 };
    await must(browser.dashboard, 'fields.save', { field, first: { contactId: person, value: 'L' } });
    await sidebar.getByRole('button', { name: 'Edit these lines' }).click();
    await sidebar.locator('.field-settings summary').click();
    await sidebar.getByText('and 1 more').click();
    await sidebar.getByRole('tab', { name: 'Details' }).click();
    await sidebar.getByRole('button', { name: /^Add an address/ }).click();
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Cancel' }).click();
    await sidebar.getByRole('button', { name: 'Add a preference or a field' }).click();
    await sidebar.locator('.next .editable').first().click();
    await sidebar.getByRole('tab', { name: /History/ }).click();
    await sidebar.locator('.timeline').getByRole('button', { name: 'Broken grinder' }).click();
    await sidebar.getByRole('button', { name: 'Add a follow-up' }).click();
    await sidebar.getByLabel('When', { exact: true }).fill('yesterday');
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.getByLabel('When', { exact: true }).press('Escape');
    await sidebar.getByRole('button', { name: 'Snooze: Write to them' }).click();
    await sidebar.getByRole('menuitem').first().waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.getByRole('menuitem', { name: 'Next Monday' }).click();
    await sidebar.getByText('Snoozed').waitFor();
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
    const identity = { kind: 'phone', value: '+34600555014' };
    await must(browser.dashboard, 'contacts.link', { id: person, identities: [identity] });
    await sidebar.getByLabel('Phone').fill('+34 600 555 014');
    await sidebar.getByRole('button', { name: 'Add to Regulars' }).click();
    await sidebar.getByText('already belongs to').waitFor();
    expect(await violations(sidebar)).toEqual([]);
  });

  it('looking for whom somebody also is', async () => {
    await sidebar.getByLabel('Phone').press('Escape');
    await sidebar.getByRole('button', { name: 'This is also…' }).click();
    await sidebar.getByLabel('Who of your contacts is this?').fill('mar');
    await sidebar.getByText('1 person found').waitFor();
    expect(await violations(sidebar)).toEqual([]);
    await sidebar.getByLabel('Who of your contacts is this?').press('Escape');
  });

  it('a name without an address, and a handle that somebody else has now', async () => {
    const { dashboard, context } = browser;
    await chooseSite(dashboard, 'https://outlook.office.com', 'outlook');
    const nameOnly = await openGolden(context, 'outlook--names-only.html', { dark: scheme === 'dark' });
    const beside = await sidebarOf(nameOnly);
    await beside.getByRole('button', { name: 'Add by name only' }).waitFor();
    expect(await violations(beside)).toEqual([]);
    await nameOnly.close();
    await chooseSite(dashboard, 'https://www.reddit.com', 'reddit');
    const identities = [{ kind: 'reddit', value: 'marta_bakes', id: 't2_before' }];
    await must(dashboard, 'contacts.link', { id: person, identities });
    const reddit = await openGolden(context, 'reddit--post-nested-composer.html', {
      dark: scheme === 'dark',
    });
    const warned = await sidebarOf(reddit);
    await warned.getByRole('heading', { name: 'Not the account you know' }).waitFor();
    expect(await violations(warned)).toEqual([]);
    await reddit.close();
    await chooseSite(dashboard, 'https://mail.google.com', 'gmail');
  });

  it('beside a page that runs right to left', async () => {
    const rtl = await openGolden(browser.context, 'gmail--thread-ar-rtl.html', { dark: scheme === 'dark' });
    const beside = await sidebarOf(rtl);
    await beside.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(beside)).toEqual([]);
    await rtl.close();
  });

  it.each(['today', 'contacts', 'companies', 'replies', 'settings', 'data', 'privacy'])(
    'the full page: %s',
    async route => {
      const { dashboard } = browser;
      await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/${route}`);
      await dashboard.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await violations(dashboard)).toEqual([]);
    },
  );

  it('the full page: today with a day that comes, and a custom field while it is changed', async () => {
    const { dashboard } = browser;
    const field = { id: 'f-day', slug: 'day', name: 'Renewal', kind: 'date', choices: [], order: 1 };
    const value = new Date().toLocaleDateString('sv');
    await must(dashboard, 'fields.save', { field });
    await must(dashboard, 'contacts.create', {
      patch: { name: 'Nora Lind', fields: [{ field: 'f-day', value }] },
      identities: [],
      from: 'user',
    });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/today`);
    await dashboard.getByText('Renewal', { exact: true }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/settings`);
    await dashboard.locator('.field-settings').last().locator('summary').click();
    await dashboard
      .getByRole('form', { name: 'Add a field' })
      .getByLabel('Type')
      .selectOption({ label: 'Choice' });
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: what a restore would change, and locking backups', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
    await dashboard.getByText('Lock backups with a passphrase').click();
    await dashboard.getByLabel('Backup file').setInputFiles(await changedBackup(dashboard));
    await dashboard.getByRole('button', { name: 'Show what would change' }).click();
    await dashboard.getByText('What differs (1)').click();
    await dashboard.getByText('What is refused, and why').click();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: people who are gone', async () => {
    const { dashboard } = browser;
    const mark = await dashboard.evaluate(async () => {
      const { local } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome.storage;
      const before = await local.get('sentinel');
      await local.set({ sentinel: { id: 'another', contacts: 5 } });
      return before;
    });
    await dashboard.reload();
    await dashboard.getByRole('alert').getByText('Your people are gone').waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.evaluate(async before => {
      const { local } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome.storage;
      await local.set(before);
    }, mark);
  });

  it('the full page: contacts that are filtered, selected and about to be changed', async () => {
    const { dashboard } = browser;
    const list = JSON.stringify({ tags: ['VIP'], hasOpenIssue: true });
    const query = new URLSearchParams({ list });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts?${query}`);
    await dashboard.locator('.grid-row .name').first().waitFor();
    await dashboard.locator('.grid').focus();
    await dashboard.keyboard.press('x');
    await dashboard.getByText('1 person selected').waitFor();
    await dashboard.getByRole('button', { name: 'Filter: Tag, VIP' }).click();
    await dashboard.getByRole('dialog', { name: 'Filter: Tag, VIP' }).getByLabel('VIP').waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.keyboard.press('Escape');
    for (const key of ['t', 'e', '?', 'Control+k']) {
      await dashboard.keyboard.press(key);
      await dashboard.locator('dialog[open]').waitFor();
      expect(await violations(dashboard)).toEqual([]);
      await dashboard.keyboard.press('Escape');
      await dashboard.locator('dialog[open]').waitFor({ state: 'detached' });
    }
  });

  it('the full page: a company', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/companies`);
    await dashboard.getByRole('row').getByRole('link').first().click();
    await dashboard.getByRole('heading', { name: /^People/ }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: a reply while it is written, and a file of replies before it is imported', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/replies`);
    await dashboard.getByRole('button', { name: 'New reply' }).click();
    await dashboard.getByLabel('Text of variant 1').fill('{{ contact.company');
    await dashboard.getByText('is not closed').waitFor();
    await dashboard.getByRole('button', { name: 'Choose a person' }).click();
    await dashboard.getByRole('combobox', { name: 'Whom to show it for' }).fill('mar');
    await dashboard.getByRole('option', { name: /Marta Ruiz/ }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Discard' }).click();
    const file = 'Name,Text,Shortcut\nHello,Hi {{ contact.name }},hi\nThank you,Bye,thanks\nBroken,{{ a,b\n';
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/replies/import`);
    await dashboard
      .getByLabel('File with replies')
      .setInputFiles({ name: 'replies.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await dashboard.getByText('1 new, 1 to decide, 0 the same, 1 refused').waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: an import from the choice of a file to its end', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/import`);
    await dashboard.getByText('or drop it here').waitFor();
    expect(await violations(dashboard)).toEqual([]);
    const file = 'Name,Email,Shirt\nMarta R.,marta.ruiz@norte.example,L\nAda,ada@lane.example,\n,nobody,\n';
    await dashboard
      .locator('input[type=file]')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await dashboard.getByRole('button', { name: 'Import 2 people' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: /Refused/ }).click();
    await dashboard.getByText('Line 4').waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Import 2 people' }).click();
    await dashboard.getByRole('heading', { name: 'Imported' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: a person', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts/${person}`);
    await dashboard.getByRole('heading', { name: 'Marta Ruiz' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('the full page: forgetting a person, in both steps', async () => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/contacts/${person}`);
    await dashboard.getByRole('button', { name: 'More about Marta Ruiz' }).click();
    await dashboard.getByRole('menuitem', { name: 'Forget this person…' }).click();
    await dashboard.getByRole('button', { name: 'Go on' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Go on' }).click();
    await dashboard.getByRole('button', { name: 'Forget Marta Ruiz for good' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.keyboard.press('Escape');
  });

  it('the full page: looking for somebody to merge with', async () => {
    const { dashboard } = browser;
    await addPerson(dashboard, { name: 'Marit Solberg', address: 'marit@solberg.example' });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/person/${person}`);
    await dashboard.getByRole('button', { name: 'More about Marta Ruiz' }).click();
    await dashboard.getByRole('menuitem', { name: 'Merge with…' }).click();
    await dashboard.getByRole('combobox', { name: 'The same person' }).fill('mari');
    await dashboard.getByRole('option', { name: /Marit Solberg/ }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.keyboard.press('Escape');
  });

  it('the full page: whom a retention rule names', async () => {
    const { dashboard } = browser;
    const source = { from: 'import', at: 1 };
    const nothing = { tags: [], preferences: [], fields: [], doNotContact: true };
    const times = { createdAt: 1, updatedAt: 1, version: 0 };
    const contacts = [{ id: 'old', name: { value: 'Ana Long Ago', source }, ...nothing, ...times }];
    const lists = { identities: [], events: [], followUps: [], fields: [], replies: [], rejections: [] };
    const text = JSON.stringify({ format: 'regulars', version: 1, exportedAt: 1, contacts, ...lists });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/data`);
    const file = { name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await dashboard.getByLabel('Import a file').setInputFiles(file);
    await dashboard.getByRole('button', { name: 'Show what would come in' }).click();
    await dashboard.getByRole('button', { name: 'Import this file' }).click();
    await dashboard.getByRole('status').filter({ hasText: 'Imported:' }).waitFor();
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/privacy`);
    await dashboard.getByRole('button', { name: 'Add this rule' }).click();
    await dashboard.getByRole('button', { name: /^Look: / }).click();
    await dashboard.getByRole('checkbox', { name: 'Remove Ana Long Ago' }).check();
    await dashboard.getByRole('radio', { name: /^Forget for good Nothing/ }).check();
    await dashboard.getByRole('button', { name: 'Remove 1 person' }).click();
    await dashboard.getByRole('button', { name: 'Forget 1 person for good' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Forget 1 person for good' }).click();
    await dashboard.getByText('Nothing about those whom you removed').waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it.each(['Timeline', 'Changes', 'Sources'])('the page of a person: %s', async name => {
    const { dashboard } = browser;
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/person/${person}`);
    await dashboard.getByRole('tab', { name }).click();
    await dashboard.getByRole('tabpanel', { name }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
  });

  it('clean up: the pairs, two beside each other, and taking apart', async () => {
    const { dashboard } = browser;
    const other = await addPerson(dashboard, { name: 'M. Ruiz', address: 'marta.ruiz+shop@norte.example' });
    await must(dashboard, 'contacts.save', { id: person, patch: { title: 'Buyer' } });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/clean-up`);
    await dashboard.getByRole('link', { name: /^Compare / }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('link', { name: /^Compare / }).click();
    await dashboard.getByRole('button', { name: 'Merge into one' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await must(dashboard, 'contacts.merge', { winner: person, loser: other, choices: [] });
    await must(dashboard, 'timeline.add', { contactId: person, kind: 'note', text: 'Since' });
    await dashboard.goto(`chrome-extension://${browser.id}/dashboard.html#/person/${other}`);
    await dashboard.getByRole('tab', { name: 'Merged' }).click();
    await dashboard.getByRole('list', { name: 'Other values' }).waitFor();
    expect(await violations(dashboard)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Take apart: M. Ruiz' }).click();
    await dashboard.getByRole('group', { name: /Since/ }).waitFor();
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
