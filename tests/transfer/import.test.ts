// Importing where something is already: what is newer stays, nobody is lost, and what was forgotten stays forgotten.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ageDatabase, trashKept } from '../../lib/db/ageing';
import type { Database } from '../../lib/db/database';
import { settle } from '../../lib/db/import-rules';
import { isDerived } from '../../lib/db/rebuild';
import { largestFile, parseExport, readRows } from '../../lib/transfer/export-format';
import { carryOut } from '../../lib/transfer/work';
import { openOffice } from '../crm/office';
import { addPerson, marta } from '../crm/people';
import { dump } from '../db/memory';
import { fileWith, imported, install, silent, source, stranger, toldOf, uninstall } from './installation';

let db: Database;
beforeEach(async () => {
  db = await install();
});
afterEach(() => uninstall(db));

const named = (value: string) => ({ value, source });
const person = (more: Record<string, unknown> = {}) => ({ ...stranger, id: 'marta', ...more });
const stored = async () => (await db.contacts.get('marta')) as Record<string, unknown> | undefined;
/** Brings one row of Marta in, after `here` is there. */
async function bring(here: Record<string, unknown>, given: Record<string, unknown>) {
  await imported(fileWith({ contacts: [person(here)] }));
  return imported(fileWith({ contacts: [person(given)] }));
}

describe('of two rows of one person', () => {
  it('the newer one here stays, and the difference is told', async () => {
    const outcome = await bring(
      { company: named('new'), doNotContact: true, updatedAt: 20, version: 3 },
      { company: named('old'), updatedAt: 10, version: 1 },
    );
    expect(outcome).toMatchObject({ added: 0, changed: 0, same: 0, kept: 1, rejected: [] });
    expect(toldOf('contacts', outcome.remarks)).toEqual(['1: Kept as it is here: company, doNotContact.']);
    expect(await stored()).toMatchObject({ company: named('new'), doNotContact: true, version: 3 });
  });

  it('the newer one of the file comes in, and can be taken back', async () => {
    const outcome = await bring(
      { company: named('old'), updatedAt: 10, version: 1 },
      { company: named('new'), updatedAt: 10, version: 2 },
    );
    expect(outcome).toMatchObject({ changed: 1, kept: 0, remarks: [] });
    expect(await stored()).toMatchObject({ company: named('new'), version: 2 });
    const change = (await db.journal.toArray()).find(entry => entry.changes[0]?.before);
    await (await openOffice(db)).get('journal.undo', { id: change?.id }, undefined, 'back');
    expect(await stored()).toMatchObject({ company: named('old') });
  });

  it('one that comes twice in a file is compared with itself', async () => {
    const [newer, older] = [person({ stage: 'lead', updatedAt: 9 }), person({ updatedAt: 8 })];
    expect(await imported(fileWith({ contacts: [newer, older] }))).toMatchObject({ added: 1, kept: 1 });
    expect(await stored()).toMatchObject({ stage: 'lead' });
    expect((await db.journal.toArray())[0]?.changes).toHaveLength(1);
  });

  it('“do not contact” is set by a file and never lifted by one', async () => {
    await bring({ doNotContact: true, updatedAt: 1 }, { title: named('Owner'), updatedAt: 9 });
    expect(await stored()).toMatchObject({ doNotContact: true, title: named('Owner') });
    await imported(fileWith({ contacts: [person({ id: 'other' })] }));
    await imported(fileWith({ contacts: [person({ id: 'other', doNotContact: true, updatedAt: 9 })] }));
    expect((await db.contacts.get('other'))?.doNotContact).toBe(true);
  });

  it('one that says it was changed in the future is taken for one of now', async () => {
    await imported(fileWith({ contacts: [person({ updatedAt: 8.64e15 })] }));
    expect(Number((await stored())?.updatedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('is the same one whichever comes first', () => {
    const row = fc.record({ updatedAt: fc.nat(3), version: fc.nat(3), title: fc.constantFrom('a', 'b') });
    const outcomeOf = (first: object, second: object) => {
      const here = settle('contacts', undefined, { ...first }, 9).row;
      return settle('contacts', here, { ...second }, 9).row;
    };
    fc.assert(
      fc.property(row, row, (a, b) => {
        const equal = a.updatedAt === b.updatedAt && a.version === b.version;
        if (!equal) expect(outcomeOf(a, b).title).toBe(outcomeOf(b, a).title);
      }),
    );
  });
});

describe('the trash', () => {
  const now = () => Date.now();

  it('takes nobody who is here and alive, however new the row says it is', async () => {
    const note = { id: 'n1', contactId: 'marta', kind: 'note', at: 1, text: 'Red sails', createdAt: 1 };
    await imported(fileWith({ contacts: [person()], events: [note] }));
    const outcome = await imported(
      fileWith({ contacts: [person({ deletedAt: 1, updatedAt: 9, version: 9 })] }),
    );
    expect(outcome).toMatchObject({ changed: 0, kept: 1 });
    expect(toldOf('contacts', outcome.remarks)).toEqual(['1: Kept as it is here: deletedAt.']);
    expect(await ageDatabase(db, now())).toBe(0);
    expect(await db.contacts.count()).toBe(1);
    expect(await db.events.count()).toBe(1);
    expect((await stored())?.deletedAt).toBeUndefined();
  });

  it.each([1, 8.64e15])('keeps who comes in it for thirty days from now: %i', async deletedAt => {
    const before = now();
    await imported(fileWith({ contacts: [person({ deletedAt })] }));
    expect(await ageDatabase(db, before + trashKept)).toBe(0);
    expect(await ageDatabase(db, now() + trashKept + 1)).toBe(1);
  });

  it('keeps who is in it for as long as it began, whatever a file says', async () => {
    await db.contacts.put({ ...stranger, id: 'marta', deletedAt: 500 } as never);
    await imported(fileWith({ contacts: [person({ deletedAt: 1, title: named('Owner'), updatedAt: 9 })] }));
    expect(await stored()).toMatchObject({ deletedAt: 500, title: named('Owner') });
  });
});

describe('other rows', () => {
  it('stay as they are here, and the difference is told', async () => {
    const issue = { id: 'i1', contactId: 'marta', kind: 'issue', at: 1, text: 'Torn', createdAt: 1 };
    const file = (more: object) => fileWith({ contacts: [person()], events: [{ ...issue, ...more }] });
    await imported(file({ closedAt: 5 }));
    const outcome = await imported(file({ openFor: 'marta' }));
    expect(outcome).toMatchObject({ changed: 0, same: 1, kept: 1 });
    expect(toldOf('events', outcome.remarks)).toEqual(['1: Kept as it is here: closedAt, openFor.']);
    expect((await db.events.get('i1'))?.closedAt).toBe(5);
  });

  it('are promises to their own person only', async () => {
    const promise = {
      id: 'p1',
      contactId: 'evil',
      kind: 'promise',
      at: 1,
      text: 'All for free',
      createdAt: 1,
    };
    const contacts = [person(), person({ id: 'evil' })];
    const events = [
      { ...promise, openFor: 'marta' },
      { ...promise, id: 'p2', openFor: 'evil' },
    ];
    expect(await imported(fileWith({ contacts, events }))).toMatchObject({ rejected: [] });
    expect((await db.events.where('openFor').equals('marta').toArray()).length).toBe(0);
    expect((await db.events.where('openFor').equals('evil').toArray()).map(event => event.id)).toEqual([
      'p2',
    ]);
  });
});

describe('values of custom fields', () => {
  const value = (field: string) => ({ field, value: 'Gaviota', source });
  const boat = { id: 'f-boat', slug: 'boat', name: 'Boat', kind: 'text', choices: [], order: 1 };

  it('come with their field, or for one that is here', async () => {
    const contacts = [person({ fields: [value('f-boat')] })];
    expect(await imported(fileWith({ contacts, fields: [boat] }))).toMatchObject({
      remarks: [],
      rejected: [],
    });
    const again = [person({ id: 'other', fields: [value('f-boat')] })];
    expect(await imported(fileWith({ contacts: again }))).toMatchObject({ remarks: [] });
    expect((await db.contacts.get('other'))?.fields).toHaveLength(1);
  });

  it('of no field are left out and told, and the person comes', async () => {
    const contacts = [person({ fields: [value('f-boat'), value('f-none')] })];
    const outcome = await imported(fileWith({ contacts, fields: [boat] }));
    expect(toldOf('contacts', outcome.remarks)).toEqual([
      '1: Left out, since there is no such field: f-none.',
    ]);
    expect((await stored())?.fields).toEqual([value('f-boat')]);
  });
});

describe('forgetting a person who was imported', () => {
  const rows = () => ({
    contacts: [person({ name: named('Marta Ruiz') }), person({ id: 'jonas', name: named('Jonas Feld') })],
    identities: [{ key: `email:${marta.value}`, ...marta, contactId: 'marta', source }],
    events: [{ id: 'n1', contactId: 'marta', kind: 'note', at: 1, text: 'Red sails', createdAt: 1 }],
  });
  const asked = { 'Marta Ruiz': true, [marta.value]: true, 'Red sails': true, marta: true };
  const leftOf = async () => {
    const all = await dump(db);
    return Object.keys(asked).filter(text => all.includes(text));
  };

  it('leaves no image of them in any entry, nor what an undo said of them', async () => {
    await imported(fileWith(rows()));
    const entries = await db.journal.toArray();
    expect(entries.map(entry => entry.contactIds.toSorted())).toContainEqual(['jonas', 'marta']);
    const office = await openOffice(db);
    const get = (name: string, input: unknown) =>
      office.get<{ commandId: string }>(name, input, undefined, crypto.randomUUID());
    // As an undo is written that found everything changed since.
    const kept = { id: 'u1', name: 'journal.undo', at: office.clock.now, contactIds: [], changes: [] };
    await db.journal.put({ ...kept, result: { kept: [`identities/email:${marta.value}`] } });
    await get('contacts.delete', { id: 'marta' });
    expect(await leftOf()).toEqual(Object.keys(asked));
    expect(await ageDatabase(db, office.clock.now + trashKept + 1)).toBe(1);
    expect(await leftOf()).toEqual([]);
    expect(await dump(db)).toContain('Jonas Feld');
  });

  it('finds them in entries that name nobody, as they were written once', async () => {
    await imported(fileWith(rows()));
    await db.journal.toCollection().modify({ contactIds: [] });
    await db.contacts.update('marta', { deletedAt: 1 });
    await ageDatabase(db, Date.now());
    expect(await leftOf()).toEqual([]);
    expect(await dump(db)).toContain('Jonas Feld');
  });

  it('is not done to somebody who was brought back', async () => {
    await imported(fileWith(rows()));
    expect(await ageDatabase(db, 8.64e15)).toBe(0);
    expect(await leftOf()).toEqual(Object.keys(asked));
  });
});

describe('a file', () => {
  it('larger than is read is refused before it is read', async () => {
    const before = await dump(db);
    const file = new Blob(['{}']);
    let isRead = false;
    Object.defineProperties(file, {
      size: { value: largestFile + 1 },
      text: {
        value: async () => {
          isRead = true;
          return '{}';
        },
      },
    });
    const outcome = await carryOut({ do: 'import', file, withSettings: true }, silent);
    expect(outcome).toEqual({ failed: 'This file is larger than 200 MB. Split it and import the parts.' });
    expect(isRead).toBe(false);
    expect(await dump(db)).toBe(before);
  });

  it('with more rows of one kind than can be is refused', () => {
    const fields = Array.from({ length: 201 }, () => null);
    expect(() => parseExport(fileWith({ fields }))).toThrow(
      'This file has more than 200 rows of fields. Split it.',
    );
  });

  it('of 100,000 people is within what is read', () => {
    const contacts = Array.from({ length: 100_000 }, (_, at) =>
      person({ id: `p${at}`, name: named(`Person ${at}`) }),
    );
    const text = fileWith({ contacts });
    expect(text.length).toBeLessThan(largestFile);
    const { rows, rejected } = parseExport(text);
    expect([rows.contacts.length, rejected]).toEqual([100_000, []]);
  }, 30_000);

  it('with one row that breaks what reads it loses that row alone', async () => {
    const rejected: { list: string; row: number; reason: string }[] = [];
    const kept = readRows('contacts', [1, 2, 3], rejected as never, row => {
      if (row === 2) throw new RangeError('Invalid code point NaN');
      return { success: true, data: { id: row } };
    });
    expect(kept.map(item => item.row)).toEqual([1, 3]);
    expect(rejected).toEqual([{ list: 'contacts', row: 2, reason: 'This row can’t be read.' }]);
    const value = `ana@xn--${'9'.repeat(54)}a.example`;
    const broken = { key: `email:${value}`, kind: 'email', value, contactId: 'marta', source };
    const outcome = await imported(fileWith({ contacts: [person()], identities: [broken] }));
    expect(outcome.added).toBeGreaterThan(0);
  });

  it('whose import stops leaves a note that what is derived is to be made', async () => {
    const tell = () => {
      throw new Error('The worker ended here.');
    };
    const file = new Blob([fileWith({ contacts: [person()] })]);
    await carryOut({ do: 'import', file, withSettings: false }, tell);
    expect(await db.contacts.count()).toBe(1);
    expect(await isDerived(db)).toBe(false);
    await imported(fileWith({ contacts: [person()] }));
    expect(await isDerived(db)).toBe(true);
    expect(await db.search.count()).toBe(1);
  });

  it('that is edited here meanwhile does not undo the edit', async () => {
    const office = await openOffice(db);
    const id = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Old Boats' });
    const outcome = await carryOut({ do: 'export' }, silent);
    office.clock.now += 1000;
    await office.get('contacts.save', { id, patch: { company: 'New Boats', doNotContact: true } });
    expect(await imported('text' in outcome ? outcome.text : '')).toMatchObject({ changed: 0, kept: 1 });
    expect(await db.contacts.get(id)).toMatchObject({ company: { value: 'New Boats' }, doNotContact: true });
  });
});
