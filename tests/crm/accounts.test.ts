// The same person on two sites, handles that change hands, names without an address, answers that everybody reads.
import { beforeEach, describe, expect, it } from 'vitest';
import type { OnScreen } from '../../lib/model/on-screen';
import type { SeenPerson, Sighting } from '../../lib/model/sighting';
import { reply } from './inputs';
import { type Office, openOffice, pageOf, senders, tabId } from './office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const person = (value: string, id?: string, more: Partial<SeenPerson> = {}): SeenPerson => ({
  name: 'Ana Ruiz',
  identities: [{ kind: 'x', value, ...(id && { id }) }],
  role: 'commenter',
  ...more,
});

async function show(people: SeenPerson[], more: Partial<Sighting> = {}): Promise<OnScreen> {
  const sighting: Sighting = {
    site: 'x',
    kind: 'conversation',
    url: 'https://x.com/post/1',
    people,
    conversation: { id: '1', messages: people.map((_one, from) => ({ id: `m${from}`, from, to: [] })) },
    ...more,
  };
  await office.get('page.sighting', { sighting, sequence: ++office.sequence }, pageOf('x'));
  return office.get('people.onScreen', {}, senders.frame);
}

const add = (name: string, identities: SeenPerson['identities']) =>
  office
    .get<{ result: { id: string } }>('contacts.create', { patch: { name }, identities, from: 'page' })
    .then(done => done.result.id);
const keysOf = async (contactId: string) =>
  (await office.db.identities.where('contactId').equals(contactId).toArray()).map(({ key }) => key).sort();
const marks = (identities: SeenPerson['identities']) => office.get('page.marks', { identities }, pageOf('x'));

describe('an account with a lasting id', () => {
  it('is kept under both, and found under either', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana', id: '1' }]);
    expect(await keysOf(id)).toEqual(['x:#1', 'x:ana']);
    expect((await show([person('renamed', '1')])).card?.contact.id).toBe(id);
    expect((await show([person('ana')])).card?.contact.id).toBe(id);
    expect((await show([person('ana')])).card?.identities.map(({ value }) => value)).toContain('ana');
  });

  it('is nobody known when its handle belonged to another account, and that is said', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana', id: '1' }]);
    const view = await show([person('ana', '2')]);
    expect(view.card).toBeUndefined();
    expect(view.people[0]?.warnings).toMatchObject([
      { kind: 'handle-reassigned', contact: { id }, handle: 'ana' },
    ]);
    expect(await marks([{ kind: 'x', value: 'ana', id: '2' }])).toEqual([false]);
    expect(await marks([{ kind: 'x', value: 'ana', id: '1' }])).toEqual([true]);
  });

  it('takes the handle over when it is added, the earlier owner keeps the id, and both come back with Undo', async () => {
    const first = await add('Ana Ruiz', [{ kind: 'x', value: 'ana', id: '1' }]);
    await show([person('ana', '2')]);
    const commandId = await office.done('contacts.create', {
      patch: { name: 'Ana Other' },
      identities: [{ kind: 'x', value: 'ana', id: '2' }],
      from: 'page',
    });
    expect(await keysOf(first)).toEqual(['x:#1']);
    expect((await show([person('ana', '2')])).card?.contact.name.value).toBe('Ana Other');
    expect((await show([person('changed', '1')])).card?.contact.id).toBe(first);
    await office.get('journal.undo', { id: commandId });
    expect(await office.db.identities.get('x:ana')).toMatchObject({ contactId: first, accountId: '1' });
  });

  it('is learned when the contact is seen again, by its handle and by its id', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana' }]);
    await show([person('ana', '1')]);
    expect(await keysOf(id)).toEqual(['x:#1', 'x:ana']);
    await show([person('ana.new', '1')]);
    expect(await keysOf(id)).toEqual(['x:#1', 'x:ana', 'x:ana.new']);
  });

  it('is not learned where the new handle is somebody else’s', async () => {
    const ana = await add('Ana Ruiz', [{ kind: 'x', value: 'ana', id: '1' }]);
    const eva = await add('Eva Sol', [{ kind: 'x', value: 'eva' }]);
    await show([person('eva', '1')]);
    expect(await keysOf(eva)).toEqual(['x:eva']);
    expect(await keysOf(ana)).toEqual(['x:#1', 'x:ana']);
  });

  it('goes as a whole when it is taken off', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana', id: '1' }]);
    await office.get('contacts.unlink', { id, key: 'x:ana' });
    expect(await keysOf(id)).toEqual([]);
  });
});

describe('“this is also”', () => {
  it('links everything somebody appears as in one command, which one Undo takes back', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'email', value: 'ana@norte.example' }]);
    const identities = [
      { kind: 'wordpress' as const, value: 'blog.example/ana' },
      { kind: 'gravatar' as const, value: 'a'.repeat(32) },
    ];
    const commandId = await office.done('contacts.link', { id, identities }, senders.frame);
    expect(await keysOf(id)).toEqual([
      'email:ana@norte.example',
      `gravatar:${'a'.repeat(32)}`,
      'wordpress:blog.example/ana',
    ]);
    expect((await show([{ identities: identities.slice(1), role: 'commenter' }])).card?.contact.id).toBe(id);
    await office.get('journal.undo', { id: commandId });
    expect(await keysOf(id)).toEqual(['email:ana@norte.example']);
  });
});

describe('a name without an address', () => {
  it('is shown and matched with nobody, though a contact has that name', async () => {
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana' }]);
    const view = await show([{ name: 'Ana Ruiz', identities: [], role: 'sender', addressHidden: true }]);
    expect(view.card).toBeUndefined();
    expect(view.stranger?.suggestions.map(({ contact }) => contact.id)).toEqual([id]);
  });

  it('is told from another name', async () => {
    const nameless = (name: string) => ({ name, identities: [], role: 'commenter' as const });
    const view = await show([nameless('Ana'), nameless('Eva')]);
    expect(new Set(view.people.map(({ key }) => key)).size).toBe(2);
  });
});

describe('the box with the caret', () => {
  it('says who is meant: the one it answers comes first', async () => {
    const people = [
      person('ana', undefined, { role: 'author' }),
      person('eva', undefined, { name: 'Eva Sol' }),
    ];
    const view = await show(people, { answering: { kind: 'x', value: 'eva' } });
    expect(view.current).toBe('x:eva');
  });
});

describe('a comment of a contact', () => {
  it('is kept as a comment', async () => {
    await office.get('settings.save', { history: 'automatic' });
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana' }]);
    await show([person('ana')]);
    const events = await office.get<{ kind: string; direction: string }[]>('timeline.list', {
      contactId: id,
      limit: 9,
    });
    expect(events).toMatchObject([{ kind: 'comment', direction: 'in' }]);
  });

  it('beside a profile nothing is kept', async () => {
    await office.get('settings.save', { history: 'automatic' });
    const id = await add('Ana Ruiz', [{ kind: 'x', value: 'ana' }]);
    const view = await show([person('ana', undefined, { role: 'profile' })], {
      kind: 'profile',
      conversation: undefined,
    });
    expect(view.card?.contact.id).toBe(id);
    expect(await office.get('timeline.list', { contactId: id, limit: 9 })).toEqual([]);
  });
});

describe('an answer that everybody reads', () => {
  const answer = async (recipients: SeenPerson['identities'], text: string, people: SeenPerson[]) => {
    const contactId = await add('Ana Ruiz', [
      { kind: 'x', value: 'ana', id: '1' },
      { kind: 'email', value: 'ana@norte.example' },
    ]);
    await office.get('replies.save', { reply: reply('r-1', text) });
    await show(people);
    Object.assign(office.page, { recipients, isPublic: true });
    const asked = { replyId: 'r-1', variant: 0, contactId, filled: {}, tabId };
    const { findings } = await office.get<{ findings: { kind: string; effect: string }[] }>(
      'replies.check',
      asked,
      senders.frame,
    );
    return findings.map(({ kind, effect }) => `${kind} ${effect}`);
  };
  const others = [person('ana', '1'), person('eva', '5', { name: 'Eva Sol' })];

  it('goes to a contact who is in the conversation', async () =>
    expect(await answer([], 'Thank you', others)).toEqual([]));
  it('does not go where the contact is not', async () =>
    expect(await answer([], 'Thank you', others.slice(1))).toEqual(['wrong-recipient block']));
  it('does not go to the account that has their handle now', async () =>
    expect(await answer([{ kind: 'x', value: 'ana', id: '2' }], 'Thank you', others)).toEqual([
      'wrong-recipient block',
    ]));
  it('asks once more where it holds their address', async () =>
    expect(await answer([], 'I wrote to {{ contact.email }}', others)).toEqual(['public confirm']));
});

describe('an address that visitors type of themselves', () => {
  const ana = { kind: 'email' as const, value: 'ana@norte.example' };
  const blog = {
    origin: 'https://blog.example',
    site: 'wordpress',
    presence: 'sidebar',
    width: 320,
    collapsed: false,
  };
  const visit = async (identities: SeenPerson['identities']) => {
    await office.get('settings.save', { sites: [blog] });
    const people = [{ name: 'Ana Ruiz', identities, role: 'commenter' as const }];
    const sighting = { site: 'wordpress', kind: 'conversation', url: 'https://blog.example/1', people };
    const sender = { ...senders.page, origin: blog.origin, url: `${blog.origin}/1` };
    await office.get('page.sighting', { sighting, sequence: ++office.sequence }, sender);
    const view = await office.get<OnScreen>('people.onScreen', {}, senders.frame);
    return view.people[0]?.warnings;
  };

  it('shows its contact, and says that nobody checked who wrote', async () => {
    await add('Ana Ruiz', [ana]);
    expect(await visit([ana])).toEqual([{ kind: 'only-typed', seen: ana.value, site: 'WordPress' }]);
  });

  it('needs no such word where the site knows an account of theirs', async () => {
    await add('Ana Ruiz', [ana]);
    expect(await visit([ana, { kind: 'wordpress', value: 'blog.example/ana' }])).toEqual([]);
  });
});
