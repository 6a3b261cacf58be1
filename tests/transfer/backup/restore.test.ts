// @vitest-environment node
// Restoring: it says before what it will do, keeps what is newer unless told otherwise, and can be begun again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fullDate } from '../../../lib/dates/relative';
import type { Database } from '../../../lib/db/database';
import { isDerived } from '../../../lib/db/rebuild';
import type { Preview, Restored } from '../../../lib/transfer/backup/restore';
import { carryOut, type Outcome, type Task } from '../../../lib/transfer/work';
import { type Office, openOffice } from '../../crm/office';
import { dump } from '../../db/memory';
import { emptyFile, source, stranger } from '../installation';
import { fileOf, openWorkshop } from './workshop';

let db: Database;
let office: Office;
beforeEach(async () => {
  db = await openWorkshop();
  office = await openOffice(db);
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

const carriedOut = (task: Task): Promise<Outcome> => carryOut(task, () => undefined);
async function preview(file: Blob, isFileRight = false): Promise<Preview> {
  const outcome = await carriedOut({ do: 'preview-restore', file, isFileRight });
  if (!('done' in outcome) || outcome.done !== 'preview-restore') throw new Error(JSON.stringify(outcome));
  return outcome.preview;
}
async function restored(file: Blob, isFileRight = false, withSettings = false): Promise<Restored> {
  const outcome = await carriedOut({ do: 'restore', file, isFileRight, withSettings });
  if (!('done' in outcome) || outcome.done !== 'restore') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const counted = (lists: Preview['lists'], name: string) => lists.find(({ list }) => list === name)?.counts;
const emptied = () =>
  db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
const owned = async () =>
  (await dump(db, ['journal', 'settings', 'backups'])).replace(/"deletedAt":\d+/g, '"deletedAt":0');
const marta = async () => (await db.contacts.toArray()).find(({ name }) => name.value === 'Marta Ruiz');

describe('an emptied database', () => {
  it('gets everything back, derived rows too, and a second time nothing', async () => {
    const before = await owned();
    const file = await fileOf(db);
    await emptied();
    const foreseen = await preview(file);
    expect(counted(foreseen.lists, 'contacts')).toEqual({
      added: 3,
      changed: 0,
      same: 0,
      kept: 0,
      refused: 0,
    });
    expect(counted(foreseen.lists, 'events')).toMatchObject({ added: 1, refused: 0 });
    expect((await restored(file)).lists).toEqual(foreseen.lists);
    expect(await owned()).toBe(before);
    expect((await restored(file)).lists.every(({ counts }) => counts.added + counts.changed === 0)).toBe(
      true,
    );
    expect(await owned()).toBe(before);
  });

  it('gets the settings back when that is asked for, but never the sites', async () => {
    await office.get('settings.save', { theme: 'dark' }, undefined, 'theme');
    const file = await fileOf(db);
    await emptied();
    await restored(file);
    expect(await db.settings.get('settings')).toBeUndefined();
    await restored(file, false, true);
    expect((await db.settings.get('settings'))?.value).toMatchObject({ theme: 'dark', sites: [] });
  });
});

describe('where something is here already', () => {
  const edit = async (title: string) => {
    office.clock.now += 60_000;
    const id = (await marta())?.id;
    await office.get('contacts.save', { id, patch: { title } }, undefined, `edit-${title}`);
  };

  it('a preview names what differs and changes nothing', async () => {
    await edit('Owner');
    const file = await fileOf(db);
    await edit('Admiral');
    const before = await dump(db);
    const { lists, differences, exportedAt } = await preview(file);
    expect(counted(lists, 'contacts')).toMatchObject({ added: 0, changed: 0, same: 2, kept: 1 });
    expect(differences).toEqual([
      {
        list: 'contacts',
        name: 'Marta Ruiz',
        fate: 'kept',
        fields: [{ field: 'title', here: 'Admiral', there: 'Owner' }],
      },
    ]);
    expect(exportedAt).toBeGreaterThan(0);
    expect(await dump(db)).toBe(before);
  });

  it('a preview says of somebody in the trash since when, as a date', async () => {
    const file = await fileOf(db);
    office.clock.now += 60_000;
    await office.get('contacts.delete', { id: (await marta())?.id }, undefined, 'trash');
    const [difference] = (await preview(file)).differences;
    expect(difference?.fields).toEqual([
      { field: 'deletedAt', here: fullDate(Number((await marta())?.deletedAt)), there: '' },
    ]);
  });

  it('what is newer here stays', async () => {
    const file = await fileOf(db);
    await edit('Admiral');
    await restored(file);
    expect((await marta())?.title?.value).toBe('Admiral');
  });

  it('becomes as in the backup when that is asked for, can be taken back, and a second time is the same', async () => {
    await edit('Owner');
    const file = await fileOf(db);
    await edit('Admiral');
    const newer = await marta();
    const foreseen = await preview(file, true);
    expect(counted(foreseen.lists, 'contacts')).toMatchObject({ changed: 1, kept: 0 });
    expect(foreseen.differences[0]).toMatchObject({
      fate: 'changed',
      fields: [{ here: 'Admiral', there: 'Owner' }],
    });
    expect((await restored(file, true)).lists).toEqual(foreseen.lists);
    const now = await marta();
    expect(now?.title?.value).toBe('Owner');
    expect(now?.version).toBeGreaterThan(newer?.version ?? 0);
    expect(counted((await restored(file, true)).lists, 'contacts')).toMatchObject({ changed: 0, same: 3 });
    const entry = (await db.journal.toArray()).find(
      ({ changes }) =>
        changes[0]?.before &&
        changes[0].key === now?.id &&
        changes.length === 1 &&
        changes[0].table === 'contacts' &&
        (changes[0].after as { version: number }).version === now?.version,
    );
    await office.get('journal.undo', { id: entry?.id }, undefined, 'back');
    expect((await marta())?.title?.value).toBe('Admiral');
  });

  it('“do not contact” is not lifted, nobody goes to the trash, and who is not in the backup stays', async () => {
    const file = await fileOf(db);
    const id = (await marta())?.id;
    await office.get('contacts.save', { id, patch: { doNotContact: true } }, undefined, 'flag');
    const lena = { patch: { name: 'Lena Vogt' }, identities: [], from: 'user' };
    await office.get('contacts.create', lena, undefined, 'lena');
    await restored(file, true);
    expect((await marta())?.doNotContact).toBe(true);
    expect((await db.contacts.toArray()).map(({ name }) => name.value)).toContain('Lena Vogt');
  });

  it('who is in the trash here and alive in the backup is brought back when that is asked for', async () => {
    const file = await fileOf(db);
    office.clock.now += 60_000;
    await office.get('contacts.delete', { id: (await marta())?.id }, undefined, 'delete');
    await restored(file);
    expect((await marta())?.deletedAt).toBeDefined();
    await restored(file, true);
    expect((await marta())?.deletedAt).toBeUndefined();
  });
});

describe('a file with rows that can’t come in', () => {
  it('says so before, and after', async () => {
    const note = { id: 'n1', contactId: 'evil', kind: 'note', at: 1, text: 'x', createdAt: 1 };
    const file = new Blob([
      JSON.stringify({
        ...emptyFile,
        events: [note, { ...note, id: 'n2', contactId: 'nobody' }, { id: 3 }],
        contacts: [{ ...stranger, fields: [{ field: 'f-none', value: 'x', source }] }],
      }),
    ]);
    const foreseen = await preview(file);
    expect(counted(foreseen.lists, 'events')).toEqual({ added: 1, changed: 0, same: 0, kept: 0, refused: 2 });
    const done = await restored(file);
    expect(done.lists).toEqual(foreseen.lists);
    expect(done.rejected.map(({ list, row }) => `${list} ${row}`).sort()).toEqual(['events 2', 'events 3']);
    expect((await db.contacts.get('evil'))?.fields).toEqual([]);
  });
});

it('a restore that stops keeps what it told, says that the rest is to do, and can be begun again', async () => {
  const before = await owned();
  const file = await fileOf(db);
  await emptied();
  let told = 0;
  const outcome = await carryOut(
    { do: 'restore', file, isFileRight: false, withSettings: false },
    ({ progress }) => {
      told = progress;
      if (progress > 2) throw new Error('The worker ended here.');
    },
  );
  expect(outcome).toEqual({ failed: 'The worker ended here.' });
  expect((await db.fields.count()) + (await db.contacts.count())).toBe(told);
  expect(await isDerived(db)).toBe(false);
  await restored(file);
  expect([await owned(), await isDerived(db)]).toEqual([before, true]);
});

describe('somebody who was forgotten and is not to come back', () => {
  it('stays out, with everything that was theirs', async () => {
    const file = await fileOf(db);
    const { id = '' } = (await marta()) ?? {};
    const had = await db.identities.where('contactId').equals(id).count();
    expect(had).toBeGreaterThan(0);
    await office.get('contacts.forget', { id, keepsPrint: true });
    const { rejected } = await restored(file);
    expect(rejected.some(({ reason }) => reason.includes('was forgotten'))).toBe(true);
    expect(await db.contacts.get(id)).toBeUndefined();
    expect(await db.identities.where('contactId').equals(id).count()).toBe(0);
  });
});

it('nobody is hidden behind somebody who is not there, or behind each other in a circle', async () => {
  const behind = (id: string, into: string) => ({
    ...stranger,
    id,
    name: { value: `Hidden ${id}`, source },
    merged: { into, at: 1, was: { version: 0, updatedAt: 1 } },
  });
  const events = ['alone', 'circle-1'].map(contactId => ({
    id: `e-${contactId}`,
    contactId,
    kind: 'note',
    at: 1,
    text: 'Theirs',
    createdAt: 1,
  }));
  const contacts = [
    behind('alone', 'nobody'),
    behind('circle-1', 'circle-2'),
    behind('circle-2', 'circle-1'),
  ];
  const file = new Blob([
    JSON.stringify({ ...emptyFile, contacts: [...contacts, behind('end', 'circle-1')], events }),
  ]);
  await restored(file);
  const found = await office.get<{ id: string }[]>('contacts.search', { query: 'hidden', limit: 9 });
  expect(found.map(({ id }) => id).sort()).toEqual(['alone', 'circle-1', 'circle-2']);
  expect((await db.events.bulkGet(['e-alone', 'e-circle-1'])).map(event => event?.contactId)).toEqual([
    'alone',
    'circle-1',
  ]);
});
