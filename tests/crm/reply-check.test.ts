// What is said against a reply before it is inserted.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckAnswer, InsertAnswer } from '../../lib/crm/inserting';
import type { Sighting } from '../../lib/model/sighting';
import { reply } from './inputs';
import { type Office, openOffice, senders, tabId, webmail } from './office';
import { addPerson, conversation, jonas, marta, sender, show } from './people';

let office: Office;
let contactId: string;
beforeEach(async () => {
  office = await openOffice();
  contactId = await addPerson(office, 'Marta Ruiz', [marta.value]);
  await office.get('replies.save', { reply: reply('thanks') });
  await show(office, conversation([sender('Marta Ruiz', marta.value)]));
  office.page.recipients = [marta];
});

const insert = () =>
  office.get<InsertAnswer>(
    'replies.insert',
    { replyId: 'thanks', variant: 0, contactId, filled: {}, confirmed: false },
    senders.frame,
  );
const check = () =>
  office.get<CheckAnswer>(
    'replies.check',
    { replyId: 'thanks', variant: 0, contactId, filled: {} },
    senders.frame,
  );
const say = (body: string) => office.get('replies.save', { reply: reply('thanks', body) });
const inserted = () => office.orders.filter(order => order.order === 'insert');
const uses = async () => (await office.db.replies.get('thanks'))?.uses;

describe('before anything is inserted', () => {
  it('is said what speaks against it, and nothing else happens', async () => {
    const preferences = [{ id: 'p1', key: 'language', label: 'Language', value: 'es' }];
    await office.get('contacts.save', { id: contactId, patch: { preferences } });
    await say('Thank you, {{ contact.fields.order }}. Jonas and I will have this for you with the next one.');
    await show(office, conversation([sender('Marta Ruiz', marta.value), sender('Jonas Feld', jonas.value)]));
    const { findings } = await check();
    expect(findings).toEqual([
      { kind: 'missing-value', effect: 'block', detail: 'contact.fields.order' },
      { kind: 'other-name', effect: 'warn', detail: 'Jonas Feld' },
      { kind: 'language', effect: 'warn', detail: 'en' },
    ]);
    expect(inserted()).toEqual([]);
    expect(await uses()).toBe(0);
  });

  it('warnings are said, and once more with the insertion', async () => {
    await say('Dear Jonas, thank you.');
    await show(office, conversation([sender('Marta Ruiz', marta.value), sender('Jonas Feld', jonas.value)]));
    const warning = { kind: 'other-name', effect: 'warn', detail: 'Jonas Feld' };
    expect(await check()).toMatchObject({ findings: [warning] });
    expect(await insert()).toMatchObject({ ok: true, findings: [warning] });
  });

  it('a name far below in the text is seen too', async () => {
    await say(`${'We are sorry for the delay. '.repeat(40)}\nUntil soon, Jonas`);
    await show(office, conversation([sender('Marta Ruiz', marta.value), sender('Jonas Feld', jonas.value)]));
    expect(await check()).toMatchObject({ findings: [{ kind: 'other-name' }] });
  });

  it('a tone typed in capitals is the tone it is', async () => {
    const preferences = [{ id: 'p1', key: 'tone', label: 'Tone', value: 'Formal' }];
    await office.get('contacts.save', { id: contactId, patch: { preferences } });
    const toned = (tone: string) => ({ ...reply('thanks'), variants: [{ body: 'Thank you', tone }] });
    await office.get('replies.save', { reply: toned('formal') });
    expect(await check()).toMatchObject({ findings: [] });
    await office.get('replies.save', { reply: toned('brief') });
    expect(await check()).toMatchObject({ findings: [{ kind: 'tone', detail: 'brief' }] });
  });

  it('the box is another one for other recipients or another message', async () => {
    const first = await check();
    expect((await check()).box).toBe(first.box);
    expect(await insert()).toMatchObject({ box: first.box });
    office.page.recipients = [marta, jonas];
    expect((await check()).box).not.toBe(first.box);
    office.page.recipients = [marta];
    await show(office, conversation([sender('Marta Ruiz', marta.value)], { url: `${webmail}/?_uid=32` }));
    expect((await check()).box).not.toBe(first.box);
    office.page.recipients = undefined;
    expect((await check()).box).toBeUndefined();
  });
});

describe('on a page for writing, which shows recipients only', () => {
  const compose: Sighting = {
    site: 'roundcube',
    kind: 'compose',
    url: `${webmail}/?_action=compose`,
    people: [{ identities: [marta], role: 'to' }],
  };
  const thread = conversation([sender('Marta Ruiz', marta.value), sender('Jonas Feld', jonas.value)]);
  const named = { findings: [{ kind: 'other-name', detail: 'Jonas Feld' }] };
  beforeEach(() => say('Dear Jonas, thank you.'));

  it('the people of the conversation that the tab showed before are known', async () => {
    await show(office, thread);
    await office.get('page.hello', {}, senders.page);
    await office.get(
      'views.hello',
      { ticket: await office.get('page.ticket', {}, senders.page) },
      senders.frame,
    );
    await show(office, compose);
    expect(await check()).toMatchObject(named);
  });

  it('they are forgotten when a list was looked at in between', async () => {
    await show(office, thread);
    await show(office, { site: 'roundcube', kind: 'list', url: webmail, people: [] });
    await show(office, compose);
    expect(await check()).toMatchObject({ findings: [] });
  });

  it('they are not taken from another site', async () => {
    await show(office, thread);
    await show(office, { ...compose, url: 'https://other.example/compose' });
    expect(await check()).toMatchObject({ findings: [] });
  });

  it('they are forgotten with the tab', async () => {
    await show(office, thread);
    await office.session.forgetTab(tabId);
    expect(await office.session.thread(tabId)).toBeUndefined();
  });
});
