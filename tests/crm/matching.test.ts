// Recognising: by identity alone; what the user said stays said; what imitates somebody known is told.
import { beforeEach, describe, expect, it } from 'vitest';
import { initialSettings } from '../../lib/model/settings';
import { type Office, openOffice, senders } from './office';
import { addPerson, conversation, jonas, marta, onScreen, sender, show } from './people';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

const isOpen = async (name: string | undefined, address: string, replyTo?: string) => {
  const others = replyTo
    ? [{ identities: [{ kind: 'email' as const, value: replyTo }], role: 'reply-to' as const }]
    : [];
  await show(office, conversation([sender(name, address), ...others]));
  return onScreen(office);
};

describe('a person on screen', () => {
  it('is the contact who has the address, however it is written', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const view = await isOpen('M. R.', ' Marta.RUIZ@Norte-Boats.Example ');
    expect(view.card?.contact.id).toBe(id);
    expect(view.people[0]?.reason).toEqual({ kind: 'same-email', detail: marta.value });
  });

  it('is never a contact by name; the name only suggests', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const view = await isOpen('Marta Ruiz', 'somebody@elsewhere.example');
    expect(view.card).toBeUndefined();
    expect(view.people[0]?.contact).toBeUndefined();
    expect(view.stranger?.suggestions).toMatchObject([{ contact: { id }, reason: { kind: 'same-name' } }]);
  });

  it('is never a contact by the name alone when the page gives no identity', async () => {
    await addPerson(office, 'Marta Ruiz', [marta.value]);
    await show(office, conversation([{ name: 'Marta Ruiz', identities: [], role: 'sender' }]));
    expect((await onScreen(office)).card).toBeUndefined();
  });

  it('is suggested by the mailbox behind an alias, not taken for it', async () => {
    const id = await addPerson(office, 'Marta Ruiz', ['martaruiz@gmail.com']);
    const view = await isOpen(undefined, 'marta.ruiz+sails@gmail.com');
    expect(view.card).toBeUndefined();
    expect(view.stranger?.suggestions).toMatchObject([
      { contact: { id }, reason: { kind: 'same-mailbox-alias' } },
    ]);
  });

  it('is nobody of ours while the contact is in the trash', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    await office.done('contacts.delete', { id });
    const view = await isOpen('Marta Ruiz', marta.value);
    expect(view.card).toBeUndefined();
    expect(view.stranger?.suggestions).toEqual([]);
  });
});

describe('“not this person”', () => {
  it('parts the address, is remembered, and can be taken back', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const parted = await office.done('contacts.notThisPerson', { id, identities: [marta] }, senders.frame);
    let view = await isOpen('Marta Ruiz', marta.value);
    expect(view.card).toBeUndefined();
    // The same name would suggest her otherwise.
    expect(view.stranger?.suggestions).toEqual([]);
    await office.done('journal.undo', { id: parted }, senders.frame);
    view = await onScreen(office);
    expect(view.card?.contact.id).toBe(id);
    expect(await office.db.rejections.count()).toBe(0);
  });

  it('is remembered for a suggestion too, and forgotten when the user links after all', async () => {
    const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
    const other = { kind: 'email', value: 'marta@elsewhere.example' } as const;
    await office.done('contacts.notThisPerson', { id, identities: [other] });
    expect((await isOpen('Marta Ruiz', other.value)).stranger?.suggestions).toEqual([]);
    await office.done('contacts.link', { id, identities: [other] });
    expect((await onScreen(office)).card?.contact.id).toBe(id);
    expect(await office.db.rejections.count()).toBe(0);
  });
});

describe('the user', () => {
  const me = { ...initialSettings.me, name: 'Ana Prat', addresses: ['ana@prat.example'] };

  it('is left out by own and shared addresses', async () => {
    await office.get('settings.save', { me: { ...me, sharedMailboxes: ['support@prat.example'] } });
    const people = [
      sender('Ana Prat', 'Ana@Prat.example'),
      { ...sender('Support', 'support@prat.example'), role: 'cc' as const },
      { ...sender('Jonas Feld', jonas.value), role: 'to' as const },
    ];
    await show(office, conversation(people));
    const view = await onScreen(office);
    expect(view.people.map(person => person.address)).toEqual([jonas.value]);
  });

  it('is left out where the page says that it is the user', async () => {
    await show(office, conversation([{ ...sender('Ana', 'ana@prat.example'), self: true }]));
    expect((await onScreen(office)).people).toEqual([]);
  });

  it('is asked once about an address that a page names as signed in', async () => {
    const seen = conversation([sender('Jonas', jonas.value)], { ownAddress: 'ana@prat.example' });
    await show(office, seen);
    await show(office, seen);
    const { me: stored } = await office.get<{ me: { proposed: string[]; addresses: string[] } }>(
      'settings.get',
      {},
    );
    expect(stored.proposed).toEqual(['ana@prat.example']);
    expect(stored.addresses).toEqual([]);
  });
});

describe('warnings', () => {
  beforeEach(() => addPerson(office, 'Marta Ruiz', [marta.value]));
  const kinds = (view: Awaited<ReturnType<typeof isOpen>>) =>
    view.people[0]?.warnings.map(warning => warning.kind);

  it.each([
    ['a letter of another script', 'marta.ruiz@nоrte-boats.example'],
    ['one letter off', 'marta.ruiz@norte-boat.example'],
    ['rn for m', 'rnarta.ruiz@norte-boats.example'],
    ['the known domain as a label', 'marta.ruiz@norte-boats.example.evil.test'],
  ])('tell an address that imitates a known one by %s, and show no history', async (_how, address) => {
    const view = await isOpen('Marta Ruiz', address);
    expect(kinds(view)).toEqual(['look-alike']);
    expect(view.people[0]?.warnings[0]).toMatchObject({
      known: marta.value,
      contact: { name: 'Marta Ruiz' },
    });
    expect(view.card).toBeUndefined();
  });

  it('tell a known name at another address, and show no history', async () => {
    const view = await isOpen('Marta Ruiz', 'marta@elsewhere.example');
    expect(kinds(view)).toEqual(['known-name-other-address']);
    expect(view.card).toBeUndefined();
  });

  it('tell when answers go elsewhere, for contacts too', async () => {
    expect(kinds(await isOpen('Marta Ruiz', marta.value, 'collect@elsewhere.example'))).toEqual([
      'reply-to-differs',
    ]);
  });

  it('tell a name that is another address', async () => {
    expect(kinds(await isOpen(marta.value, 'x@elsewhere.example'))).toContain('name-is-other-address');
  });

  it('are none for the known address, nor for a colleague of the same domain', async () => {
    expect(kinds(await isOpen('Marta Ruiz', marta.value))).toEqual([]);
    expect(kinds(await isOpen('Iker Sanz', 'iker.sanz@norte-boats.example'))).toEqual([]);
    expect(kinds(await isOpen('Nobody Known', 'nobody@quite-other.example'))).toEqual([]);
  });

  it('end for a domain when its last person is gone', async () => {
    const [person] = await office.get<{ id: string }[]>('contacts.search', { query: 'marta', limit: 1 });
    await office.done('contacts.delete', { id: person?.id });
    expect(kinds(await isOpen('New', 'new@norte-boat.example'))).toEqual([]);
  });
});
