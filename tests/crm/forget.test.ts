// Forgetting a person: nothing of them is left in any table, entry, list or session, and nobody else loses a word.
import { beforeEach, describe, expect, it } from 'vitest';
import { ageDatabase } from '../../lib/db/ageing';
import { backupsHolding } from '../../lib/db/backups-holding';
import { changePeople } from '../../lib/db/batch';
import { forgottenAt, markForgotten } from '../../lib/db/erase';
import { contactKey, isForgotten, printsOf } from '../../lib/db/forgotten';
import { distinctPair } from '../../lib/model/distinct-pair';
import { dump, freshDatabase } from '../db/memory';
import { type Office, openOffice, senders, tabId } from './office';
import { addPerson, conversation, jonas, sender, show } from './people';

/** Words that occur nowhere but in what is stored about her. */
const canaries = ['Zanzibara', 'zz-canary', 'Qwertzuiop', 'Sturmvogel', 'x-canary-handle', '600555014'];
const address = 'zanzibara@zz-canary.example';

let office: Office;
let id: string;
let other: string;

/** Somebody of whom there is something in every place where something can be. */
beforeEach(async () => {
  office = await openOffice();
  await office.get('settings.save', { history: 'automatic', welcomed: true });
  other = await addPerson(office, 'Jonas Feld', [jonas.value]);
  id = await addPerson(office, 'Zanzibara Quell', [address], {
    company: 'Sturmvogel',
    tags: ['Qwertzuiop'],
    consent: 'Sturmvogel letters',
  });
  const { get } = office;
  await get('contacts.link', { id, identities: [{ kind: 'x', value: '@x-canary-handle', id: '42' }] });
  await get('contacts.link', { id, identities: [{ kind: 'phone', value: '+34 600 555 014' }] });
  await get('contacts.notThisPerson', {
    id,
    identities: [{ kind: 'email', value: 'not@zz-canary.example' }],
  });
  await show(office, conversation([sender('Zanzibara Quell', address), sender('Jonas Feld', jonas.value)]));
  await get('people.onScreen', {}, senders.frame);
  await get('timeline.add', { contactId: id, kind: 'issue', text: 'Sturmvogel broke' });
  await get('followUps.add', { contactId: id, text: 'Ask Zanzibara', dueAt: office.clock.now });
  await office.db.distinct.put(distinctPair(id, other, 1));
  await office.db.settings.put({ key: 'recent', value: [id, other] });
  office.drafts.set(id, 'About Zanzibara');
  const edit = await office.done('contacts.save', { id, patch: { title: 'Qwertzuiop' } });
  await get('contacts.save', { id, patch: { title: 'Sturmvogel' } });
  await get('journal.undo', { id: edit });
  // Somebody else takes over her handle: an entry about two people.
  await get('contacts.link', { id: other, identities: [{ kind: 'x', value: '@x-canary-handle', id: '77' }] });
});

/** Which of her words are still somewhere: in the database, the session, the notes that are not saved. */
async function left(): Promise<string[]> {
  const session = JSON.stringify([await office.session.sighting(tabId), await office.session.thread(tabId)]);
  const all = [await dump(office.db), session, JSON.stringify([...office.drafts])].join('\n').toLowerCase();
  return [...canaries, id].filter(word => all.includes(word.toLowerCase()));
}

const forget = (keepsPrint = false) => office.get('contacts.forget', { id, keepsPrint });
/** The handle is Jonas’s by now, and stays his. */
const expected = ['x-canary-handle'];

describe('forgetting somebody', () => {
  it('begins with something in every place', async () => {
    for (const name of [
      'contacts',
      'identities',
      'events',
      'followUps',
      'rejections',
      'distinct',
      'search',
      'domains',
    ])
      expect([name, JSON.stringify(await office.db.table(name).toArray())]).toEqual([
        name,
        expect.stringMatching(new RegExp(`${id}|zz-canary`)),
      ]);
    expect(await left()).toEqual(expect.arrayContaining(['Zanzibara', 'zz-canary', 'Qwertzuiop', id]));
  });

  it.each([false, true])('leaves nothing of them anywhere (with a fingerprint: %s)', async keepsPrint => {
    await forget(keepsPrint);
    expect(await left()).toEqual(expected);
  });

  it('leaves nothing of somebody in the trash either, whose addresses only the journal has', async () => {
    await office.get('contacts.delete', { id });
    expect(await left()).toContain('zz-canary');
    await forget(true);
    expect(await left()).toEqual(expected);
    const known = await isForgotten(office.db, [`email:${address}`]);
    expect(known).toBe(true);
  });

  it('takes nothing from anybody else', async () => {
    const rowsOf = async (table: string) =>
      (await office.db.table(table).toArray()).filter(row => row.contactId === other || row.id === other);
    const names = ['contacts', 'identities', 'events', 'followUps', 'search'];
    const before = await Promise.all(names.map(rowsOf));
    expect(before.flat().length).toBeGreaterThan(3);
    await forget();
    expect(await Promise.all(names.map(rowsOf))).toEqual(before);
    expect(await office.db.settings.get('recent')).toMatchObject({ value: [other] });
  });

  it('is finished by the next start where it was stopped half way', async () => {
    await markForgotten(office.db, [id], { keepsPrints: false, now: office.clock.now });
    expect(await office.get('contacts.search', { query: 'zanzibara', limit: 5 })).toEqual([]);
    expect(await office.get('contacts.trash', {})).toEqual([]);
    expect(await office.ask('contacts.file', { id, as: 'json' })).toMatchObject({ code: 'not-found' });
    await ageDatabase(office.db, office.clock.now);
    office.drafts.clear();
    await office.session.forgetTab(tabId);
    expect(await left()).toEqual(expected);
  });

  it('can’t be taken back, not even by undoing what made or deleted them', async () => {
    const made = (await office.db.journal.toArray()).filter(entry => entry.contactIds.includes(id));
    expect(made.length).toBeGreaterThan(5);
    await forget();
    for (const [at, entry] of made.entries())
      await office.ask('journal.undo', { id: entry.id }, undefined, `undo-${at}`);
    expect(await office.db.contacts.get(id)).toBeUndefined();
    expect(await left()).toEqual(expected);
  });

  it('leaves nothing in what an undo of a bulk change told', async () => {
    const batch = crypto.randomUUID();
    const info = { batch, name: 'list.tag', at: office.clock.now, portion: 0 };
    await changePeople(office.db, info, [id, other], contact => ({
      ...contact,
      tags: [...contact.tags, 'bulk'],
      version: contact.version + 1,
    }));
    await office.get('contacts.save', { id, patch: { tags: ['since'] } });
    await office.get('journal.undoBatch', { batch });
    await forget();
    expect(await left()).toEqual(expected);
  });

  it('is done when it is asked for again', async () => {
    await office.get('contacts.forget', { id, keepsPrint: true }, undefined, 'same');
    const after = await dump(office.db);
    expect(await office.get('contacts.forget', { id, keepsPrint: true }, undefined, 'same')).toEqual({
      backups: [],
    });
    expect(await dump(office.db)).toBe(after);
  });

  it('waits for an import, and changes nothing meanwhile', async () => {
    office.bulk.running = true;
    const before = await dump(office.db);
    expect(await office.ask('contacts.forget', { id, keepsPrint: true })).toMatchObject({ code: 'busy' });
    expect(await dump(office.db)).toBe(before);
  });

  it('is told before how much there is', async () => {
    expect(await office.get('contacts.forgetting', { id })).toMatchObject({
      name: 'Zanzibara Quell',
      isRecognisable: true,
      counts: { identities: 3, followUps: 1, events: 2 },
      backups: [],
    });
    const nameOnly = await addPerson(office, 'Nobody Known', []);
    expect(await office.get('contacts.forgetting', { id: nameOnly })).toMatchObject({
      isRecognisable: false,
    });
  });
});

describe('the fingerprint of somebody forgotten', () => {
  it('refuses to add or link them, until the user allows it again', async () => {
    await forget(true);
    const identities = [{ kind: 'email', value: address.toUpperCase() }];
    const add = { patch: { name: 'Z' }, identities, from: 'page' };
    expect(await office.ask('contacts.create', add)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Allow it under Privacy'),
    });
    expect(await office.ask('contacts.link', { id: other, identities })).toMatchObject({ code: 'conflict' });
    expect(await office.get('privacy.allow', { identity: identities[0] })).toEqual({ people: 1 });
    expect(await office.get('privacy.allow', { identity: identities[0] })).toEqual({ people: 0 });
    expect(await office.ask('contacts.create', add)).toMatchObject({ ok: true });
  });

  it('is lifted with all others of the same person, and of nobody else', async () => {
    await forget(true);
    await office.get('contacts.forget', { id: other, keepsPrint: true });
    await office.get('privacy.allow', { identity: { kind: 'phone', value: '+34600555014' } });
    expect(await isForgotten(office.db, [`email:${address}`, contactKey(id)])).toBe(false);
    expect(await isForgotten(office.db, [`email:${jonas.value}`])).toBe(true);
    expect(await office.get('privacy.allow', {})).toEqual({ people: 1 });
    expect(await office.db.forgotten.count()).toBe(0);
  });

  it('is not made where it was not asked for', async () => {
    await forget(false);
    expect(await office.db.forgotten.count()).toBe(0);
    await addPerson(office, 'Zanzibara Quell', [address]);
  });

  it('is another one in every installation', async () => {
    const [here, there] = [freshDatabase(), freshDatabase()];
    const [print] = await printsOf(here, [`email:${address}`]);
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect(await printsOf(here, [`email:${address}`])).toEqual([print]);
    expect(await printsOf(there, [`email:${address}`])).not.toEqual([print]);
  });

  it('does not keep out whoever an address was wrongly given to before', async () => {
    const wrong = { kind: 'email', value: 'wrong@else.example' };
    await office.get('contacts.link', { id, identities: [wrong] });
    await office.get('contacts.notThisPerson', { id, identities: [wrong] });
    await forget(true);
    expect(await isForgotten(office.db, ['email:wrong@else.example'])).toBe(false);
  });
});

describe('backups', () => {
  const backups = [
    { name: 'before', at: 10 },
    { name: 'after', at: 30 },
    { name: 'same', at: 20 },
    { name: 'deleted since', at: 35, removedAt: 36 },
  ];
  it('that were written since somebody was added still hold them, the latest first', () => {
    expect(backupsHolding(backups, 20, 40).map(({ name }) => name)).toEqual(['after', 'same']);
  });
  it('are all suspected where the date can’t be right', () => {
    expect(backupsHolding(backups, 99, 40)).toHaveLength(3);
  });
});

it('nobody who was not forgotten has the date of the forgotten', async () => {
  await office.get('contacts.delete', { id: other });
  expect((await office.db.contacts.get(other))?.deletedAt).toBeGreaterThan(forgottenAt);
});
