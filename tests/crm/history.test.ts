// The past of one person: every change in words, with its way back, and a timeline that can be searched.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, senders } from './office';
import { addPerson } from './people';

type Told = { id: string; name: string; of?: string; isOwn: boolean; isUndone: boolean; lines: object[] };

let office: Office;
let marta: string;
beforeEach(async () => {
  office = await openOffice();
  marta = await addPerson(office, 'Marta Ruiz', ['marta@norte.example']);
});

const told = () => office.get<Told[]>('history.changes', { contactId: marta, limit: 50 });

describe('the changes of a person', () => {
  it('say what was added, changed and removed, the latest first', async () => {
    office.clock.now += 1000;
    await office.get('contacts.save', { id: marta, patch: { company: 'Norte', tags: ['vip'] } });
    office.clock.now += 1000;
    await office.get('contacts.save', { id: marta, patch: { company: 'Sur', tags: [] } });
    const [last, edit, made] = await told();
    expect(last?.lines).toEqual([
      { what: 'Company', before: 'Norte', after: 'Sur' },
      { what: 'Tag', before: 'vip' },
    ]);
    expect(edit?.lines).toEqual([
      { what: 'Company', after: 'Norte' },
      { what: 'Tag', after: 'vip' },
    ]);
    expect(made).toMatchObject({ name: 'contacts.create' });
    expect(made?.lines).toEqual([
      { what: 'Name', after: 'Marta Ruiz' },
      { what: 'Email', after: 'marta@norte.example' },
    ]);
  });

  it('are of this person only', async () => {
    const other = await addPerson(office, 'Bo', ['bo@x.example']);
    await office.get('timeline.add', { contactId: other, kind: 'note', text: 'Secret' });
    expect(JSON.stringify(await told())).not.toContain('Secret');
  });

  it('name custom fields by their name, and entries by their kind', async () => {
    const field = { id: 'f-1', slug: 'boat', name: 'Boat', kind: 'text', choices: [], order: 1 };
    await office.get('fields.save', { field, first: { contactId: marta, value: 'Gaviota' } });
    await office.get('timeline.add', { contactId: marta, kind: 'call', text: 'Called back' });
    const lines = (await told()).flatMap(entry => entry.lines);
    expect(lines).toContainEqual({ what: 'Boat', after: 'Gaviota' });
    expect(lines).toContainEqual({ what: 'Call', after: 'Called back' });
  });

  it('are those of whoever was merged into them as well, who is named, and no longer taken back', async () => {
    const other = await addPerson(office, 'M. Ruiz', ['m@norte.example']);
    await office.get('contacts.save', { id: other, patch: { title: 'Buyer' } });
    await office.get('timeline.add', { contactId: other, kind: 'note', text: 'Of the other' });
    office.clock.now += 1000;
    await office.done('contacts.merge', { winner: marta, loser: other, choices: [] });
    const theirs = (await told()).filter(({ of }) => of === 'M. Ruiz');
    expect(theirs.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['contacts.create', false],
      ['contacts.save', false],
      ['timeline.add', false],
    ]);
    expect(theirs.flatMap(({ lines }) => lines)).toEqual([
      { what: 'Name', after: 'M. Ruiz' },
      { what: 'Email', after: 'm@norte.example' },
      { what: 'Title', after: 'Buyer' },
      { what: 'Note', after: 'Of the other' },
    ]);
    expect((await told()).filter(({ of }) => of === undefined).map(({ name }) => name)).toEqual([
      'contacts.merge',
      'contacts.create',
    ]);
  });

  it('are not for a sidebar in a page', async () => {
    const asked = office.get('history.changes', { contactId: marta, limit: 5 }, senders.frame);
    await expect(asked).rejects.toThrow();
  });
});

describe('a timeline', () => {
  it('is searched by words without case and accents, and by kind', async () => {
    await office.get('timeline.add', { contactId: marta, kind: 'note', text: 'Likes the café in Málaga' });
    await office.get('timeline.add', {
      contactId: marta,
      kind: 'call',
      text: 'Malaga: called about the order',
    });
    const find = async (text: string, kinds: string[] = []) =>
      (
        await office.get<{ kind: string }[]>('history.events', { contactId: marta, text, kinds, limit: 9 })
      ).map(({ kind }) => kind);
    expect((await find('MALAGA')).sort()).toEqual(['call', 'note']);
    expect(await find('cafe malaga')).toEqual(['note']);
    expect(await find('', ['call'])).toEqual(['call']);
    expect(await find('tea')).toEqual([]);
  });
});
