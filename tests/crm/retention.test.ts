// Retention: whom a rule names and why, and that only those go whom the user chose.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Idle } from '../../lib/db/retention';
import type { RetentionRule } from '../../lib/model/retention';
import { dump } from '../db/memory';
import { day, type Office, openOffice } from './office';
import { addPerson } from './people';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const never: RetentionRule = { id: 'r-1', stages: ['none', 'lead'], months: 12 };
type Found = { people: Idle[]; seen: number; next?: string };

/** All whom a rule names, as the screen asks for them. */
async function found(rule = never): Promise<Idle[]> {
  const people: Idle[] = [];
  let after: string | undefined;
  do {
    const portion: Found = await office.get('retention.find', { rule, after });
    people.push(...portion.people);
    after = portion.next;
  } while (after !== undefined);
  return people;
}
const names = async (rule?: RetentionRule) => (await found(rule)).map(({ name }) => name).toSorted();

describe('a rule', () => {
  it('names people of its stages with whom there was nothing for so many months', async () => {
    await addPerson(office, 'Never Customer', ['a@x.example']);
    await addPerson(office, 'Lead', ['b@x.example'], { stage: 'lead' });
    await addPerson(office, 'Customer', ['c@x.example'], { stage: 'customer' });
    const spoken = await addPerson(office, 'Spoken To', ['d@x.example']);
    office.clock.now += 200 * day;
    await office.get('timeline.add', { contactId: spoken, kind: 'call', text: 'Hello' });
    expect(await found()).toEqual([]);
    office.clock.now += 200 * day;
    expect(await names()).toEqual(['Lead', 'Never Customer']);
    office.clock.now += 200 * day;
    expect(await names()).toEqual(['Lead', 'Never Customer', 'Spoken To']);
    expect(await names({ ...never, stages: [] })).toContain('Customer');
  });

  it('counts calendar months, to the day', async () => {
    office.clock.now = Date.UTC(2026, 1, 28, 12);
    await addPerson(office, 'February', ['f@x.example']);
    office.clock.now = Date.UTC(2026, 2, 28, 12);
    expect(await names({ ...never, months: 1 })).toEqual([]);
    office.clock.now += 1;
    expect(await names({ ...never, months: 1 })).toEqual(['February']);
  });

  it('can ask for a tag', async () => {
    await addPerson(office, 'Fair', ['a@x.example'], { tags: ['fair 2025', 'vip'] });
    await addPerson(office, 'Other', ['b@x.example'], { tags: ['vip'] });
    office.clock.now += 400 * day;
    expect(await names({ ...never, tag: 'fair 2025' })).toEqual(['Fair']);
  });

  it('says since when, whether something is still to be done, and who asked not to be written to', async () => {
    const id = await addPerson(office, 'Waiting', ['a@x.example'], { company: 'Norte' });
    await office.get('followUps.add', { contactId: id, text: 'Ask', dueAt: office.clock.now });
    await addPerson(office, 'Nothing', ['b@x.example'], { doNotContact: true });
    const issue = await addPerson(office, 'Torn', ['c@x.example']);
    await office.get('timeline.add', { contactId: issue, kind: 'issue', text: 'Torn' });
    const spokenAt = office.clock.now;
    office.clock.now += 400 * day;
    const people = new Map((await found()).map(person => [person.name, person]));
    expect(people.get('Waiting')).toMatchObject({ isOpen: true, company: 'Norte', createdAt: spokenAt });
    expect(people.get('Waiting')?.lastAt).toBeUndefined();
    expect(people.get('Torn')).toMatchObject({ isOpen: true, lastAt: spokenAt });
    expect(people.get('Nothing')).toMatchObject({ isOpen: false, doNotContact: true });
  });

  it('names nobody in the trash, and changes nothing by naming', async () => {
    const id = await addPerson(office, 'Gone', ['a@x.example']);
    await office.get('contacts.delete', { id });
    await addPerson(office, 'Here', ['b@x.example']);
    office.clock.now += 20 * day;
    const before = await dump(office.db);
    expect(await names({ ...never, months: 1 })).toEqual([]);
    office.clock.now += 400 * day;
    expect(await names()).toEqual(['Here']);
    expect(await dump(office.db)).toBe(before);
  });

  it('looks at everybody, in portions', async () => {
    const source = { from: 'user' as const, at: 1 };
    await office.db.contacts.bulkPut(
      Array.from({ length: 1234 }, (_, at) => ({
        id: `p${at}`,
        name: { value: `P ${at}`, source },
        tags: [],
        preferences: [],
        fields: [],
        doNotContact: false,
        createdAt: 1,
        updatedAt: 1,
        version: 0,
      })),
    );
    const first: Found = await office.get('retention.find', { rule: never });
    expect(first.seen).toBeLessThan(1000);
    expect(await found()).toHaveLength(1234);
  });
});

describe('removing whom the user chose', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = [];
    for (const name of ['Ana', 'Ben', 'Cleo']) ids.push(await addPerson(office, name, [`${name}@x.example`]));
  });
  const chosen = () => ids.slice(0, 2);

  it('into the trash: each can be brought back alone', async () => {
    await office.get('retention.remove', { ids: chosen(), how: 'trash' });
    expect(await office.get('contacts.list', { offset: 0, limit: 9 })).toMatchObject({ total: 1 });
    const trash = await office.get<{ contact: { name: string }; commandId: string }[]>('contacts.trash', {});
    const ana = trash.find(({ contact }) => contact.name === 'Ana');
    await office.get('journal.undo', { id: ana?.commandId }, undefined, 'back');
    const list = await office.get<{ contacts: { name: string; address: string }[] }>('contacts.list', {
      offset: 0,
      limit: 9,
    });
    expect(list.contacts.map(({ name, address }) => `${name} ${address}`)).toEqual([
      'Ana Ana@x.example',
      'Cleo Cleo@x.example',
    ]);
  });

  it('into the trash: repeated, it changes nothing more', async () => {
    await office.get('retention.remove', { ids: chosen(), how: 'trash' }, undefined, 'same');
    const after = await dump(office.db);
    await office.get('retention.remove', { ids: chosen(), how: 'trash' }, undefined, 'same');
    expect(await dump(office.db)).toBe(after);
  });

  it.each(['forget', 'forget-and-recognise'] as const)(
    'for good (%s): nothing of them is left',
    async how => {
      await office.get('retention.remove', { ids: chosen(), how });
      expect(await office.get('contacts.trash', {})).toEqual([]);
      await office.get('retention.finish', { since: 1 });
      expect(await dump(office.db)).not.toMatch(/ana|ben@/i);
      expect(await dump(office.db)).toContain('Cleo');
      const again = await office.ask('contacts.create', {
        patch: { name: 'Ben' },
        identities: [{ kind: 'email', value: 'ben@x.example' }],
        from: 'import',
      });
      expect(again.ok).toBe(how === 'forget');
    },
  );

  it('waits for an import', async () => {
    office.bulk.running = true;
    const before = await dump(office.db);
    for (const how of ['trash', 'forget'])
      expect(await office.ask('retention.remove', { ids, how })).toMatchObject({ code: 'busy' });
    expect(await dump(office.db)).toBe(before);
  });
});
