// The card in a real browser: everything is edited where it stands, by mouse and by keyboard, and can be taken back.
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseSite, type Opened, openBrowser, openGolden, sidebarOf } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let page: Page;
let sidebar: Frame;
let person: string;

beforeAll(async () => {
  browser = await openBrowser();
  await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
});
afterAll(() => browser?.close());

const button = (name: string | RegExp) => sidebar.getByRole('button', { name });
const textbox = (name: string) => sidebar.getByRole('textbox', { name, exact: true });
const said = (text: string) => sidebar.locator('.toast').getByText(text).waitFor();
const gone = (text: string) => sidebar.getByText(text, { exact: true }).waitFor({ state: 'detached' });
/** What has the focus, by the name it is read out with, or its text. */
const focused = () =>
  sidebar.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
const undo = async () => {
  await button('Undo').click();
  await said('Undone');
};

beforeEach(async () => {
  person = await addPerson(browser.dashboard, {
    name: 'Marta Ruiz',
    address: 'marta.ruiz@norte.example',
    tags: ['VIP', 'Wholesale'],
    language: 'es',
  });
  page = await openGolden(browser.context, 'gmail--thread-en.html');
  sidebar = await sidebarOf(page);
  await sidebar.getByText('Same email address').waitFor();
  return async () => {
    await page.close();
    await must(browser.dashboard, 'contacts.delete', { id: person });
  };
});

describe('a value', () => {
  it('is saved once by Enter, gives the focus back, and Undo restores what was there', async () => {
    await button(/^What to call them/).click();
    await textbox('What to call them').fill('Marti');
    await textbox('What to call them').press('Enter');
    await button('What to call them: Marti').waitFor();
    expect(await focused()).toBe('What to call them: Marti');
    await undo();
    await button('What to call them: Marta?').waitFor();
  });

  it('is saved by going elsewhere', async () => {
    await button('Marta Ruiz').first().waitFor();
    await sidebar.getByRole('heading', { level: 1 }).getByRole('button').click();
    await textbox('Name').fill('Marta Ruiz Prat');
    await button('Add tag').focus();
    await said('Saved');
    await sidebar.getByRole('heading', { level: 1, name: 'Marta Ruiz Prat' }).waitFor();
    await undo();
    await sidebar.getByRole('heading', { level: 1, name: 'Marta Ruiz', exact: true }).waitFor();
  });

  it('is left alone by Escape', async () => {
    const before = await must(browser.dashboard, 'contacts.get', { id: person });
    await button('Company').click();
    await textbox('Company').fill('Norte');
    await textbox('Company').press('Escape');
    expect(await focused()).toBe('Company');
    await button('Add tag').click();
    await textbox('New tag').fill('Late');
    await textbox('New tag').press('Escape');
    expect(await focused()).toBe('Add tag');
    expect(await must(browser.dashboard, 'contacts.get', { id: person })).toEqual(before);
  });

  it('comes back by Ctrl Z', async () => {
    await button('Title').click();
    await textbox('Title').fill('Buyer');
    await textbox('Title').press('Enter');
    await said('Saved');
    await page.keyboard.press('Control+z');
    await said('Undone');
    await button('Title').waitFor();
    await gone('Buyer');
  });
});

describe('a tag', () => {
  it('is removed by keyboard, and comes back', async () => {
    const remove = button('Remove the tag Wholesale');
    await remove.focus();
    expect(await remove.evaluate(element => getComputedStyle(element).opacity)).not.toBe('0');
    await remove.press('Enter');
    await gone('Wholesale');
    expect(await focused()).toBe('Add tag');
    await undo();
    await sidebar.getByText('Wholesale').waitFor();
  });
});

describe('an address', () => {
  it('is added and removed, and can be taken back', async () => {
    await sidebar.getByRole('tab', { name: 'Details' }).click();
    await button(/^Add an address/).click();
    await textbox('Address, number or handle').fill('marta@home.example');
    await textbox('Address, number or handle').press('Enter');
    await said('Added');
    await button('Remove marta@home.example').click();
    await said('Removed');
    await gone('marta@home.example');
    await undo();
    await button('Remove marta@home.example').waitFor();
  });

  it('is one click away: mail, tinted as the one on this page, and phone', async () => {
    const identity = { kind: 'phone', value: '+34 600 555 014' };
    await must(browser.dashboard, 'contacts.link', { id: person, identities: [identity] });
    const ways = sidebar.getByRole('list', { name: 'Ways to reach them' }).getByRole('link');
    await ways.nth(1).waitFor();
    const links = await ways.evaluateAll(all =>
      all.map(a => [a.getAttribute('href'), a.classList.contains('on')]),
    );
    expect(links).toEqual([
      ['mailto:marta.ruiz@norte.example', true],
      ['tel:+34600555014', false],
    ]);
  });
});

describe('at a glance', () => {
  const add = async (label: string, value: string, everybody = false) => {
    await button('Add a preference or a field').click();
    await textbox('Value').waitFor();
    await sidebar.getByLabel('What', { exact: true }).fill(label);
    await textbox('Value').fill(value);
    if (everybody) await sidebar.getByLabel('A field for everybody').check();
    await textbox('Value').press('Enter');
  };

  it('a field for everybody and its value go with one Undo', async () => {
    await add('Machine', 'La Pavoni', true);
    await said('Field added');
    await sidebar.getByText('La Pavoni').waitFor();
    await undo();
    await gone('Machine');
    expect(await must(browser.dashboard, 'fields.list', {})).toEqual([]);
    expect(await must(browser.dashboard, 'contacts.get', { id: person })).toMatchObject({
      contact: { fields: [] },
    });
  });

  it('a tone is chosen from a list, and “Prefers” means nothing but its words', async () => {
    await add('Prefers', 'Email, mornings');
    await said('Saved');
    await button('Add a preference or a field').click();
    await sidebar.getByLabel('What', { exact: true }).fill('Tone');
    await sidebar.getByRole('combobox', { name: 'Value' }).selectOption('Brief');
    await sidebar.getByRole('button', { name: 'Add', exact: true }).click();
    await button('Tone: Brief').waitFor();
    await button('Tone: Brief').click();
    await sidebar.getByRole('menuitemradio', { name: 'Formal' }).click();
    await button('Tone: Formal').waitFor();
    const card = await must(browser.dashboard, 'contacts.get', { id: person });
    expect((card as { contact: { preferences: object[] } }).contact.preferences).toMatchObject([
      { key: 'language' },
      { label: 'Prefers' },
      { key: 'tone', value: 'formal' },
    ]);
    expect(JSON.stringify(card)).not.toContain('"channel"');
  });

  it('shows five lines, and all when asked', async () => {
    for (const label of ['One', 'Two', 'Three', 'Four', 'Five']) {
      const { contact } = (await must(browser.dashboard, 'contacts.get', { id: person })) as {
        contact: { preferences: { source?: unknown }[] };
      };
      const preferences = contact.preferences.map(({ source: _source, ...plain }) => plain);
      preferences.push({ id: label, label, value: 'yes' } as never);
      await must(browser.dashboard, 'contacts.save', { id: person, patch: { preferences } });
    }
    const lines = sidebar.locator('section[aria-labelledby="glance"] dl > div');
    await button('Show all').click();
    expect(await lines.count()).toBe(6);
    await button('Show fewer').click();
    expect(await lines.count()).toBe(5);
  });

  it('a value of kind link is followed only where it leads to the web, mail or a phone', async () => {
    const field = { id: 'f-shop', slug: 'shop', name: 'Shop', kind: 'link', choices: [], order: 0 };
    const first = { contactId: person, value: 'javascript:alert(1)' };
    await must(browser.dashboard, 'fields.save', { field, first });
    await button('Shop: javascript:alert(1)').waitFor();
    expect(await sidebar.locator('dl a').count()).toBe(0);
    const fields = [{ field: 'f-shop', value: 'https://norte.example/' }];
    await must(browser.dashboard, 'contacts.save', { id: person, patch: { fields } });
    const link = sidebar.getByRole('link', { name: 'https://norte.example/' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await button('Edit these lines').click();
    await sidebar.locator('.field-settings summary').click();
    await button('Remove for everybody').click();
    await said('Field removed');
    await link.waitFor({ state: 'detached' });
  });
});

describe('a note', () => {
  it('is edited and deleted on the timeline, and comes back each time', async () => {
    await textbox('Note about Marta').fill('Likes boats');
    await textbox('Note about Marta').press('Control+Enter');
    const timeline = sidebar.locator('.timeline');
    await timeline.getByRole('button', { name: 'Likes boats' }).click();
    await textbox('Text').fill('Likes ships');
    await textbox('Text').press('Control+Enter');
    await timeline.getByRole('button', { name: 'Likes ships' }).waitFor();
    await said('Saved');
    expect(await focused()).toBe('Likes ships');
    await undo();
    await timeline.getByRole('button', { name: 'Likes boats' }).click();
    await button('Delete').click();
    await said('Deleted');
    await timeline.getByText('Likes boats').waitFor({ state: 'detached' });
    await undo();
    await timeline.getByText('Likes boats').waitFor();
  });

  it('about an issue is solved and opened again, and the next one is a note', async () => {
    await textbox('Note about Marta').fill('The burr is broken');
    await button('Issue').click();
    await textbox('Note about Marta').press('Control+Enter');
    const timeline = sidebar.locator('.timeline');
    await timeline.getByRole('button', { name: 'Solved' }).click();
    await timeline.getByText('Issue, solved').waitFor();
    await timeline.getByRole('button', { name: 'Reopen' }).click();
    await said('Reopened');
    await timeline.getByText('Issue, still open').waitFor();
    await textbox('Note about Marta').fill('x');
    expect(await button('Note').last().getAttribute('aria-pressed')).toBe('true');
    await textbox('Note about Marta').fill('');
  });
});

describe('a conversation', () => {
  it('is read as on the page, and says what was not opened', async () => {
    await must(browser.dashboard, 'contacts.delete', { id: person });
    await page.reload();
    sidebar = await sidebarOf(page);
    await button('Add to Regulars').click();
    await sidebar.getByText('3 messages').waitFor();
    const lines = await sidebar.locator('.lines li').allTextContents();
    expect(lines[0]).toContain('Not opened yet');
    expect(lines[1]).toContain('We send a new burr today.');
    expect(lines[2]).toContain('does not fit');
    const [found] = (await must(browser.dashboard, 'contacts.search', { query: 'marta', limit: 1 })) as {
      id: string;
    }[];
    person = found?.id ?? '';
    const other = await openGolden(browser.context, 'gmail--thread-five-en.html');
    const beside = await sidebarOf(other);
    await beside.getByRole('button', { name: /^Search everyone/ }).click();
    await beside.getByLabel('Search everyone').fill('marta');
    await beside.locator('.found').getByRole('button').click();
    const open = beside.getByRole('link', { name: 'Open Grinder again' });
    expect(await open.getAttribute('href')).toContain('https://mail.google.com/mail/u/0/');
    await other.close();
  });
});

describe('a follow-up', () => {
  it('is dated by words, by a quick pick or by the picker', async () => {
    await button('Add a follow-up').click();
    await sidebar.getByLabel('When', { exact: true }).fill('yesterday');
    await sidebar.getByText('Not a future date').waitFor();
    await button('Next week').click();
    const picker = sidebar.getByLabel('Date and time');
    expect(await picker.inputValue()).toMatch(/T09:00$/);
    await picker.fill('2031-05-17T10:30');
    expect(await sidebar.getByLabel('When', { exact: true }).inputValue()).toBe('2031-05-17 10:30');
    await sidebar.getByLabel('When', { exact: true }).press('Enter');
    await sidebar.getByText('What to do?', { exact: true }).waitFor();
    expect(await focused()).toBe('What to do');
    await textbox('What to do').fill('Send samples');
    await textbox('What to do').press('Control+Enter');
    await said('Follow-up set');
    await sidebar
      .getByRole('region', { name: 'Follow-ups' })
      .getByText(/May 17.*10:30/)
      .waitFor();
  });

  it('is snoozed from a menu that does nothing before one is picked', async () => {
    const dueAt = Date.now() + 3_600_000;
    await must(browser.dashboard, 'followUps.add', { contactId: person, text: 'Call', dueAt });
    await must(browser.dashboard, 'followUps.add', { contactId: person, text: 'Write', dueAt: dueAt + 1 });
    await sidebar.getByText('and 1 more').click();
    await button('Snooze: Write').waitFor();
    const before = await must(browser.dashboard, 'contacts.get', { id: person });
    await button('Snooze: Call').press('Enter');
    await sidebar.locator('[role="menuitem"]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Tomorrow morning');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Snooze: Call');
    expect(await must(browser.dashboard, 'contacts.get', { id: person })).toEqual(before);
    await button('Snooze: Call').press('Enter');
    await sidebar.getByRole('menuitem', { name: 'In two weeks' }).click();
    await said('Snoozed');
    await undo();
    expect(await must(browser.dashboard, 'contacts.get', { id: person })).toEqual(before);
  });
});

describe('search', () => {
  it('is worked by arrows and Enter, and Escape gives the focus back', async () => {
    await textbox('Note about Marta').focus();
    await page.keyboard.press('Control+k');
    await sidebar.getByRole('searchbox').fill('nobodyatall');
    await sidebar.getByText('No one found.').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Note about Marta');
    await page.keyboard.press('Control+k');
    await sidebar.getByRole('searchbox').fill('mart');
    await sidebar.locator('.found .person-row').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Marta Ruiz');
    await page.keyboard.press('Enter');
    await button('Back to the page').waitFor();
  });
});

describe('somebody new', () => {
  beforeEach(async () => {
    await button(/^Tom Okafor/).click();
    await button('Add to Regulars').waitFor();
  });

  it('keeps what was typed while another person is looked at', async () => {
    await textbox('Company').fill('Okafor & Sons');
    await button(/^Marta Ruiz/)
      .first()
      .click();
    await sidebar.getByText('Same email address').waitFor();
    await page.reload();
    sidebar = await sidebarOf(page);
    await button(/^Tom Okafor/).click();
    await textbox('Company').waitFor();
    expect(await textbox('Company').inputValue()).toBe('Okafor & Sons');
    expect(await sidebar.locator('#source-name').textContent()).toBe('Read from this message');
    expect(await sidebar.locator('#source-company').count()).toBe(0);
  });

  it('with a phone of somebody else is told whose it is, and can go on without it', async () => {
    const identity = { kind: 'phone', value: '+34 600 555 014' };
    await must(browser.dashboard, 'contacts.link', { id: person, identities: [identity] });
    await textbox('Phone').fill('+34600555014');
    await button('Add to Regulars').click();
    await sidebar
      .getByRole('alert')
      .getByText(/already belongs to/)
      .waitFor();
    await button('Link to Marta Ruiz').waitFor();
    await button('Add without the phone').click();
    await said('Added to Regulars');
    await sidebar.getByText('Same email address').waitFor();
    await undo();
  });
});

describe('a mail whose answers go to another address', () => {
  it('is warned of, and the history waits for “Show anyway”', async () => {
    const sender = await addPerson(browser.dashboard, {
      name: 'Zofia Wilk',
      address: 'tasters@lists.example',
    });
    const note = { contactId: sender, kind: 'note', text: 'Likes light roasts' };
    await must(browser.dashboard, 'timeline.add', note);
    // The one host that the browser lets the extension read without asking.
    await chooseSite(browser.dashboard, 'https://mail.google.com', 'roundcube');
    const at = 'https://mail.google.com/?_task=mail&_mbox=INBOX&_uid=10&_action=show';
    const mail = await openGolden(browser.context, 'roundcube--message-many-recipients.html', { at });
    const beside = await sidebarOf(mail);
    const alert = beside.getByRole('alert');
    await alert.getByText('Answers go to another address').waitFor();
    expect(await alert.locator('dd').allTextContents()).toContain('zofia.wilk@krakow-cups.example');
    expect(await beside.getByText('Likes light roasts').count()).toBe(0);
    await beside.getByRole('button', { name: 'Show anyway' }).click();
    await beside.getByText('Likes light roasts').waitFor();
    await beside.getByRole('button', { name: /^All \d+ people/ }).click();
    const names = await beside.getByRole('menuitemradio').allTextContents();
    expect(names.filter(name => name === 'Zofia Wilk')).toHaveLength(1);
    await mail.close();
    await chooseSite(browser.dashboard, 'https://mail.google.com', 'gmail');
  });
});

it('the toast stands above the note box, and nothing is wider than the narrowest sidebar', async () => {
  await textbox('Note about Marta').fill('Likes boats');
  await textbox('Note about Marta').press('Control+Enter');
  await said('Saved');
  const toast = await sidebar.locator('.toast').boundingBox();
  const box = await sidebar.locator('.composer').boundingBox();
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  await must(browser.dashboard, 'followUps.add', {
    contactId: person,
    text: 'Averyveryverylongwordwithoutanyplacetobreakitanywhere',
    dueAt: Date.now() + 1_000_000,
  });
  await must(browser.dashboard, 'settings.save', {
    sites: [
      { origin: 'https://mail.google.com', site: 'gmail', presence: 'sidebar', width: 280, collapsed: false },
    ],
  });
  const list = await openGolden(browser.context, 'gmail--list-inbox.html');
  const beside = await sidebarOf(list);
  await beside.getByRole('heading', { name: 'Today' }).waitFor();
  await beside.getByText('Nobody on this page').waitFor();
  const widths = await beside.locator('main').evaluate(main => [main.scrollWidth, main.clientWidth]);
  expect(widths[0]).toBe(widths[1]);
  await list.close();
});
