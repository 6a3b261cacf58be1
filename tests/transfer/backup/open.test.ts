// @vitest-environment node
// Opening a file: whatever was done to it on the way is noticed before anything here is changed.
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../lib/db/database';
import { inflate } from '../../../lib/transfer/backup/inflate';
import { openBackup } from '../../../lib/transfer/backup/open';
import { Scan } from '../../../lib/transfer/backup/scan';
import { carryOut } from '../../../lib/transfer/work';
import { dump } from '../../db/memory';
import { emptyFile, stranger } from '../installation';
import { bytesOf, failure, fileOf, openWorkshop, passphrase, snapshotOf } from './workshop';

let db: Database;
beforeEach(async () => {
  db = await openWorkshop();
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

const sentence = /^(This|The) [^:{}]+\.$/;

/** A locked file that costs next to nothing to open, so that it can be opened a thousand times. */
async function cheaplyLocked(): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(1);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(await bytesOf(await fileOf(db)));
}

const flipped = (bytes: Uint8Array, at: number, bit: number) => {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return new Blob([copy]);
};

const settled = (rows: string[]) => rows.map(row => row.replace(/"deletedAt":\d+/, ''));

const opened = async (file: Blob) => {
  const { portions, settings, sums } = await openBackup(file, passphrase);
  return { settings, sums, rows: await Promise.all(portions.map(({ text }) => text.text())) };
};

describe('a file', () => {
  it.each([
    ['plain', async () => (await snapshotOf(db)).json],
    ['packed', () => fileOf(db)],
    ['locked', async () => new Blob([new Uint8Array(await cheaplyLocked())])],
  ])('that is %s opens with everything in it', async (_what, make) => {
    const { sums } = await snapshotOf(db);
    const backup = await openBackup(await make(), passphrase);
    expect(backup.sums).toEqual(sums);
    expect(backup.settings?.theme).toBe('auto');
  });

  it('that is locked is not opened by a change of any byte', async () => {
    const bytes = await cheaplyLocked();
    const failures = new Set<string>();
    for (let at = 0; at < bytes.length; at++)
      failures.add(await failure(openBackup(flipped(bytes, at, at % 8), passphrase)));
    for (const text of failures) expect(text).toMatch(sentence);
  }, 60_000);

  it('that is packed gives no other row, whichever byte is changed', async () => {
    const bytes = await bytesOf(await fileOf(db));
    const right = await opened(new Blob([new Uint8Array(bytes)]));
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const outcome = await opened(flipped(bytes, at, at % 8)).catch((error: Error) => error.message);
      if (typeof outcome === 'string') {
        refused++;
        expect(outcome).toMatch(sentence);
      } else expect(outcome).toEqual(right);
    }
    // Gzip names a time and a system in its ten first bytes, which mean nothing for what is in it.
    expect(refused).toBeGreaterThan(bytes.length - 8);
  }, 60_000);

  it('that is plain gives no other row, whichever byte is changed', async () => {
    const bytes = await bytesOf((await snapshotOf(db)).json);
    const right = await opened(new Blob([new Uint8Array(bytes)]));
    for (let at = 0; at < bytes.length; at++) {
      const outcome = await opened(flipped(bytes, at, at % 7)).catch((error: Error) => error.message);
      if (typeof outcome === 'string') expect(outcome).toMatch(sentence);
      // A restore lets people in the trash begin their thirty days anew, whatever stands there.
      else expect(settled(outcome.rows)).toEqual(settled(right.rows));
    }
  }, 60_000);

  it.each(['plain', 'packed', 'locked'])(
    'that is %s and cut off anywhere is not opened',
    async form => {
      const make = {
        plain: async () => bytesOf((await snapshotOf(db)).json),
        packed: async () => bytesOf(await fileOf(db)),
        locked: cheaplyLocked,
      };
      const bytes = await make[form as keyof typeof make]();
      for (let size = 0; size < bytes.length; size += Math.ceil(bytes.length / 200)) {
        const text = await failure(openBackup(new Blob([bytes.slice(0, size)]), passphrase));
        expect(text).toMatch(sentence);
      }
    },
    60_000,
  );

  it('cut off at the borders of locked pieces is not opened', async () => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(1);
    encrypter.setPassphrase(passphrase);
    const noise = fc.sample(fc.string({ minLength: 300_000, maxLength: 300_000 }), { numRuns: 1, seed: 1 });
    const locked = await encrypter.encrypt(JSON.stringify({ ...emptyFile, padding: noise }));
    const piece = 64 * 1024 + 16;
    const start = locked.length % piece;
    for (let at = start; at < locked.length; at += piece)
      expect(await failure(openBackup(new Blob([locked.slice(0, at)]), passphrase))).toMatch(sentence);
  });

  it('with another passphrase, or none, is not opened', async () => {
    const file = new Blob([new Uint8Array(await cheaplyLocked())]);
    expect(await failure(openBackup(file, 'another'))).toBe(
      'The passphrase does not open this file. Nothing was changed.',
    );
    expect(await failure(openBackup(file))).toBe('This backup is locked. Type its passphrase.');
  }, 60_000);

  it('that asks for too much work is refused at once', async () => {
    const text = new TextDecoder('latin1').decode(await cheaplyLocked());
    for (const factor of [21, 30, 63, 99999]) {
      const hostile = Uint8Array.from(text.replace(/ 1\n/, ` ${factor}\n`), sign => sign.charCodeAt(0));
      const start = performance.now();
      expect(await failure(openBackup(new Blob([hostile]), passphrase))).toBe(
        'This file asks for more work to open it than is reasonable. It was not opened.',
      );
      expect(performance.now() - start).toBeLessThan(50);
    }
  });

  it.each([
    [
      'locked for a key',
      `age-encryption.org/v1\n-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n--- x\n`,
      /only passphrases/i,
    ],
    ['locked as text', '-----BEGIN AGE ENCRYPTED FILE-----\n', /--armor/],
    ['of a later format', JSON.stringify({ ...emptyFile, version: 2 }), /newer Regulars/],
    ['of something else', JSON.stringify({ ...emptyFile, format: 'other' }), /not an export/],
    ['not JSON', 'BEGIN:VCARD', /not JSON/],
    ['a list', '[]', /not JSON/],
    ['with damaged settings', JSON.stringify({ ...emptyFile, settings: { theme: 'pink' } }), /settings/],
    ['with names that come twice', '{"format":"regulars","format":"regulars"}', /not JSON/],
    [
      'changed by hand',
      JSON.stringify({ ...emptyFile, sums: { counts: {}, checksum: 'a'.repeat(64) } }),
      /not as it was written/,
    ],
  ])('that is %s is refused with a sentence', async (_what, text, reason) => {
    expect(await failure(openBackup(new Blob([text]), passphrase))).toMatch(reason);
  });

  it('that unpacks to more than any memory holds is refused within a second', async () => {
    const gzip = createGzip({ level: 9 });
    const parts: Buffer[] = [];
    gzip.on('data', (part: Buffer) => parts.push(part));
    gzip.write('{"padding":"');
    const zeros = Buffer.alloc(1024 * 1024, 0x30);
    for (let at = 0; at < 200; at++) gzip.write(zeros);
    gzip.end();
    await new Promise(resolve => gzip.on('end', resolve));
    const bomb = new Blob(parts.map(part => new Uint8Array(part)));
    const start = performance.now();
    let given = 0;
    const unpacked = inflate(bomb.stream()).pipeTo(
      new WritableStream({
        write(chunk) {
          given += chunk.length;
        },
      }),
    );
    expect(await failure(unpacked)).toBe(
      'This file unpacks to far more than a backup holds. It was not read.',
    );
    expect(given).toBeLessThan(64 * 1024 * 1024);
    expect(await failure(openBackup(bomb))).toMatch(sentence);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await failure(openBackup(bomb, undefined, { bytes: 1_500_000, ratio: 10_000 }))).toMatch(
      /unpacks/,
    );
  });

  it('reaches no prototype', async () => {
    const text = JSON.stringify({ ...emptyFile, contacts: [stranger] }).replace(
      '"tags":[]',
      '"tags":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
    );
    const outcome = await carryOut(
      { do: 'restore', file: new Blob([text]), isFileRight: true, withSettings: true },
      () => undefined,
    );
    expect(outcome).toMatchObject({ lists: [{ list: 'contacts', counts: { added: 0, refused: 1 } }] });
    expect({}).not.toHaveProperty('polluted');
  });

  it('that can’t be opened changes nothing', async () => {
    const before = await dump(db);
    const file = flipped(await cheaplyLocked(), 300, 1);
    const outcome = await carryOut(
      { do: 'restore', file, passphrase, isFileRight: true, withSettings: true },
      () => undefined,
    );
    expect(outcome).toEqual({ failed: 'This file is damaged or not complete. Nothing was changed.' });
    expect(await dump(db)).toBe(before);
  });
});

describe('reading piece by piece', () => {
  /** What a scan is told of a text that comes in chunks of some size. */
  function scanned(text: string, size: number) {
    const told: unknown[] = [];
    const scan = new Scan({
      isList: name => name.startsWith('l'),
      row: (list, row) => told.push(['row', list, JSON.parse(row)]),
      value: (name, value) => told.push([name, JSON.parse(value)]),
    });
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += size) scan.feed(bytes.slice(at, at + size));
    scan.finish();
    return told;
  }

  it('gives what the object holds, however it is cut and laid out', () => {
    const name = fc.string({ unit: 'grapheme' });
    const object = fc.dictionary(name, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())));
    fc.assert(
      fc.property(object, fc.nat(9), fc.integer({ min: 1, max: 40 }), (value, indent, size) => {
        const expected = Object.entries(JSON.parse(JSON.stringify(value))).flatMap<unknown>(([key, item]) =>
          key.startsWith('l') && Array.isArray(item) ? item.map(row => ['row', key, row]) : [[key, item]],
        );
        expect(scanned(JSON.stringify(value, null, indent), size)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing for JSON that is none', () => {
    const text = '{"a": 1, "list": [{"b": "]"}, 2], "c": {"d": [3]}}';
    expect(scanned(text, 7)).toHaveLength(4);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom(',', ':', '{', '}', '[', ']', '"', '0', ''),
        (at, sign) => {
          const changed = text.slice(0, at) + sign + text.slice(at + 1);
          const isJson = (() => {
            try {
              return JSON.parse(changed) !== undefined;
            } catch {
              return false;
            }
          })();
          if (isJson) expect(() => scanned(changed, 5)).not.toThrow();
          else expect(() => scanned(changed, 5)).toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps no row that is far too long', () => {
    const scan = new Scan({ isList: () => true, row: () => undefined, value: () => undefined });
    scan.feed(new TextEncoder().encode('{"list":["'));
    const chunk = new Uint8Array(1024 * 1024).fill(0x61);
    expect(() => {
      for (let at = 0; at < 16; at++) scan.feed(chunk);
    }).toThrow('This file has a row that is far too long.');
  });
});
