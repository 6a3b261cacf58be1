// Importing a file with somebody who was forgotten: they stay out, their rows are named, and nobody else is lost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../lib/db/database';
import { openBackup } from '../../lib/transfer/backup/open';
import { restore } from '../../lib/transfer/backup/restore';
import { carryOut } from '../../lib/transfer/work';
import { type Office, openOffice } from '../crm/office';
import { addPerson, jonas, marta } from '../crm/people';
import { dump } from '../db/memory';
import { snapshotOf } from './backup/workshop';
import { fileWith, imported, install, silent, source, stranger, toldOf, uninstall } from './installation';

let db: Database;
let office: Office;
beforeEach(async () => {
  db = await install();
  office = await openOffice(db);
});
afterEach(() => uninstall(db));

const reason =
  'This person was forgotten and is not to come back. Allow it under Privacy, then import again.';

/** A file of this installation, made before somebody was forgotten. */
async function exported(): Promise<string> {
  const outcome = await carryOut({ do: 'export' }, silent);
  if (!('text' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.text;
}

async function twoPeople(): Promise<{ id: string; file: string }> {
  const id = await addPerson(office, 'Marta Ruiz', [marta.value]);
  await office.get('timeline.add', { contactId: id, kind: 'note', text: 'Prefers mornings.' });
  await addPerson(office, 'Jonas Feld', [jonas.value]);
  return { id, file: await exported() };
}

describe('an own file that still has them', () => {
  it('brings them back where no fingerprint was kept', async () => {
    const { id, file } = await twoPeople();
    await office.get('contacts.forget', { id, keepsPrint: false });
    expect(await imported(file)).toMatchObject({ added: 3, rejected: [] });
    expect(await db.contacts.get(id)).toBeDefined();
  });

  it('does not where one was, and says so of every row', async () => {
    const { id, file } = await twoPeople();
    await office.get('contacts.forget', { id, keepsPrint: true });
    const { added, same, rejected } = await imported(file);
    expect({ added, same }).toEqual({ added: 0, same: expect.any(Number) });
    expect(toldOf('contacts', rejected)).toEqual([expect.stringMatching(/^\d: This person was forgotten/)]);
    for (const list of ['identities', 'events']) expect(toldOf(list, rejected)).toHaveLength(1);
    expect(new Set(rejected.map(remark => remark.reason))).toEqual(new Set([reason]));
    expect(await dump(db)).not.toMatch(/marta|mornings/i);
    expect(await dump(db)).toContain('Jonas Feld');
  });

  it('does again once that was allowed', async () => {
    const { id, file } = await twoPeople();
    await office.get('contacts.forget', { id, keepsPrint: true });
    await office.get('privacy.allow', { identity: marta });
    expect(await imported(file)).toMatchObject({ rejected: [] });
    expect(await db.contacts.get(id)).toBeDefined();
  });
});

describe('somebody who stood behind another when a file was made, and was forgotten after they were taken apart', () => {
  const words = ['Qwertz', 'qwertz'];
  /** Files made while both were one, as an export and as a backup; then they are parted, and she is forgotten. */
  async function afterParting(forgotten: 'goes' | 'stays') {
    const goes = await addPerson(office, 'Qwertz Ruiz', ['qwertz@norte.example'], {
      company: 'Qwertz Boats',
      title: 'Qwertz',
      tags: ['Qwertz'],
    });
    const stays = await addPerson(office, 'Jonas Feld', [jonas.value]);
    await office.get('timeline.add', { contactId: goes, kind: 'note', text: 'Qwertz note' });
    await office.get('followUps.add', { contactId: goes, text: 'Qwertz call', dueAt: 5 });
    await office.get('contacts.merge', { winner: stays, loser: goes, choices: [] });
    const [file, backup] = [await exported(), (await snapshotOf(db)).json];
    office.clock.now += 1000;
    await office.get('contacts.takeApart', { id: goes, theirs: [] });
    const id = forgotten === 'goes' ? goes : stays;
    await office.get('contacts.forget', { id, keepsPrint: true });
    return { goes, stays, file, backup };
  }
  const bringBack = async (backup: Blob, isFileRight: boolean) =>
    restore(db, await openBackup(backup), { isFileRight, withSettings: false }, silent);

  it.each(['export', 'backup', 'backup that is right'])(
    'comes back to nobody: neither rows nor values (%s)',
    async by => {
      const { stays, file, backup } = await afterParting('goes');
      const before = await db.contacts.get(stays);
      if (by === 'export') await imported(file);
      else await bringBack(backup, by === 'backup that is right');
      const all = await dump(db, ['backups']);
      for (const word of words) expect(all).not.toContain(word);
      expect(await db.contacts.get(stays)).toEqual(before);
    },
  );

  it.each(['export', 'backup'])('leaves the other one to be seen with what is theirs (%s)', async by => {
    const { goes, stays, file, backup } = await afterParting('stays');
    await db.transaction('rw', db.tables, async () => {
      for (const table of [db.contacts, db.identities, db.events, db.followUps, db.search])
        await table.clear();
    });
    if (by === 'export') await imported(file);
    else await bringBack(backup, false);
    expect(await db.contacts.get(stays)).toBeUndefined();
    expect(await office.get('contacts.search', { query: 'qwertz', limit: 5 })).toMatchObject([{ id: goes }]);
    expect(await db.events.toArray()).toMatchObject([{ contactId: goes, text: 'Qwertz note' }]);
  });

  it('gives nobody else’s values to who was parted from them, forgotten or not', async () => {
    const goes = await addPerson(office, 'Marta Ruiz', [marta.value], { company: 'Norte' });
    const stays = await addPerson(office, 'Jonas Feld', [jonas.value]);
    await office.get('contacts.merge', { winner: stays, loser: goes, choices: [] });
    const backup = (await snapshotOf(db)).json;
    await office.get('contacts.takeApart', { id: goes, theirs: [] });
    await bringBack(backup, false);
    await bringBack(backup, true);
    expect((await db.contacts.get(stays))?.company).toBeUndefined();
    expect((await db.contacts.get(goes))?.company?.value).toBe('Norte');
  });
});

describe('a file from elsewhere', () => {
  const rows = (contactId: string, value: string) => ({
    contacts: [{ ...stranger, id: contactId, name: { value: 'Somebody', source } }],
    identities: [{ key: `email:${value}`, kind: 'email', value, contactId, source }],
    events: [{ id: `e-${contactId}`, contactId, kind: 'note', at: 1, text: 'Words', createdAt: 1 }],
  });

  it('is known by an address, whatever id and name it has for them', async () => {
    const { id } = await twoPeople();
    await office.get('contacts.forget', { id, keepsPrint: true });
    const outcome = await imported(fileWith(rows('elsewhere-7', marta.value)));
    expect(outcome).toMatchObject({ added: 0 });
    expect(outcome.rejected.map(({ list }) => list)).toEqual(['contacts', 'identities', 'events']);
    expect(await db.contacts.get('elsewhere-7')).toBeUndefined();
  });

  it('loses only the address where that stands with somebody who is here', async () => {
    const { id } = await twoPeople();
    await office.get('contacts.forget', { id, keepsPrint: true });
    await imported(fileWith(rows('here', 'other@else.example')));
    const outcome = await imported(fileWith(rows('here', marta.value)));
    expect(outcome.rejected).toEqual([{ list: 'identities', row: 1, reason }]);
    expect(await db.contacts.get('here')).toBeDefined();
    expect(await db.identities.get(`email:${marta.value}`)).toBeUndefined();
  });
});
