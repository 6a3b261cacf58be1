// @vitest-environment node
// Locking in a worker of its own: it begins at once, and where one side fails the other ends and no file is kept.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listBackups, updateBackupPlace } from '../../../lib/db/backups';
import type { Database } from '../../../lib/db/database';
import { makeBackup } from '../../../lib/transfer/backup/make';
import { pack, unpack } from '../../../lib/transfer/backup/pack';
import { memoryFolder } from './memory-folder';
import { giveWorkers, running } from './near-worker';
import { failure, openWorkshop, passphrase } from './workshop';

beforeEach(() => giveWorkers());
afterEach(() => {
  expect(running.size).toBe(0);
  vi.unstubAllGlobals();
});

const couldNot = /^The backup could not be locked\./;
/** Fails as a computer without memory does. */
const fails = () => giveWorkers(inside => inside.on('message', () => inside.postMessage({ failed: true })));
const turn = () => new Promise(resolve => setTimeout(resolve));

describe('what is packed', () => {
  it('comes back from many pieces in their order', async () => {
    const texts = Array.from({ length: 40 }, () =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(40_000))).toString('base64'),
    );
    const { file, result } = await pack(async write => {
      for (const text of texts) write(text);
      return 'all';
    }, passphrase);
    expect([await new Response(await unpack(file, passphrase)).text(), result]).toEqual([
      texts.join(''),
      'all',
    ]);
  }, 60_000);

  it('is locked by a worker that has the passphrase before anything is written', async () => {
    const asked: unknown[] = [];
    giveWorkers(inside => inside.on('message', wish => asked.push(wish)));
    const stopped = pack(async () => {
      await vi.waitFor(() => expect(asked).toEqual([{ passphrase }]));
      throw new Error('That is all.');
    }, passphrase);
    expect(await failure(stopped)).toBe('That is all.');
  });

  it('needs no worker where it is not locked', async () => {
    const { file } = await pack(async write => {
      expect(running.size).toBe(0);
      write('plain');
    });
    expect(await new Response(await unpack(file)).text()).toBe('plain');
  });
});

describe('where locking fails', () => {
  it('nothing more is written', async () => {
    fails();
    let written = 0;
    const packing = pack(async write => {
      for (; written < 1000; written++) {
        write('{}');
        await turn();
      }
    }, passphrase);
    expect(await failure(packing)).toMatch(couldNot);
    expect(written).toBeLessThan(1000);
  });

  it('since the worker could not be started, that is said', async () => {
    vi.stubGlobal('Worker', function start() {
      const worker = { onerror: () => undefined, postMessage: () => undefined, terminate: () => undefined };
      queueMicrotask(() => worker.onerror());
      return worker;
    });
    expect(await failure(pack(async write => write('{}'), passphrase))).toMatch(couldNot);
  });
});

describe('a backup that can’t be made', () => {
  let db: Database;
  beforeEach(async () => {
    db = await openWorkshop();
  });
  afterEach(() => db.close());
  const asked = () =>
    makeBackup(db, { kind: 'asked' }, () => {
      throw new Error('There should be no file.');
    });

  it('since its locking failed leaves neither file nor record', async () => {
    await updateBackupPlace(db, { passphrase });
    fails();
    expect(await failure(asked())).toMatch(couldNot);
    expect(await listBackups(db)).toEqual([]);
  });

  it.each([undefined, passphrase])('since its rows can’t be read leaves neither (%s)', async phrase => {
    const folder = memoryFolder(db, phrase);
    db.events.hook('reading', () => {
      throw new Error('This row can’t be read.');
    });
    expect(await failure(asked())).toMatch(/can’t be read/);
    expect([folder.files.size, await listBackups(db)]).toEqual([0, []]);
  });
});
