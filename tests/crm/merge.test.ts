// Two contacts that are one person: merged value by value with nothing dropped, and taken apart at any time.
import { beforeEach, describe, expect, it } from 'vitest';
import { ageDatabase } from '../../lib/db/ageing';
import { writeEvents } from '../../lib/db/import/write-events';
import type { ApartPreview, Comparison, MergedFrom } from '../../lib/model/merge';
import type { Card } from '../../lib/model/on-screen';
import { dump } from '../db/memory';
import { day, type Office, openOffice, senders, tabId } from './office';
import { addPerson, conversation, jonas, marta, onScreen, sender, show } from './people';

let office: Office;
let one: string;
let two: string;
beforeEach(async () => {
  office = await openOffice();
  one = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Norte', tags: ['vip'] });
  office.clock.now += 1000;
  two = await addPerson(office, 'M. Ruiz', ['m.ruiz@norte-boats.example'], {
    title: 'Buyer',
    company: 'Norte Boats',
    tags: ['boats'],
    doNotContact: true,
  });
  office.clock.now += 1000;
  await office.get('timeline.add', { contactId: one, kind: 'note', text: 'Of one' });
  await office.get('timeline.add', { contactId: one, kind: 'note', text: 'Of one too' });
  await office.get('timeline.add', { contactId: two, kind: 'issue', text: 'Of two' });
  await office.get('followUps.add', { contactId: two, text: 'Call two', dueAt: office.clock.now + day });
  office.clock.now += 1000;
});

const merge = (choices: { fact: string; from: string }[] = []) =>
  office.done('contacts.merge', { winner: one, loser: two, choices });
const card = (id: string) => office.get<Card>('contacts.get', { id });
const mergedFrom = (id: string) => office.get<MergedFrom>('contacts.mergedFrom', { id });
const questions = async () =>
  (await office.get<ApartPreview>('contacts.apartQuestions', { id: two })).questions;
const takeApart = (theirs: string[] = []) => office.done('contacts.takeApart', { id: two, theirs });
/** Everything but the journal and what says that both are distinct. */
const data = () => dump(office.db, ['journal', 'distinct', 'recent', 'settings']);
const texts = async (id: string) =>
  (await office.get<{ text: string }[]>('timeline.list', { contactId: id, limit: 50 })).map(
    ({ text }) => text,
  );

describe('two people beside each other', () => {
  it('say what differs, what one of them lacks, and where each value is from', async () => {
    const { people, facts, tags } = await office.get<Comparison>('contacts.compare', { ids: [two, one] });
    // As much is known of either: who was known first stays.
    expect(people.map(({ contact }) => contact.id)).toEqual([one, two]);
    expect(facts.map(({ fact, texts: both, differs }) => [fact, ...both, differs])).toEqual([
      ['name', 'Marta Ruiz', 'M. Ruiz', true],
      ['company', 'Norte', 'Norte Boats', true],
      ['title', null, 'Buyer', false],
    ]);
    expect(tags).toEqual(['vip', 'boats']);
  });
});

describe('a merge', () => {
  it('takes what was chosen and what was lacking, and keeps addresses, tags and the timeline of both', async () => {
    await merge([{ fact: 'company', from: 'loser' }]);
    const { contact, identities } = await card(one);
    expect([contact.name.value, contact.company?.value, contact.title?.value]).toEqual([
      'Marta Ruiz',
      'Norte Boats',
      'Buyer',
    ]);
    expect(contact.tags).toEqual(['vip', 'boats']);
    expect(contact.doNotContact).toBe(true);
    expect(identities.map(({ value }) => value).sort()).toEqual([
      'm.ruiz@norte-boats.example',
      'marta.ruiz@norte-boats.example',
    ]);
    expect((await texts(one)).sort()).toEqual(['Of one', 'Of one too', 'Of two']);
  });

  it('drops nothing: values that were not chosen stay as others, and can be chosen later', async () => {
    await merge([{ fact: 'company', from: 'loser' }]);
    const others = async () =>
      (await mergedFrom(one)).alternatives.map(({ fact, text }) => `${fact}: ${text}`);
    expect((await others()).sort()).toEqual(['company: Norte', 'name: M. Ruiz']);
    await office.get('contacts.useValue', { id: one, fact: 'name', of: two });
    await office.get('contacts.useValue', { id: one, fact: 'company', of: one });
    expect((await card(one)).contact).toMatchObject({
      name: { value: 'M. Ruiz' },
      company: { value: 'Norte' },
    });
    expect((await others()).sort()).toEqual(['company: Norte Boats', 'name: Marta Ruiz']);
  });

  it('shows one person wherever either is met: on a page, in search, by an old link', async () => {
    await merge();
    await show(
      office,
      conversation([sender('M. Ruiz', 'm.ruiz@norte-boats.example'), sender('Me', jonas.value)]),
    );
    expect((await onScreen(office)).card?.contact.id).toBe(one);
    expect((await card(two)).contact.id).toBe(one);
    const found = await office.get<{ id: string }[]>('contacts.search', { query: 'm.ruiz@norte', limit: 9 });
    expect(found.map(({ id }) => id)).toEqual([one]);
    expect(await office.get('contacts.list', { offset: 0, limit: 9 })).toMatchObject({ total: 1 });
  });

  it('is one transaction: stopped anywhere, nothing happened, and it can be carried out again', async () => {
    const before = await dump(office.db);
    const tables = ['contacts', 'identities', 'events', 'followUps', 'search', 'journal'] as const;
    for (const name of tables) {
      const table = office.db.table(name);
      const stop = () => {
        throw new Error('Ended here.');
      };
      table.hook('creating', stop);
      table.hook('updating', stop);
      const answer = await office.ask('contacts.merge', { winner: one, loser: two, choices: [] });
      table.hook('creating').unsubscribe(stop);
      table.hook('updating').unsubscribe(stop);
      expect([name, answer.ok]).toEqual([name, false]);
      expect(await dump(office.db)).toBe(before);
    }
    await merge();
    expect((await mergedFrom(one)).people).toHaveLength(1);
  });

  it('is not for a sidebar in a page, and not for one person with themselves', async () => {
    const input = { winner: one, loser: two, choices: [] };
    expect(await office.ask('contacts.merge', input, senders.frame)).toMatchObject({ code: 'forbidden' });
    await merge();
    expect(await office.ask('contacts.merge', input)).toMatchObject({ code: 'conflict' });
  });
});

describe('taking apart', () => {
  it('at once, by Undo too, leaves everything as it was', async () => {
    const before = await data();
    const id = await merge([{ fact: 'company', from: 'loser' }]);
    await office.get('journal.undo', { id });
    expect(await data()).toBe(before);
    await merge([{ fact: 'name', from: 'loser' }]);
    await takeApart();
    expect(await data()).toBe(before);
  });

  it('works when the journal is long gone', async () => {
    const before = await data();
    await merge([{ fact: 'name', from: 'loser' }]);
    await ageDatabase(office.db, office.clock.now + 400 * day);
    office.clock.now += 400 * day;
    expect(await office.db.journal.count()).toBe(0);
    await takeApart();
    expect(await data()).toBe(before);
  });

  it('leaves edits made since with whom they belong to, and asks about what only the user knows', async () => {
    await merge();
    office.clock.now += 1000;
    await office.get('contacts.save', { id: one, patch: { title: 'Head buyer', company: 'Norte Group' } });
    await office.get('timeline.add', { contactId: one, kind: 'note', text: 'Since' });
    await office.get('followUps.add', { contactId: one, text: 'Write', dueAt: office.clock.now + day });
    await office.get('contacts.link', { id: one, identities: [{ kind: 'x', value: '@marta' }] });
    // What came by an address of two says itself whose it is.
    const mail = conversation([sender('M. Ruiz', 'm.ruiz@norte-boats.example'), sender('Me', jonas.value)]);
    await show(office, mail);
    await office.get('timeline.remember', { tabId }, senders.frame);
    const asked = (await questions()).map(({ about, text }) => `${about}: ${text}`);
    expect(asked.sort()).toEqual([
      'event: Since',
      'fact: Head buyer',
      'fact: Norte Group',
      'followUp: Write',
      'identity: @marta',
    ]);
    const isTheirs = (text: string) => ['Since', 'Head buyer', '@marta'].includes(text);
    await takeApart((await questions()).filter(({ text }) => isTheirs(text)).map(({ id }) => id));
    const [stays, goes] = [await card(one), await card(two)];
    expect([stays.contact.company?.value, stays.contact.title?.value]).toEqual(['Norte Group', undefined]);
    expect([goes.contact.company?.value, goes.contact.title?.value]).toEqual(['Norte Boats', 'Head buyer']);
    expect(goes.identities.map(({ value }) => value).sort()).toEqual([
      '@marta',
      'm.ruiz@norte-boats.example',
    ]);
    expect((await texts(one)).sort()).toEqual(['Of one', 'Of one too']);
    expect((await texts(two)).sort()).toEqual([
      'Could you tell me when the sails arrive?',
      'Of two',
      'Since',
    ]);
    const due = await office.db.followUps.toArray();
    expect(due.map(({ contactId, text }) => [contactId === one, text]).sort()).toEqual([
      [false, 'Call two'],
      [true, 'Write'],
    ]);
  });

  it('asks about tags and choices made since too, and gives back what an answer takes away', async () => {
    await office.get('contacts.save', { id: one, patch: { stage: 'lead', title: 'Buyer' } });
    const { contact } = await card(one);
    await merge();
    office.clock.now += 1000;
    const tags = [...(await card(one)).contact.tags, 'since'];
    await office.get('contacts.save', { id: one, patch: { stage: 'customer', title: 'Chief', tags } });
    const asked = await questions();
    expect(asked.map(({ what, text }) => `${what}: ${text}`).sort()).toEqual([
      'stage: customer',
      'tag:since: since',
      'title: Chief',
    ]);
    await takeApart(asked.map(({ id }) => id));
    const [stays, goes] = [(await card(one)).contact, (await card(two)).contact];
    expect([stays.stage, stays.title?.value, stays.tags]).toEqual(['lead', 'Buyer', contact.tags]);
    expect([goes.stage, goes.title?.value, goes.tags.includes('since')]).toEqual(['customer', 'Chief', true]);
  });

  it('leaves neither to be contacted where that was said while both were one', async () => {
    await office.get('contacts.save', { id: two, patch: { doNotContact: false } });
    await merge();
    await office.get('contacts.save', { id: one, patch: { doNotContact: true } });
    expect(await questions()).toEqual([]);
    await takeApart();
    expect([(await card(one)).contact.doNotContact, (await card(two)).contact.doNotContact]).toEqual([
      true,
      true,
    ]);
  });

  it('leaves who goes to be contacted where the other had asked not to be before', async () => {
    await office.get('contacts.save', { id: two, patch: { doNotContact: false } });
    await office.get('contacts.save', { id: one, patch: { doNotContact: true } });
    await merge();
    await takeApart();
    expect((await card(two)).contact.doNotContact).toBe(false);
  });

  it('keeps an edit of an entry that was theirs, with them', async () => {
    await merge();
    const event = (await office.db.events.toArray()).find(({ text }) => text === 'Of two');
    await office.get('timeline.save', { id: event?.id, text: 'Of two, edited' });
    await takeApart();
    expect(await texts(two)).toEqual(['Of two, edited']);
  });

  it('is remembered: both are no longer taken for one', async () => {
    await merge();
    await takeApart();
    expect(await office.db.distinct.toArray()).toMatchObject([{ first: expect.any(String) }]);
    expect((await mergedFrom(one)).people).toEqual([]);
    expect(await office.ask('contacts.takeApart', { id: two, theirs: [] })).toMatchObject({
      code: 'not-found',
    });
  });

  it('works out of the middle, where one was merged into another who was merged again', async () => {
    const before = await data();
    const three = await addPerson(office, 'Ruiz', ['ruiz@sur.example'], { callName: 'Marta' });
    await merge();
    await office.get('contacts.merge', { winner: three, loser: one, choices: [] });
    expect((await mergedFrom(three)).people.map(({ id }) => id)).toEqual([one, two]);
    await takeApart();
    expect((await card(two)).contact.id).toBe(two);
    expect((await texts(three)).sort()).toEqual(['Of one', 'Of one too']);
    await office.get('contacts.takeApart', { id: one, theirs: [] });
    await office.db.contacts.delete(three);
    await office.db.identities.where('contactId').equals(three).delete();
    await office.db.search.delete(three);
    await office.db.domains.delete('sur.example');
    expect(await data()).toBe(before);
  });
});

it('a merged person goes to the trash and comes back whole', async () => {
  await merge();
  const before = await data();
  const id = await office.done('contacts.delete', { id: two });
  expect(await office.get('contacts.list', { offset: 0, limit: 9 })).toMatchObject({ total: 0 });
  await office.get('journal.undo', { id });
  expect(await data()).toBe(before);
});

describe('a merged person', () => {
  it('is told whole in the file of what is known of them', async () => {
    await merge();
    for (const as of ['json', 'html']) {
      const { text } = await office.get<{ text: string }>('contacts.file', { id: two, as });
      for (const part of ['M. Ruiz', 'Marta Ruiz', 'm.ruiz@norte-boats.example', 'Of two', 'Of one'])
        expect(text).toContain(part);
    }
  });

  it('is forgotten whole: no row and no image of either is left', async () => {
    await merge([{ fact: 'company', from: 'loser' }]);
    await office.get('contacts.forget', { id: two, keepsPrint: false });
    const left = await dump(office.db);
    for (const part of ['Ruiz', 'ruiz', 'Of one', 'Of two', 'Call two', one, two])
      expect(left).not.toContain(part);
  });

  it('who was taken apart is forgotten alone', async () => {
    await merge([{ fact: 'company', from: 'loser' }]);
    await takeApart();
    await office.get('contacts.forget', { id: two, keepsPrint: false });
    const left = await dump(office.db);
    for (const part of ['M. Ruiz', 'm.ruiz', 'Of two', 'Norte Boats', 'Call two', two])
      expect(left).not.toContain(part);
    expect((await texts(one)).sort()).toEqual(['Of one', 'Of one too']);
  });

  it('who was taken apart leaves nothing of what was said of them while both were one', async () => {
    await merge();
    for (const title of ['Qwertz one', 'Qwertz two', 'Ours']) {
      office.clock.now += 1000;
      await office.get('contacts.save', { id: two, patch: { title } });
    }
    const linked = { kind: 'email', value: 'Qwertz@norte.example' };
    await office.get('contacts.link', { id: one, identities: [linked] });
    await office.get('contacts.unlink', { id: one, key: 'email:qwertz@norte.example' });
    await office.get('timeline.add', { contactId: one, kind: 'note', text: 'Qwertz note' });
    office.clock.now += 1000;
    await takeApart((await questions()).filter(({ text }) => text === 'Qwertz note').map(({ id }) => id));
    const note = (await office.db.events.toArray()).find(({ text }) => text === 'Qwertz note');
    await office.get('timeline.remove', { id: note?.id });
    await office.get('contacts.forget', { id: two, keepsPrint: false });
    const left = await dump(office.db);
    for (const part of ['Qwertz', 'qwertz', two]) expect(left).not.toContain(part);
    expect((await card(one)).contact.title?.value).toBe('Ours');
  });

  it('does not come back by who was merged after them', async () => {
    await merge();
    office.clock.now += 1000;
    await office.get('contacts.save', { id: one, patch: { callName: 'Qwertz', title: 'Ours' } });
    office.clock.now += 1000;
    const three = await addPerson(office, 'Third Ruiz', ['third@norte-boats.example']);
    await office.get('contacts.merge', { winner: one, loser: three, choices: [] });
    await takeApart((await questions()).filter(({ text }) => text === 'Qwertz').map(({ id }) => id));
    await office.get('contacts.forget', { id: two, keepsPrint: false });
    expect(await dump(office.db)).not.toContain('Qwertz');
    office.clock.now += 1000;
    await office.get('contacts.save', { id: one, patch: { callName: 'Third' } });
    await office.get('contacts.takeApart', { id: three, theirs: ['fact/callName'] });
    expect([(await card(one)).contact.callName, (await card(three)).contact.callName?.value]).toEqual([
      undefined,
      'Third',
    ]);
  });

  it('comes by a file to whom they were merged into', async () => {
    await merge();
    const event = { kind: 'message' as const, at: 5, title: 'Old mail', createdAt: 5 };
    await writeEvents(office.db, { id: 'p', batch: 'b', at: 6 }, [{ id: 'm-1', contactId: two, ...event }]);
    expect(await office.db.events.get('m-1')).toMatchObject({ contactId: one, origin: two });
    await takeApart();
    expect(await office.db.events.get('m-1')).toEqual({ id: 'm-1', contactId: two, ...event });
  });
});
