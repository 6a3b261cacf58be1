// Somebody asked not to be written to: every way of putting a reply into a page asks first, and asks every time.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckAnswer, InsertAnswer } from '../../lib/crm/inserting';
import { reply } from './inputs';
import { type Office, openOffice, senders, tabId } from './office';
import { addPerson, conversation, marta, sender, show } from './people';

let office: Office;
let contactId: string;
beforeEach(async () => {
  office = await openOffice();
  contactId = await addPerson(office, 'Marta Ruiz', [marta.value], { doNotContact: true });
  await office.get('replies.save', { reply: reply('thanks') });
  await show(office, conversation([sender('Marta Ruiz', marta.value)]));
  office.page.recipients = [marta];
});

const finding = { kind: 'do-not-contact', effect: 'confirm', detail: 'Marta Ruiz' };
const choice = () => ({ replyId: 'thanks', variant: 0, contactId, filled: {}, tabId });
const inserted = () => office.orders.filter(({ order }) => order === 'insert').length;

/** Every place where somebody may be written to. */
const places = {
  'an answer': () => undefined,
  'an answer that everybody reads': () => {
    office.page.isPublic = true;
  },
  'a new mail': () =>
    show(office, {
      site: 'roundcube',
      kind: 'compose',
      url: 'https://mail.norte.example/?_action=compose',
      people: [{ identities: [marta], role: 'to' }],
    }),
  'a mail to several': () => {
    office.page.recipients = [marta, { kind: 'email', value: 'jonas@feldweg.example' }];
  },
  'a mail that names nobody yet': () => {
    office.page.recipients = [];
  },
};

describe.each(['frame', 'panel', 'dashboard'] as const)('from the %s', role => {
  it.each(Object.entries(places))(
    '%s is asked about, and inserted on the second step only',
    async (_name, go) => {
      await go();
      const { findings } = await office.get<CheckAnswer>('replies.check', choice(), senders[role]);
      expect(findings).toContainEqual(finding);
      const insert = (confirmed: boolean, id: string) =>
        office.get<InsertAnswer>('replies.insert', { ...choice(), confirmed }, senders[role], id);
      expect(await insert(false, 'first')).toMatchObject({ ok: false, reason: 'findings' });
      expect(inserted()).toBe(0);
      expect(await insert(true, 'second')).toMatchObject({ ok: true });
      expect(await insert(false, 'third')).toMatchObject({ ok: false, reason: 'findings' });
      expect(inserted()).toBe(1);
    },
  );

  it('a wrong recipient that is overridden is asked about all the same', async () => {
    office.page.recipients = [{ kind: 'email', value: 'jonas@feldweg.example' }];
    const wish = { ...choice(), confirmed: false, override: true };
    expect(await office.get('replies.insert', wish, senders[role])).toMatchObject({ ok: false });
    expect(inserted()).toBe(0);
  });
});

it('it is said of somebody who is looked at, in a list, and in the file of them', async () => {
  expect(await office.get('contacts.get', { id: contactId })).toMatchObject({
    contact: { doNotContact: true },
  });
  expect(await office.get('contacts.search', { query: 'marta', limit: 5 })).toMatchObject([
    { doNotContact: true },
  ]);
  const { text } = await office.get<{ text: string }>('contacts.file', { id: contactId, as: 'json' });
  expect(JSON.parse(text)).toMatchObject({ contact: { doNotContact: true } });
});
