// What becomes of an account over time: renamed, handed over, parted, and learned from pages.
import { beforeEach, describe, expect, it } from 'vitest';
import type { SeenIdentity } from '../../lib/model/identity';
import type { SeenPerson, Sighting } from '../../lib/model/sighting';
import { type Office, openOffice, senders } from './office';
import { conversation, onScreen, show } from './people';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const x = (value: string, id?: string): SeenIdentity => ({ kind: 'x', value, ...(id && { id }) });
const person = (...identities: SeenIdentity[]): SeenPerson => ({
  name: 'Ana Ruiz',
  identities,
  role: 'commenter',
});

const add = (name: string, ...identities: SeenIdentity[]) =>
  office
    .get<{ result: { id: string } }>('contacts.create', { patch: { name }, identities, from: 'page' })
    .then(done => done.result.id);
const keysOf = async (contactId: string) =>
  (await office.db.identities.where('contactId').equals(contactId).toArray()).map(({ key }) => key).sort();
const see = async (...identities: SeenIdentity[]) => {
  await show(
    office,
    conversation([person(...identities)], { site: identities[0]?.kind === 'linkedin' ? 'linkedin' : 'x' }),
  );
  return onScreen(office);
};

describe('an account that is renamed', () => {
  it('is shown by its new handle wherever it is named', async () => {
    const id = await add('Ana Ruiz', x('ana', '1'));
    const view = await see(x('ana.new', '1'));
    expect(view.people[0]?.reason).toEqual({ kind: 'same-profile', detail: 'ana.new' });
    expect(await office.db.identities.get('x:#1')).toMatchObject({ contactId: id, value: 'ana.new' });
  });

  it('known by its id only gets the handle once a page shows one, and keeps it where none is shown', async () => {
    const id = await add('Ana Ruiz', { kind: 'linkedin', value: 'ACoAAb', id: 'ACoAAb' });
    await see({ kind: 'linkedin', value: 'ana-ruiz', id: 'ACoAAb' });
    await see({ kind: 'linkedin', value: 'ACoAAb', id: 'ACoAAb' });
    expect(await keysOf(id)).toEqual(['linkedin:#ACoAAb', 'linkedin:ana-ruiz']);
    expect(await office.db.identities.get('linkedin:#ACoAAb')).toMatchObject({ value: 'ana-ruiz' });
  });

  it('is not written again and again where pages spell the handle in several ways', async () => {
    await add('Ana Ruiz', x('ana', '1'));
    for (const value of ['@Ana', 'ANA', 'ana.new', 'ana', 'ana.new', '@ana']) await see(x(value, '1'));
    const learned = await office.db.journal.filter(entry => entry.name === 'contacts.automatic').toArray();
    expect(learned).toHaveLength(1);
  });

  it('is learned beside the address by which the contact was recognised', async () => {
    const mail: SeenIdentity = { kind: 'email', value: 'ana@norte.example' };
    const id = await add('Ana Ruiz', mail, x('ana'));
    await see(mail, x('ana', '1'));
    expect(await keysOf(id)).toEqual(['email:ana@norte.example', 'x:#1', 'x:ana']);
  });

  it('is not learned where it was only seen beside another address of the contact', async () => {
    const mail: SeenIdentity = { kind: 'email', value: 'ana@norte.example' };
    const id = await add('Ana Ruiz', mail);
    await see(mail, x('ana', '1'));
    expect(await keysOf(id)).toEqual(['email:ana@norte.example']);
  });

  it('keeps its id and new handle when the old handle is taken off', async () => {
    const id = await add('Ana Ruiz', x('ana', '1'));
    await see(x('ana.new', '1'));
    await office.get('contacts.unlink', { id, key: 'x:ana' });
    expect(await keysOf(id)).toEqual(['x:#1', 'x:ana.new']);
    await office.get('contacts.unlink', { id, key: 'x:ana.new' });
    expect(await keysOf(id)).toEqual([]);
  });
});

describe('a handle with another account behind it', () => {
  it('is given back from the sidebar too, where somebody took it over', async () => {
    const first = await add('Ana Ruiz', x('ana', '1'));
    const taken = await office.done(
      'contacts.create',
      { patch: { name: 'Ana Other' }, identities: [x('ana', '2')], from: 'page' },
      senders.frame,
    );
    expect(await keysOf(first)).toEqual(['x:#1']);
    await office.get('journal.undo', { id: taken }, senders.frame);
    expect(await keysOf(first)).toEqual(['x:#1', 'x:ana']);
  });

  it('can belong to the same contact: it then stands for the newer account', async () => {
    const id = await add('Ana Ruiz', x('ana', '1'));
    await office.get('contacts.link', { id, identities: [x('ana', '2')] });
    expect(await keysOf(id)).toEqual(['x:#1', 'x:#2', 'x:ana']);
    expect(await office.db.identities.get('x:ana')).toMatchObject({ accountId: '2' });
  });
});

describe('“not this person”', () => {
  it('parts everything they were seen with, whatever they were recognised by', async () => {
    const hash: SeenIdentity = { kind: 'gravatar', value: 'a'.repeat(32) };
    const id = await add('Ana Ruiz', { kind: 'email', value: 'ana@norte.example' }, hash);
    const seen: SeenIdentity[] = [{ kind: 'wordpress', value: 'blog.example/ana' }, hash];
    expect((await see(...seen)).card?.contact.id).toBe(id);
    const parted = await office.done('contacts.notThisPerson', { id, identities: seen });
    const view = await onScreen(office);
    expect(view.card).toBeUndefined();
    expect(view.stranger?.suggestions).toEqual([]);
    expect(await keysOf(id)).toEqual(['email:ana@norte.example']);
    await office.get('journal.undo', { id: parted });
    expect((await onScreen(office)).card?.contact.id).toBe(id);
  });

  it('parts the whole account where the page shows only the handle', async () => {
    const id = await add('Ana Ruiz', x('ana', '1'));
    await office.get('contacts.notThisPerson', { id, identities: [x('ana')] });
    expect(await keysOf(id)).toEqual([]);
    expect((await see(x('ana', '1'))).card).toBeUndefined();
  });

  it('is heeded when accounts are learned', async () => {
    const id = await add('Ana Ruiz');
    await office.get('contacts.notThisPerson', { id, identities: [x('other', '2')] });
    await office.get('contacts.link', { id, identities: [x('ana')] });
    await see(x('ana', '2'));
    expect(await keysOf(id)).toEqual(['x:ana']);
  });
});

describe('a contact that is known by accounts alone', () => {
  it('is named by a handle in lists, never by a hash', async () => {
    await add(
      'Ana Ruiz',
      { kind: 'gravatar', value: 'a'.repeat(32) },
      { kind: 'wordpress', value: 'blog.example/ana' },
    );
    await add('Eva Sol', { kind: 'youtube', value: '@eva', id: 'UCeva' });
    const { contacts } = await office.get<{ contacts: { address?: string }[] }>('contacts.list', {
      offset: 0,
      limit: 9,
    });
    expect(contacts.map(({ address }) => address)).toEqual(['blog.example/ana', '@eva']);
  });

  it('is not found by the beginning of a hash', async () => {
    await add('Ana Ruiz', { kind: 'gravatar', value: 'ade1'.repeat(8) });
    expect(await office.get('contacts.search', { query: 'ade', limit: 9 })).toEqual([]);
  });
});

describe('people on screen', () => {
  const shown = async (people: SeenPerson[], more: Partial<Sighting> = {}) => {
    await show(office, conversation(people, { site: 'x', ...more }));
    return onScreen(office);
  };

  it('begin with somebody who is there, though a quoted one stands above', async () => {
    const quoted = await add('Eva Sol', x('eva'));
    const view = await shown([
      { ...person(x('eva')), name: 'Eva Sol', role: 'quoted' },
      { ...person(x('tom')), name: 'Tom', role: 'reposter' },
      person(x('ana')),
    ]);
    expect(view.people.map(({ seen }) => seen.role)).toEqual(['commenter', 'quoted', 'reposter']);
    expect(view.current).toBe('x:ana');
    const alone = await shown([{ ...person(x('eva')), role: 'quoted' }]);
    expect(alone.card?.contact.id).toBe(quoted);
  });

  it('of one name and no address are told apart, each the same whenever the page is read', async () => {
    const guest: SeenPerson = { name: 'Ana', identities: [], role: 'commenter' };
    const first = await shown([guest, guest, { ...guest, role: 'author' }]);
    const keys = first.people.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    const again = await shown([guest, guest, { ...guest, role: 'author' }]);
    expect(again.people.map(({ key }) => key)).toEqual(keys);
    expect((await onScreen(office, keys[1])).current).toBe(keys[1]);
  });

  it('are never the user, whatever the site', async () => {
    await add('Me', x('me'));
    const view = await shown([{ ...person(x('me')), self: true }, person(x('ana'))]);
    expect(view.people.map(({ address }) => address)).toEqual(['ana']);
  });
});
