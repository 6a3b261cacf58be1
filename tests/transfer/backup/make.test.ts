// @vitest-environment node
// Making a backup: what is saved comes back, and what would not is said.
import { indexedDB } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listBackups, updateBackupPlace } from '../../../lib/db/backups';
import type { Database } from '../../../lib/db/database';
import { backUpBefore, makeBackup, type SavedFile } from '../../../lib/transfer/backup/make';
import { openBackup } from '../../../lib/transfer/backup/open';
import { canonicalText } from '../../../lib/transfer/backup/sums';
import { problemOf } from '../../../lib/transfer/backup/verify';
import { parseExport } from '../../../lib/transfer/export-format';
import { carryOut } from '../../../lib/transfer/work';
import { openOffice } from '../../crm/office';
import { dump } from '../../db/memory';
import { doWork, work } from '../../db/random-work';
import { memoryFolder } from './memory-folder';
import { failure, openWorkshop, passphrase } from './workshop';

let db: Database;
let saved: SavedFile[];
const save = (file: SavedFile) => void saved.push(file);
beforeEach(async () => {
  db = await openWorkshop();
  saved = [];
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

const asked = () => makeBackup(db, { kind: 'asked' }, save);

describe('a backup', () => {
  it('is verified, recorded and saved under a name that says when', async () => {
    const backup = await asked();
    expect(backup).toMatchObject({ where: 'download', encrypted: false, kind: 'asked' });
    expect(backup.verifiedAt).toBeGreaterThanOrEqual(backup.at);
    expect(backup.sums.counts).toMatchObject({ contacts: 3, identities: 1, events: 1, replies: 1 });
    expect(saved.map(file => [file.name, file.file.size])).toEqual([[backup.name, backup.size]]);
    expect(backup.name).toMatch(/^regulars-backup-\d{8}T\d{9}Z-asked\.json\.gz$/);
    expect(await listBackups(db)).toEqual([backup]);
  });

  it('is an export like any other', async () => {
    await asked();
    const { file } = saved[0] ?? { file: new Blob() };
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const { rows, rejected } = parseExport(text);
    expect([rows.contacts.length, rows.identities.length, rejected]).toEqual([3, 1, []]);
  });

  it('changes nothing but the record of backups, and leaves no database behind', async () => {
    const before = await dump(db, ['backups']);
    await asked();
    expect(await dump(db, ['backups'])).toBe(before);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('regulars-scratch');
  });

  it('holds nothing of where backups go', async () => {
    await updateBackupPlace(db, { passphrase });
    await asked();
    const opened = await openBackup(saved[0]?.file ?? new Blob(), passphrase);
    const all = await Promise.all(opened.portions.map(({ text }) => text.text()));
    expect(JSON.stringify([opened, all])).not.toContain(passphrase);
  }, 60_000);

  it('of any data comes back', async () => {
    await fc.assert(
      fc.asyncProperty(work, async steps => {
        await doWork(await openOffice(db), steps);
        expect(await asked()).not.toHaveProperty('problem');
      }),
      { numRuns: 10 },
    );
  });

  it('with a row that would not come back is recorded as not verified, with the reason', async () => {
    await db.events.put({ id: 'e9', contactId: 'nobody', kind: 'note', at: 1, text: 'x', createdAt: 1 });
    const backup = await asked();
    expect(backup.verifiedAt).toBeUndefined();
    expect(backup.problem).toBe('Some rows would not come back: events.');
  });

  it('whose rows were changed on the way is found out', async () => {
    const { sums } = await asked();
    const other = { ...sums, checksum: sums.checksum.replace(/^./, digit => (digit === '0' ? '1' : '0')) };
    expect(await problemOf(saved[0]?.file ?? new Blob(), undefined, other)).toBe(
      'Some rows would come back differently.',
    );
  });
});

describe('before a change of many rows', () => {
  it('a backup is made once, and again when something was changed since', async () => {
    const first = await backUpBefore(db, 'an import', save);
    expect(await backUpBefore(db, 'an import', save)).toEqual(first);
    const office = await openOffice(db);
    await office.get('settings.save', { theme: 'dark' }, undefined, 'theme');
    expect((await backUpBefore(db, 'an import', save))?.id).not.toBe(first?.id);
    expect(saved).toHaveLength(2);
  });

  it('one that is an hour old does not count', async () => {
    await backUpBefore(db, 'an import', save);
    await backUpBefore(db, 'an import', save, () => Date.now() + 3_600_001);
    expect(saved).toHaveLength(2);
  });

  it('one whose file was removed from the folder does not count', async () => {
    const folder = memoryFolder(db);
    const first = await backUpBefore(db, 'an import', save);
    expect(await backUpBefore(db, 'an import', save)).toEqual(first);
    folder.files.clear();
    expect((await backUpBefore(db, 'an import', save))?.id).not.toBe(first?.id);
    expect([folder.files.size, saved]).toEqual([1, []]);
  });

  it('one is made for a change that the background makes', async () => {
    const outcome = await carryOut({ do: 'backup-before', reason: 'a merge' }, () => undefined, { save });
    expect(outcome).toMatchObject({ done: 'backup', backup: { kind: 'before', reason: 'a merge' } });
    expect(saved).toHaveLength(1);
  });

  it('the change is not begun where none can be made', async () => {
    memoryFolder(db).isFull = true;
    const reason = await failure(backUpBefore(db, 'a merge', save));
    expect(reason).toMatch(/could not be written to its folder/);
  });

  it('is none where nobody is', async () => {
    await db.contacts.clear();
    expect(await backUpBefore(db, 'an import', save)).toBeUndefined();
    expect(saved).toEqual([]);
  });
});

describe('the one form of a row', () => {
  it('is the same whatever the order of its keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalText(reversed(value))).toBe(canonicalText(value));
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
