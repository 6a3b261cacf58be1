// Export and import: what goes out comes back whole, twice is once, and a file can do no harm.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { rebuildDerived } from '../../lib/db/rebuild';
import { carryOut, type Progress } from '../../lib/transfer/work';
import { furnish } from '../crm/inputs';
import { type Office, openOffice } from '../crm/office';
import { addPerson, conversation, marta, onScreen, sender, show } from '../crm/people';
import { dump } from '../db/memory';
import { doWork, work } from '../db/random-work';
import { emptyFile, fileWith, imported, install, silent, source, stranger, uninstall } from './installation';

let db: Database;
beforeEach(async () => {
  db = await install();
});
afterEach(() => uninstall(db));

async function exported(): Promise<string> {
  const outcome = await carryOut({ do: 'export' }, silent);
  if (!('done' in outcome) || outcome.done !== 'export') throw new Error('The export failed.');
  return outcome.text;
}

/** Today's data as another, empty installation would hold it. */
async function emptied(): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
}

/** Who is in the trash of a file stays in the trash, from the import on. */
const owned = async (of = db) =>
  (await dump(of, ['journal', 'settings', 'backups'])).replace(/"deletedAt":\d+/g, '"deletedAt":0');
const office = (): Promise<Office> => openOffice(db);

describe('an export', () => {
  it('brought into an empty installation gives the same data, derived rows too', async () => {
    await furnish(await office());
    const before = await owned();
    const text = await exported();
    await emptied();
    expect(await imported(text)).toMatchObject({ changed: 0, same: 0, rejected: [] });
    expect(await owned()).toBe(before);
  });

  it('brought back where it was made changes nothing', async () => {
    await furnish(await office());
    const before = await dump(db, ['backups']);
    expect(await imported(await exported())).toMatchObject({ added: 0, changed: 0, rejected: [] });
    expect(await dump(db, ['backups'])).toBe(before);
  });

  it('of any data goes round', async () => {
    await fc.assert(
      fc.asyncProperty(work, async steps => {
        await emptied();
        await doWork(await office(), steps);
        const before = await owned();
        const text = await exported();
        await emptied();
        const first = await imported(text);
        expect(first.rejected).toEqual([]);
        expect(await owned()).toBe(before);
        expect(await imported(text)).toMatchObject({ added: 0, changed: 0 });
        expect(await owned()).toBe(before);
      }),
      { numRuns: 15 },
    );
  });

  it('can be taken back portion by portion', async () => {
    await furnish(await office());
    const text = await exported();
    await emptied();
    const before = await owned();
    await imported(text);
    const portions = await db.journal.toArray();
    expect(portions.every(entry => entry.name === 'data.import')).toBe(true);
    const undone = await office();
    // The journal has no order of its own here: whoever owns a row is taken back last.
    const rank = (id: string) =>
      portions.find(entry => entry.id === id)?.changes[0]?.table === 'contacts' ? 1 : 0;
    const ids = portions.map(entry => entry.id).sort((a, b) => rank(a) - rank(b));
    for (const [index, id] of ids.entries())
      await undone.get('journal.undo', { id }, undefined, `back-${index}`);
    expect(await owned()).toBe(before);
  });

  it('says how far it is', async () => {
    await furnish(await office());
    const text = await exported();
    await emptied();
    const told: Progress[] = [];
    await carryOut({ do: 'import', file: new Blob([text]), withSettings: false }, progress =>
      told.push(progress),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)?.progress).toBe(told.at(-1)?.of);
  });

  it('holds the settings, which come back only when asked for, and never the sites', async () => {
    const first = await office();
    await first.get('settings.save', { theme: 'dark', history: 'ask' });
    const text = await exported();
    await emptied();
    await imported(text);
    expect(await db.settings.count()).toBe(0);
    await imported(text, true);
    expect((await db.settings.get('settings'))?.value).toMatchObject({
      theme: 'dark',
      history: 'ask',
      sites: [],
    });
  });
});

describe('a file', () => {
  it.each([
    ['no JSON', 'BEGIN:VCARD'],
    ['nothing', ''],
    ['a list', '[]'],
    ['another format', JSON.stringify({ ...emptyFile, format: 'other' })],
    ['a newer version', JSON.stringify({ ...emptyFile, version: 2 })],
    ['no list of contacts', JSON.stringify({ ...emptyFile, contacts: undefined })],
    ['lists that are none', JSON.stringify({ ...emptyFile, contacts: { length: 3 } })],
    ['damaged settings', JSON.stringify({ ...emptyFile, settings: { theme: 'pink' } })],
  ])('that is %s is refused with a sentence and changes nothing', async (_what, text) => {
    await addPerson(await office(), 'Marta Ruiz', [marta.value]);
    const before = await dump(db);
    const outcome = await carryOut({ do: 'import', file: new Blob([text]), withSettings: true }, silent);
    expect(outcome).toMatchObject({ failed: expect.stringMatching(/^This file .+\.$/) });
    expect(await dump(db)).toBe(before);
  });

  it('loses only the rows that do not fit, and names them', async () => {
    const text = fileWith({
      contacts: [
        stranger,
        null,
        { ...stranger, id: 'a b' },
        { ...stranger, id: 'x', surplus: 1 },
        { ...stranger, id: 'y', name: { value: 'x'.repeat(201), source } },
        { ...stranger, id: 'z', tags: 'vip' },
      ],
    });
    const outcome = await imported(text);
    expect(outcome.added).toBe(1);
    expect(outcome.rejected.map(({ list, row }) => [list, row])).toEqual([
      ['contacts', 2],
      ['contacts', 3],
      ['contacts', 4],
      ['contacts', 5],
      ['contacts', 6],
    ]);
    expect(await db.contacts.toCollection().primaryKeys()).toEqual(['evil']);
  });

  it('can’t take an address away from the person who has it', async () => {
    const mine = await openOffice(db);
    const id = await addPerson(mine, 'Marta Ruiz', [marta.value]);
    const identity = { key: `email:${marta.value}`, ...marta, contactId: 'evil', source };
    await imported(fileWith({ contacts: [stranger], identities: [identity] }));
    await show(mine, conversation([sender('Marta Ruiz', marta.value)]));
    expect((await onScreen(mine)).card?.contact.id).toBe(id);
  });

  it('can’t show one address and answer to another', async () => {
    const identity = {
      key: 'email:thief@evil.example',
      kind: 'email',
      value: marta.value,
      contactId: 'evil',
      source,
    };
    const disguised = { ...identity, key: 'phone:+34600000000' };
    const outcome = await imported(fileWith({ contacts: [stranger], identities: [identity, disguised] }));
    expect(outcome.rejected.map(({ list, row }) => [list, row])).toEqual([
      ['identities', 1],
      ['identities', 2],
    ]);
    expect(await db.identities.count()).toBe(0);
  });

  it('can’t hide a look-alike behind a skeleton of its own', async () => {
    const identity = {
      key: `email:${marta.value}`,
      ...marta,
      contactId: 'evil',
      skeleton: 'nothing-alike',
      source,
    };
    await imported(fileWith({ contacts: [stranger], identities: [identity] }));
    const after = await openOffice(db);
    await show(after, conversation([sender('Marta Ruiz', 'marta.ruiz@nоrte-boats.example')]));
    expect((await onScreen(after)).people[0]?.warnings[0]).toMatchObject({ kind: 'look-alike' });
    await show(after, conversation([sender('Marta', 'rnarta.ruiz@norte-boats.example')]));
    expect((await onScreen(after)).people[0]?.warnings[0]).toMatchObject({ kind: 'look-alike' });
  });

  it('reaches no prototype', async () => {
    const text = fileWith({ contacts: [stranger] }).replace(
      '"tags":[]',
      '"tags":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
    );
    const outcome = await imported(text);
    expect(outcome.rejected).toHaveLength(1);
    expect({}).not.toHaveProperty('polluted');
  });

  it('brings no reply that can’t be read, and says why and where', async () => {
    const good = { id: 'good', name: 'Good', tags: [], variants: [{ body: 'Hi' }], order: 0, uses: 0 };
    const bad = (variant: object) => ({ ...good, id: 'bad', variants: [{ body: 'Hi' }, variant] });
    const outcome = await imported(
      fileWith({
        replies: [
          good,
          bad({ body: 'a\n{% for i in (1..1000000000) %}x{% endfor %}' }),
          bad({ body: '{{ contact.name' }),
          bad({ body: 'Hi', language: 'not a language' }),
        ],
      }),
    );
    expect(outcome.rejected).toEqual([
      { list: 'replies', row: 2, reason: 'variants.1.body: Line 2: Replies know no loops.' },
      {
        list: 'replies',
        row: 3,
        reason: 'variants.1.body: Line 1: “{{ contact.name” is not closed: “}}” is missing.',
      },
      { list: 'replies', row: 4, reason: 'variants.1.language: This is no language tag such as “es”.' },
    ]);
    expect(await db.replies.toCollection().primaryKeys()).toEqual(['good']);
  });

  it('can’t name the replies that came with Regulars', async () => {
    const first = await office();
    await first.get('settings.save', { welcomed: true });
    const before = await db.replies.toArray();
    const other = { name: 'Evil', tags: [], variants: [{ body: 'Pay me' }], uses: 0 };
    const replies = before.map(({ order }) => ({ ...other, id: `starter-${order}`, order }));
    await imported(fileWith({ replies }));
    expect(await db.replies.bulkGet(before.map(({ id }) => id))).toEqual(before);
  });

  it('can’t widen what is read or what is kept without being asked', async () => {
    const first = await office();
    const before = await first.get('settings.get', {});
    const settings = {
      ...(before as object),
      sites: [
        { origin: 'https://evil.example', site: 'gmail', presence: 'sidebar', width: 320, collapsed: false },
      ],
      history: 'automatic',
    };
    await imported(JSON.stringify({ ...emptyFile, settings }));
    expect(await first.get('settings.get', {})).toEqual(before);
  });

  it('with rows of people who are not in it leaves the data whole', async () => {
    const event = { id: 'e1', contactId: 'nobody', kind: 'note', at: 1, text: 'x', createdAt: 1 };
    const outcome = await imported(fileWith({ events: [event] }));
    expect(outcome.rejected.map(({ list, row }) => [list, row])).toEqual([['events', 1]]);
    expect(await db.events.count()).toBe(0);
  });

  it('of 5,000 people arrives whole', async () => {
    const contacts = Array.from({ length: 5000 }, (_, n) => ({
      ...stranger,
      id: `p${n}`,
      name: { value: `Person ${n}`, source },
    }));
    expect(await imported(fileWith({ contacts }))).toMatchObject({ added: 5000, rejected: [] });
    expect(await db.search.count()).toBe(5000);
    const before = await dump(db);
    await rebuildDerived(db);
    expect(await dump(db)).toBe(before);
  });
});
