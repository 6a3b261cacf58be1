// Taking back: one change, one of two edits, a deletion, and the taking back itself.
import { beforeEach, describe, expect, it } from 'vitest';
import { reply } from '../crm/inputs';
import { type Office, openOffice, senders } from '../crm/office';
import { addPerson, conversation, jonas, marta, sender, show } from '../crm/people';
import { dump } from './memory';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  id = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Norte Boats' });
});

const data = () => dump(office.db, ['journal']);
const edit = (patch: Record<string, unknown>) => office.done('contacts.save', { id, patch });
const undo = (command: string, from = senders.dashboard) =>
  office.get<{ commandId: string; result: { kept: string[] } }>('journal.undo', { id: command }, from);
const contact = () => office.db.contacts.get(id);

describe('undo', () => {
  it('of one edit gives back every byte', async () => {
    const before = await data();
    const change = await edit({ title: 'Owner', tags: ['sails'], company: null, doNotContact: true });
    expect(await data()).not.toBe(before);
    expect((await undo(change)).result.kept).toEqual([]);
    expect(await data()).toBe(before);
  });

  it('of the earlier of two edits keeps the later one, field by field', async () => {
    const first = await edit({ title: 'Owner', stage: 'lead' });
    await edit({ stage: 'customer', callName: 'Marta' });
    const { result } = await undo(first);
    expect(result.kept).toEqual([`contacts/${id}/stage`]);
    const now = await contact();
    expect(now?.title).toBeUndefined();
    expect(now?.stage).toBe('customer');
    expect(now?.callName?.value).toBe('Marta');
  });

  it('of the earlier of two edits of different fields loses nothing of the later', async () => {
    const first = await edit({ title: 'Owner' });
    await edit({ company: 'Sur Boats' });
    expect((await undo(first)).result.kept).toEqual([]);
    expect(await contact()).toMatchObject({ company: { value: 'Sur Boats' } });
    expect((await contact())?.title).toBeUndefined();
  });

  it('can be undone, and done again', async () => {
    const change = await edit({ title: 'Owner' });
    const edited = await data();
    const { commandId: back } = await undo(change);
    const { commandId: again } = await undo(back);
    expect(await data()).toBe(edited);
    await undo(again);
    expect((await contact())?.title).toBeUndefined();
  });

  it('of the same change happens once', async () => {
    const change = await edit({ title: 'Owner' });
    await undo(change);
    const before = await dump(office.db);
    expect(await office.ask('journal.undo', { id: change })).toMatchObject({ ok: false });
    expect(await office.ask('journal.undo', { id: 'unknown' })).toMatchObject({ ok: false });
    expect(await dump(office.db)).toBe(before);
  });

  it('asked twice under one id is carried out once and answered alike', async () => {
    const change = await edit({ title: 'Owner' });
    const first = await office.get('journal.undo', { id: change }, senders.dashboard, 'undo-1');
    const before = await dump(office.db);
    expect(await office.get('journal.undo', { id: change }, senders.dashboard, 'undo-1')).toEqual(first);
    expect(await dump(office.db)).toBe(before);
  });
});

describe('undo that keeps everything', () => {
  it('gives its first answer again when its call is repeated', async () => {
    const first = await edit({ title: 'Owner' });
    await edit({ title: 'Captain' });
    const call = () => office.get('journal.undo', { id: first }, senders.dashboard, 'undo-1');
    const answer = await call();
    expect(answer).toMatchObject({ result: { kept: [`contacts/${id}/title`] } });
    const before = await dump(office.db);
    expect(await call()).toEqual(answer);
    expect(await dump(office.db)).toBe(before);
    expect(await office.ask('journal.undo', { id: first })).toMatchObject({ ok: false });
  });
});

describe('from a sidebar in a page', () => {
  const minute = 60_000;
  const asked = (command: string) => office.ask('journal.undo', { id: command }, senders.frame);
  const refused = { code: 'forbidden', message: 'Undo this in the full page.' };

  it('a change is taken back for ten minutes, and afterwards in the full page only', async () => {
    const [early, late] = [await edit({ title: 'Owner' }), await edit({ stage: 'lead' })];
    office.clock.now += 10 * minute;
    expect(await asked(early)).toMatchObject({ ok: true });
    office.clock.now += 1;
    expect(await asked(late)).toMatchObject(refused);
    await undo(late);
    expect((await contact())?.stage).toBeUndefined();
  });

  it('an undo is answered alike when repeated later', async () => {
    const change = await edit({ title: 'Owner' });
    const call = () => office.get('journal.undo', { id: change }, senders.frame, 'undo-1');
    const first = await call();
    office.clock.now += 20 * minute;
    expect(await call()).toEqual(first);
  });

  it('the adding of a person is taken back while nothing was added to them', async () => {
    expect(await asked(id)).toMatchObject({ ok: true });
    expect(await office.db.contacts.count()).toBe(0);
  });

  it.each([
    ['a note', 'timeline.add', { kind: 'note', text: 'Likes red sails.' }],
    ['a follow-up', 'followUps.add', { text: 'Call', dueAt: 1 }],
  ])('a person who has %s is not removed', async (_what, name, input) => {
    await office.done(name, { contactId: id, ...input });
    const before = await data();
    expect(await asked(id)).toMatchObject(refused);
    expect(await data()).toBe(before);
  });

  it('a person who was edited is not parted from their address', async () => {
    await edit({ title: 'Owner' });
    const before = await data();
    expect(await asked(id)).toMatchObject(refused);
    expect(await data()).toBe(before);
  });

  it('a person with another identity, or an address that was parted, is not removed', async () => {
    await office.done('contacts.link', { id, identities: [jonas] });
    expect(await asked(id)).toMatchObject(refused);
    const other = await addPerson(office, 'Lena Vogt', []);
    await office.done('contacts.notThisPerson', { id: other, identities: [jonas] });
    expect(await asked(other)).toMatchObject(refused);
  });

  it('a person is removed with the conversation that was kept when they were added', async () => {
    await office.get('settings.save', { history: 'automatic' });
    await show(office, conversation([sender('Jonas Feld', jonas.value)]));
    const input = { patch: { name: 'Jonas Feld' }, identities: [jonas], from: 'page' };
    const added = await office.done('contacts.create', input, senders.frame);
    expect(await office.db.events.count()).toBe(1);
    expect(await asked(added)).toMatchObject({ ok: true });
    expect(await office.db.events.count()).toBe(0);
  });

  it('a prepared reply is not changed back', async () => {
    const change = await office.done('replies.save', { reply: reply('thanks') });
    expect(await asked(change)).toMatchObject(refused);
    expect(await office.db.replies.count()).toBe(1);
  });
});

describe('a deleted person', () => {
  const found = async () =>
    (await office.get<{ id: string }[]>('contacts.search', { query: 'marta', limit: 5 })).length;
  type Trash = { contact: { id: string }; commandId?: string }[];
  const trash = () => office.get<Trash>('contacts.trash', {});

  it('is in the trash, found nowhere else, and comes back whole', async () => {
    const before = await data();
    await office.done('contacts.delete', { id });
    expect(await found()).toBe(0);
    expect(await office.ask('contacts.get', { id })).toMatchObject({ code: 'not-found' });
    const [row] = await trash();
    expect(row?.contact.id).toBe(id);
    await undo(row?.commandId ?? '');
    expect(await trash()).toEqual([]);
    expect(await found()).toBe(1);
    expect(await data()).toBe(before);
  });

  it('comes back from the trash also when deleted by undoing an undo', async () => {
    const before = await data();
    const deleted = await office.done('contacts.delete', { id });
    const { commandId: back } = await undo(deleted);
    await undo(back);
    const [row] = await trash();
    await undo(row?.commandId ?? '');
    expect(await data()).toBe(before);
  });

  it('comes back without an address that somebody else was given meanwhile', async () => {
    const deleted = await office.done('contacts.delete', { id });
    const other = await addPerson(office, 'Marta Ruiz-Vogt', [marta.value]);
    const { result } = await undo(deleted);
    expect(result.kept).toEqual([`identities/email:${marta.value}`]);
    expect((await office.db.identities.get(`email:${marta.value}`))?.contactId).toBe(other);
    expect(await contact()).toMatchObject({ name: { value: 'Marta Ruiz' } });
  });

  it('can’t be brought back from a sidebar in a page, nor deleted again by it', async () => {
    const deleted = await office.done('contacts.delete', { id });
    expect(await office.ask('journal.undo', { id: deleted }, senders.frame)).toMatchObject({
      code: 'forbidden',
    });
    const { commandId: back } = await undo(deleted);
    expect(await office.ask('journal.undo', { id: back }, senders.frame)).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a person whose adding is undone', () => {
  it('goes with what was added since, and comes back with it', async () => {
    const creation = id;
    await office.done('timeline.add', { contactId: id, kind: 'note', text: 'Likes red sails.' });
    await office.done('followUps.add', { contactId: id, text: 'Call', dueAt: 1 });
    await office.done('contacts.link', { id, identities: [jonas] });
    const whole = await data();
    const { commandId } = await undo(creation);
    for (const table of [office.db.contacts, office.db.identities, office.db.events, office.db.followUps])
      expect(await table.count()).toBe(0);
    expect(await office.db.domains.count()).toBe(0);
    await undo(commandId);
    expect(await data()).toBe(whole);
  });

  it('gives nobody in the trash an address back, by which they would be met', async () => {
    const key = `email:${marta.value}`;
    const off = await office.done('contacts.unlink', { id, key });
    const deletion = await office.done('contacts.delete', { id });
    expect((await undo(off)).result.kept).toEqual([`identities/${key}`]);
    expect(await office.db.identities.count()).toBe(0);
    await undo(deletion);
    expect((await contact())?.deletedAt).toBeUndefined();
  });

  it('is not followed by a note that comes back alone', async () => {
    const note = await office.done('timeline.add', { contactId: id, kind: 'note', text: 'Gone.' });
    const removed = await office.done('timeline.remove', { id: note });
    await undo(id);
    expect((await undo(removed)).result.kept).toEqual([`events/${note}`]);
    expect(await office.db.events.count()).toBe(0);
  });
});

describe('settings', () => {
  it('can be taken back, but not from a sidebar in a page', async () => {
    const before = await data();
    const change = await office.done('settings.save', { history: 'automatic', theme: 'dark' });
    expect(await office.ask('journal.undo', { id: change }, senders.frame)).toMatchObject({
      code: 'forbidden',
    });
    await undo(change);
    expect(await data()).toBe(before);
  });
});
