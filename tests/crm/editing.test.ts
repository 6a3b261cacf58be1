// Editing in place: everything can be changed, every change can be taken back, and no change is no entry.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../lib/model/on-screen';
import { dump } from '../db/memory';
import { day, monday, type Office, openOffice, senders } from './office';
import { addPerson, conversation, jonas, marta, onScreen, sender, show } from './people';

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  id = await addPerson(office, 'Marta Ruiz', [marta.value]);
});

const card = () => office.get<Card>('contacts.get', { id });
const add = async (name: string, input: object) =>
  (await office.get<{ result: { id: string } }>(name, input)).result.id;
const field = { id: 'f-boat', slug: 'boat', name: 'Boat', kind: 'text', choices: [], order: 0 };

/** Carries a command out in the sidebar, and undoes it there: what is stored must be as before. */
async function expectUndoable(name: string, input: object): Promise<void> {
  const before = await dump(office.db, ['journal']);
  const command = await office.done(name, input, senders.frame);
  expect(await dump(office.db, ['journal'])).not.toBe(before);
  await office.get('journal.undo', { id: command }, senders.frame);
  expect(await dump(office.db, ['journal'])).toBe(before);
}

describe('saving a person', () => {
  const all = {
    name: 'Marta Ruiz',
    callName: 'Marti',
    company: 'Norte Boats',
    tags: ['VIP'],
    preferences: [{ id: 'p', key: 'language', label: 'Language', value: 'es' }],
    fields: [{ field: 'f-boat', value: 'Sloop' }],
    consent: 'Newsletter',
  };

  it('with the same values writes nothing, and raises no version', async () => {
    await office.get('contacts.save', { id, patch: all });
    const before = await dump(office.db);
    office.clock.now += day;
    await office.get('contacts.save', { id, patch: all });
    await office.get('contacts.save', { id, patch: {} });
    expect(await dump(office.db)).toBe(before);
  });

  it('can be taken back, value by value', async () => {
    for (const patch of [
      { name: 'Marta R.' },
      { callName: 'Marti' },
      { stage: 'customer' },
      { style: 'close' },
      { timeZone: 'Europe/Madrid' },
      { consent: 'Newsletter' },
    ])
      await expectUndoable('contacts.save', { id, patch });
  });
});

describe('an address', () => {
  it('can be added, and that taken back', () =>
    expectUndoable('contacts.link', { id, identities: [{ kind: 'phone', value: '+34 600 555 014' }] }));

  it('can be removed, and that taken back', () =>
    expectUndoable('contacts.unlink', { id, key: `email:${marta.value}` }));

  it('no longer matches once it is removed', async () => {
    await show(office, conversation([sender('Marta Ruiz', marta.value)]));
    await office.done('contacts.unlink', { id, key: `email:${marta.value}` });
    expect((await onScreen(office)).card).toBeUndefined();
  });

  it('of somebody else is neither removed nor added', async () => {
    await addPerson(office, 'Jonas Feld', [jonas.value]);
    expect(await office.ask('contacts.unlink', { id, key: `email:${jonas.value}` })).toMatchObject({
      code: 'not-found',
    });
    expect(await office.ask('contacts.link', { id, identities: [jonas] })).toMatchObject({
      code: 'conflict',
      message: 'jonas@feldweg.example already belongs to Jonas Feld.',
    });
  });

  it('that is theirs already is said to be', async () => {
    expect(await office.ask('contacts.link', { id, identities: [marta] })).toMatchObject({
      code: 'conflict',
    });
  });

  it('tells whose it is, in any spelling, and nobody for one in the trash', async () => {
    await office.get('contacts.link', { id, identities: [{ kind: 'phone', value: '+34 600 555 014' }] });
    const find = () => office.get('contacts.find', { identity: { kind: 'phone', value: '+34600555014' } });
    expect(await find()).toMatchObject({ id, name: 'Marta Ruiz' });
    await office.get('contacts.delete', { id });
    expect(await find()).toBeNull();
  });
});

describe('an address that is verified', () => {
  const key = `email:${marta.value}`;
  const verify = (isTheirs: boolean) => office.get('contacts.verify', { id, key, isTheirs });
  const since = async (of = key) => (await office.db.identities.get(of))?.verifiedAt;

  it('says since when, and keeps that when it is said again', async () => {
    await expectUndoable('contacts.verify', { id, key, isTheirs: true });
    await verify(true);
    office.clock.now += day;
    await verify(true);
    expect(await since()).toBe(monday);
    await verify(false);
    expect(await office.db.identities.get(key)).not.toHaveProperty('verifiedAt');
  });

  it('is told among the changes', async () => {
    office.clock.now += day;
    await verify(true);
    const [last] = await office.get<{ lines: object[] }[]>('history.changes', { contactId: id, limit: 1 });
    expect(last?.lines).toEqual([{ what: 'Email', before: marta.value, after: `${marta.value} (verified)` }]);
  });

  it('of somebody else can’t be', async () => {
    await addPerson(office, 'Jonas Feld', [jonas.value]);
    const asked = { id, key: `email:${jonas.value}`, isTheirs: true };
    expect(await office.ask('contacts.verify', asked)).toMatchObject({ code: 'not-found' });
    expect(await since(asked.key)).toBeUndefined();
  });

  it('stays verified through a merge and being taken apart', async () => {
    await verify(true);
    const winner = await addPerson(office, 'M. Ruiz', ['m@norte.example']);
    await office.get('contacts.merge', { winner, loser: id, choices: [] });
    expect(await office.db.identities.get(key)).toMatchObject({ contactId: winner, verifiedAt: monday });
    await office.get('contacts.takeApart', { id, theirs: [] });
    expect(await office.db.identities.get(key)).toMatchObject({ contactId: id, verifiedAt: monday });
  });

  it('is verified with every handle and id of the account, until another account has the handle', async () => {
    const link = (account: string) =>
      office.get('contacts.link', { id, identities: [{ kind: 'x', value: 'marta', id: account }] });
    await link('1');
    await office.get('contacts.verify', { id, key: 'x:marta', isTheirs: true });
    expect([await since('x:marta'), await since('x:#1')]).toEqual([monday, monday]);
    await link('2');
    expect([await since('x:marta'), await since('x:#1')]).toEqual([undefined, monday]);
  });
});

describe('a field for everybody', () => {
  const first = () => ({ contactId: id, value: 'Sloop' });
  const value = async () => (await card()).contact.fields[0]?.value;

  it('comes with its first value, and goes with it in one step', async () => {
    await expectUndoable('fields.save', { field, first: first() });
    await office.get('fields.save', { field, first: first() });
    expect([(await card()).fields.length, await value()]).toEqual([1, 'Sloop']);
  });

  it('can be removed, and comes back with every value', async () => {
    await office.get('fields.save', { field, first: first() });
    const command = await office.done('fields.remove', { id: field.id }, senders.frame);
    expect((await card()).fields).toEqual([]);
    await office.get('journal.undo', { id: command }, senders.frame);
    expect([(await card()).fields.length, await value()]).toEqual([1, 'Sloop']);
  });

  it('can be renamed, given another kind, and moved; each can be taken back', async () => {
    await office.get('fields.save', { field });
    await office.get('fields.save', { field: { ...field, id: 'f-sail', slug: 'sail', order: 1 } });
    await expectUndoable('fields.save', { field: { ...field, name: 'Ship' } });
    await expectUndoable('fields.save', { field: { ...field, kind: 'choice', choices: ['Sloop', 'Ketch'] } });
    await expectUndoable('fields.reorder', { ids: ['f-sail', 'f-boat'] });
    await office.get('fields.reorder', { ids: ['f-sail'] });
    expect((await card()).fields.map(item => item.id)).toEqual(['f-sail', 'f-boat']);
  });
});

describe('an entry of the timeline', () => {
  const note = () => add('timeline.add', { contactId: id, kind: 'note', text: 'Likes boats' });

  it('can be given another text and date, or be deleted; each can be taken back', async () => {
    const event = await note();
    await expectUndoable('timeline.save', { id: event, text: 'Likes ships' });
    await expectUndoable('timeline.save', { id: event, at: monday - day });
    await expectUndoable('timeline.remove', { id: event });
  });

  it('that is solved can be opened again', async () => {
    const issue = await add('timeline.add', { contactId: id, kind: 'issue', text: 'A sail is missing' });
    await office.get('timeline.close', { id: issue, open: false });
    expect((await card()).openIssues).toEqual([]);
    await expectUndoable('timeline.close', { id: issue, open: true });
    await office.get('timeline.close', { id: issue, open: true });
    expect((await card()).openIssues).toHaveLength(1);
  });

  it('that was read on a page stays as it was read', async () => {
    await office.get('settings.save', { history: 'automatic' });
    await show(office, conversation([sender('Marta Ruiz', marta.value)]));
    const [message] = (await card()).events;
    expect(await office.ask('timeline.save', { id: message?.id, text: 'I owe you 100' })).toMatchObject({
      code: 'invalid',
    });
  });

  it('that is gone is said to be', async () => {
    const event = await note();
    await office.get('timeline.remove', { id: event });
    for (const [name, input] of [
      ['timeline.save', { id: event, text: 'x' }],
      ['timeline.remove', { id: event }],
    ] as const)
      expect(await office.ask(name, input)).toMatchObject({ code: 'not-found' });
  });
});

describe('messages', () => {
  it('keep the order of the page where several share a minute or have no time', async () => {
    await office.get('settings.save', { history: 'automatic' });
    const at = Date.UTC(2026, 2, 1, 12);
    const message = (text: string, time?: number) => ({ id: text, from: 0, to: [], text, at: time });
    const messages = [message('one'), message('two', at), message('three', at), message('four')];
    await show(
      office,
      conversation([sender('Marta Ruiz', marta.value)], { conversation: { id: 't', messages } }),
    );
    const { events } = await card();
    expect(events.map(event => event.text)).toEqual(['four', 'three', 'two', 'one']);
    expect(events.map(event => Math.abs(event.at - at) < 1_000)).toEqual([true, true, true, true]);
  });
});

describe('follow-ups', () => {
  const due = (text: string, dueAt: number) => add('followUps.add', { contactId: id, text, dueAt });

  it('are all on the card, the earliest first', async () => {
    await due('Later', monday + 2 * day);
    await due('Sooner', monday + day);
    await office.get('followUps.done', { id: await due('Done', monday + 3 * day) });
    expect((await card()).followUps.map(item => item.text)).toEqual(['Sooner', 'Later']);
  });

  it('can be given another text and date, or be deleted; each can be taken back', async () => {
    const item = await due('Call', monday + day);
    await expectUndoable('followUps.save', { id: item, text: 'Write' });
    await expectUndoable('followUps.save', { id: item, dueAt: monday + 2 * day });
    await expectUndoable('followUps.remove', { id: item });
  });

  it('of today are listed up to a hundred, the earliest first, and the others counted', async () => {
    const today = () =>
      office.get<{ due: { followUp: { dueAt: number } }[]; moreDue: number }>('followUps.today', {});
    const rows = Array.from({ length: 103 }, (_none, at) => ({
      id: `due-${at}`,
      contactId: id,
      text: 'Call',
      dueAt: monday - 1 - at,
      done: 0 as const,
      createdAt: 1,
    }));
    await office.db.followUps.bulkPut(rows.slice(0, 100));
    expect(await today()).toMatchObject({ moreDue: 0 });
    await office.db.followUps.bulkPut(rows);
    const { due, moreDue } = await today();
    expect([due.length, moreDue, due[0]?.followUp.dueAt]).toEqual([100, 3, monday - 103]);
  });

  it('remind again when they get another date, and not when only the words change', async () => {
    const item = await due('Call', monday + day);
    await office.db.followUps.update(item, { notifiedAt: monday });
    await office.get('followUps.save', { id: item, text: 'Write' });
    expect(await office.db.followUps.get(item)).toMatchObject({ text: 'Write', notifiedAt: monday });
    await office.get('followUps.save', { id: item, dueAt: monday + 2 * day });
    expect(await office.db.followUps.get(item)).not.toHaveProperty('notifiedAt');
  });
});

describe('answers that go elsewhere', () => {
  const elsewhere = { ...sender(undefined, 'pay@fastpost.example'), role: 'reply-to' as const };
  const warnings = async () => (await onScreen(office)).people[0]?.warnings.map(warning => warning.kind);

  it('are warned of beside a known person, and their address is nobody in the conversation', async () => {
    await show(office, conversation([sender('Marta Ruiz', marta.value), elsewhere]));
    expect(await warnings()).toEqual(['reply-to-differs']);
    expect((await onScreen(office)).people).toHaveLength(1);
  });

  it('are not warned of when the other address is theirs too', async () => {
    await office.get('contacts.link', { id, identities: [elsewhere.identities[0]] });
    await show(office, conversation([sender('Marta Ruiz', marta.value), elsewhere]));
    expect(await warnings()).toEqual([]);
  });
});
