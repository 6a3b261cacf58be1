// Clean up in the full page: two duplicates are merged by keyboard, edited further and taken apart; "not the same" stays.
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Opened, openBrowser } from './browser';
import { addPerson, must } from './people';

let browser: Opened;
let marta: string;
let other: string;
beforeAll(async () => {
  browser = await openBrowser();
  const { dashboard } = browser;
  await must(dashboard, 'settings.save', { welcomed: true });
  marta = await addPerson(dashboard, { name: 'Marta Ruiz', address: 'marta@norte.example' });
  await must(dashboard, 'timeline.add', { contactId: marta, kind: 'note', text: 'Likes short mails' });
  other = await addPerson(dashboard, { name: 'M. Ruiz', address: 'marta+shop@norte.example' });
  await must(dashboard, 'contacts.save', { id: other, patch: { title: 'Buyer' } });
  for (const address of ['jo@feldweg.example', 'j.feld@feldweg.example'])
    await addPerson(dashboard, { name: 'Jo Feld', address });
  await show('clean-up');
});
afterAll(() => browser?.close());

const show = (route: string) =>
  browser.dashboard.evaluate(to => {
    location.hash = `#/${to}`;
  }, route);
const pairs = () => browser.dashboard.getByRole('list', { name: 'People who may be one' });

it('suggests pairs with the reason, the surest first', async () => {
  await pairs().getByText('Same mailbox: marta@norte.example').waitFor();
  await pairs().getByText('Same name and company: Feldweg').waitFor();
  const names = await pairs().getByRole('link').allTextContents();
  expect(names).toHaveLength(2);
  expect(await pairs().getByRole('link').first().getAttribute('aria-label')).toContain('Ruiz');
});

it('"not the same" takes a pair away for good', async () => {
  const { dashboard } = browser;
  await pairs().getByRole('button', { name: 'Jo Feld and Jo Feld are not the same' }).click();
  await expect.poll(() => pairs().getByText('Feldweg').count()).toBe(0);
  await dashboard.reload();
  await pairs().getByText('Same mailbox: marta@norte.example').waitFor();
  expect(await pairs().getByText('Feldweg').count()).toBe(0);
});

it('merges by keyboard: the value of one, all else of both', async () => {
  const { dashboard } = browser;
  await dashboard.getByRole('link', { name: /^Compare / }).focus();
  await dashboard.keyboard.press('Enter');
  const chosen = dashboard.getByRole('radio', { name: 'Name: Marta Ruiz' });
  await chosen.waitFor();
  expect(await chosen.isChecked()).toBe(true);
  await chosen.focus();
  await dashboard.keyboard.press('ArrowDown');
  expect(await dashboard.getByRole('radio', { name: 'Name: M. Ruiz' }).isChecked()).toBe(true);
  await dashboard.keyboard.press('Enter');
  await dashboard.getByText('Nobody seems to be here twice.').waitFor();
  await show(`person/${other}`);
  await dashboard.getByRole('heading', { level: 1, name: 'M. Ruiz' }).first().waitFor();
  expect(dashboard.url()).toContain(marta);
  await dashboard.getByRole('tabpanel', { name: 'Timeline' }).getByText('Likes short mails').waitFor();
  await dashboard.getByRole('tab', { name: 'Merged' }).click();
  await dashboard.getByRole('list', { name: 'Other values' }).getByText('Marta Ruiz').first().waitFor();
});

it('is taken apart after further edits, each asked about', async () => {
  const { dashboard } = browser;
  await must(dashboard, 'contacts.save', { id: marta, patch: { company: 'Norte' } });
  await must(dashboard, 'timeline.add', { contactId: marta, kind: 'note', text: 'Ordered a grinder' });
  await dashboard.getByRole('button', { name: 'Take apart: M. Ruiz' }).click();
  const entry = dashboard.getByRole('group', { name: /Ordered a grinder/ });
  await entry.getByLabel(/^Goes with/).check();
  expect(
    await dashboard
      .getByRole('group', { name: /Norte/ })
      .getByLabel(/^Stays with/)
      .isChecked(),
  ).toBe(true);
  await dashboard.getByRole('button', { name: 'Take apart', exact: true }).click();
  await dashboard.getByRole('heading', { level: 1, name: 'Marta Ruiz' }).first().waitFor();
  const [stays, goes] = [await cardOf(marta), await cardOf(other)];
  expect(stays).toEqual({ name: 'Marta Ruiz', company: 'Norte', texts: ['Likes short mails'] });
  expect(goes).toEqual({ name: 'M. Ruiz', title: 'Buyer', texts: ['Ordered a grinder'] });
  await show('clean-up');
  await dashboard.getByText('Nobody seems to be here twice.').waitFor();
});

it('merges with somebody whom nothing suggested, found by keyboard', async () => {
  const { dashboard } = browser;
  const lena = await addPerson(dashboard, { name: 'Lena Roth', address: 'lena@roth.example' });
  const maiden = await addPerson(dashboard, { name: 'Helene Brandt', address: 'hb@kiln.example' });
  await show(`person/${lena}`);
  const more = dashboard.getByRole('button', { name: 'More about Lena Roth' });
  await more.press('Enter');
  await dashboard.getByRole('menuitem', { name: 'Merge with…' }).press('Enter');
  const field = dashboard.getByRole('combobox', { name: 'The same person' });
  await field.waitFor();
  await expect.poll(() => field.evaluate(node => node === document.activeElement)).toBe(true);
  // Nobody is merged with themselves.
  await dashboard.keyboard.type('lena');
  await dashboard.getByRole('dialog').getByText('No one found.').first().waitFor();
  await dashboard.keyboard.press('Escape');
  await dashboard.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => more.evaluate(node => node === document.activeElement)).toBe(true);
  await more.press('Enter');
  await dashboard.getByRole('menuitem', { name: 'Merge with…' }).press('Enter');
  await field.pressSequentially('helene');
  await dashboard.getByRole('option', { name: /Helene Brandt/ }).waitFor();
  await dashboard.keyboard.press('Enter');
  await dashboard.getByRole('radio', { name: 'Name: Lena Roth' }).waitFor();
  await dashboard.getByRole('button', { name: 'Merge into one' }).press('Enter');
  await expect.poll(() => dashboard.url()).toMatch(/#\/clean-up$/);
  await show(`person/${maiden}`);
  await dashboard.getByRole('heading', { level: 1, name: 'Lena Roth' }).first().waitFor();
});

it('runs from right to left', async () => {
  const { dashboard } = browser;
  const ids = [marta, other];
  await dashboard.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await show(`clean-up/${ids.join('+')}`);
  const [stays, goes] = [dashboard.getByRole('radio').first(), dashboard.getByRole('radio').nth(1)];
  await goes.waitFor();
  const [first, second] = [await stays.boundingBox(), await goes.boundingBox()];
  expect(first?.x).toBeGreaterThan(second?.x ?? 0);
});

it('a merge during which the background is ended happened whole or not at all', async () => {
  const { dashboard, context } = browser;
  const devtools = await context.newCDPSession(await context.newPage());
  await devtools.send('ServiceWorker.enable');
  for (let round = 0; round < 20; round++) {
    const name = `Round ${round}`;
    const winner = await addPerson(dashboard, { name, address: `one${round}@sur.example` });
    const loser = await addPerson(dashboard, { name, address: `two${round}@sur.example` });
    for (const contactId of [winner, loser])
      await must(dashboard, 'timeline.add', { contactId, kind: 'note', text: 'A note' });
    const merged = ask(dashboard, 'contacts.merge', { winner, loser, choices: [] }).catch(() => undefined);
    await new Promise(resolve => setTimeout(resolve, randomInt(0, 25)));
    await devtools.send('ServiceWorker.stopAllWorkers');
    await merged;
    const cards = [await cardOf(winner), await cardOf(loser)].map(({ texts }) => texts.length);
    expect([
      [2, 2],
      [1, 1],
    ]).toContainEqual(cards);
  }
});

type Shown = {
  contact: { id: string } & Record<'name' | 'company' | 'title', { value: string } | undefined>;
};

/** What the card of somebody says, and the texts of their timeline. */
async function cardOf(id: string) {
  const { contact } = await must<Shown>(browser.dashboard, 'contacts.get', { id });
  const list = { contactId: contact.id, limit: 50 };
  const events = await must<{ text: string }[]>(browser.dashboard, 'timeline.list', list);
  return {
    name: contact.name?.value,
    ...(contact.company && { company: contact.company.value }),
    ...(contact.title && { title: contact.title.value }),
    texts: events.map(({ text }) => text),
  };
}
