// @vitest-environment node
// Which backups go when the folder fills, and that nothing else in it is touched.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listBackups, updateBackupPlace } from '../../../lib/db/backups';
import type { Database } from '../../../lib/db/database';
import { type Backup, backupKinds } from '../../../lib/model/backup';
import { makeBackup } from '../../../lib/transfer/backup/make';
import { openBackup } from '../../../lib/transfer/backup/open';
import { superfluous } from '../../../lib/transfer/backup/rotation';
import { memoryFolder } from './memory-folder';
import { failure, openWorkshop } from './workshop';

const day = 86_400_000;
/** Monday, 2 March 2026, noon. */
const monday = Date.UTC(2026, 2, 2, 12);

const backup = (at: number, more: Partial<Backup> = {}): Backup => ({
  id: `b-${at}`,
  at,
  name: `b-${at}.json.gz`,
  kind: 'daily',
  size: 1,
  fileHash: 'a'.repeat(64),
  sums: { counts: {}, checksum: 'b'.repeat(64) },
  encrypted: false,
  where: 'folder',
  verifiedAt: at,
  mark: '',
  ...more,
});

const keptOf = (backups: Backup[], now: number) => {
  const gone = new Set(superfluous(backups, now));
  return backups.filter(item => !gone.has(item)).map(item => item.at);
};

describe('backups that were made every day', () => {
  it('are kept for seven days and, of each week, the last for four weeks', () => {
    const sunday = monday + 6 * day;
    const all = Array.from({ length: 60 }, (_item, back) => backup(sunday - back * day));
    const days = [0, 1, 2, 3, 4, 5, 6].map(back => sunday - back * day);
    const weeks = [7, 14, 21].map(back => sunday - back * day);
    expect(keptOf(all, sunday)).toEqual([...days, ...weeks]);
  });

  it('are kept as many where days were left out', () => {
    const all = Array.from({ length: 10 }, (_item, back) => backup(monday - back * 3 * day));
    expect(keptOf(all, monday)).toHaveLength(7);
  });

  it('count once a day: the last of the day', () => {
    const all = [backup(monday), backup(monday - 3_600_000)];
    expect(keptOf(all, monday)).toEqual([monday]);
  });
});

describe('of the others', () => {
  it('those before a change stay thirty days', () => {
    const before = { kind: 'before' as const };
    const all = [backup(monday), backup(monday - 29 * day, before), backup(monday - 31 * day, before)];
    expect(keptOf(all, monday)).toEqual([monday, monday - 29 * day]);
  });

  it('those that were asked for stay', () => {
    const all = [backup(monday), backup(monday - 400 * day, { kind: 'asked' })];
    expect(superfluous(all, monday)).toEqual([]);
  });

  it('one that is not verified takes nobody’s place', () => {
    const all = [backup(monday, { verifiedAt: undefined }), backup(monday - 3_600_000)];
    expect(keptOf(all, monday)).toEqual([monday, monday - 3_600_000]);
  });

  it('the latest verified one stays, however old, and downloads are no concern', () => {
    const kind = fc.constantFrom(...backupKinds);
    const one = fc.record({ kind, at: fc.nat(400), isVerified: fc.boolean(), isDownload: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: item => item.at }), list => {
        const all = list.map(item =>
          backup(monday - item.at * day, {
            kind: item.kind,
            ...(item.isDownload && { where: 'download' }),
            ...(!item.isVerified && { verifiedAt: undefined }),
          }),
        );
        const gone = superfluous(all, monday);
        const [latest] = all
          .filter(item => item.verifiedAt !== undefined && item.where === 'folder')
          .sort((a, b) => b.at - a.at);
        if (latest) expect(gone).not.toContain(latest);
        expect(gone.filter(item => item.where === 'download' || item.kind === 'asked')).toEqual([]);
      }),
    );
  });
});

describe('a folder', () => {
  let db: Database;
  beforeEach(async () => {
    db = await openWorkshop();
  });
  afterEach(() => {
    db.close();
    vi.unstubAllGlobals();
  });
  const made = (at: number) =>
    makeBackup(
      db,
      { kind: 'daily' },
      () => {
        throw new Error('It was to be in the folder.');
      },
      () => at,
    );

  it('gets the file, which is read back from there', async () => {
    const folder = memoryFolder(db);
    const { name, where, verifiedAt } = await made(monday);
    expect([where, verifiedAt]).toEqual(['folder', monday]);
    expect([...folder.files.keys()]).toEqual([name]);
    expect((await openBackup(folder.files.get(name) ?? new Blob())).exportedAt).toBe(monday);
  });

  it('loses files that have had their time, and none that somebody else made or changed', async () => {
    const folder = memoryFolder(db);
    const first = await made(monday);
    const second = await made(monday + 1000);
    folder.files.set('regulars-backup-20200101T000000000Z-daily.json.gz', new Blob(['not ours']));
    expect([...folder.files.keys()]).not.toContain(first.name);
    folder.files.set(second.name, new Blob(['changed by somebody']));
    const third = await made(monday + 2000);
    expect([...folder.files.keys()].sort()).toEqual(
      ['regulars-backup-20200101T000000000Z-daily.json.gz', second.name, third.name].sort(),
    );
    expect((await listBackups(db)).map(item => item.removedAt !== undefined)).toEqual([false, true, true]);
  });

  it('that takes no more says so, and no record claims a backup', async () => {
    const folder = memoryFolder(db);
    folder.isFull = true;
    expect(await failure(made(monday))).toMatch(/could not be written to its folder/);
    expect([await listBackups(db), [...folder.files.keys()]]).toEqual([[], []]);
  });

  it('that is gone says so', async () => {
    memoryFolder(db).isGone = true;
    expect(await failure(made(monday))).toMatch(/the folder gone: choose another under Data/);
    expect(await listBackups(db)).toEqual([]);
  });

  it('that gives back something else than was written is found out', async () => {
    const folder = memoryFolder(db);
    folder.spoils = true;
    expect(await failure(made(monday))).toBe('This file is damaged or not complete. Nothing was changed.');
    expect([await listBackups(db), [...folder.files.keys()]]).toEqual([[], []]);
  });

  it('that may not be written is left alone: the backup is a download', async () => {
    const folder = memoryFolder(db);
    folder.permission = 'prompt';
    const save = vi.fn();
    expect(await makeBackup(db, { kind: 'asked' }, save)).toMatchObject({ where: 'download' });
    expect(save).toHaveBeenCalledOnce();
    expect(folder.files.size).toBe(0);
    await updateBackupPlace(db, { folder: undefined });
  });
});
