// @vitest-environment node
// Locked backups are ordinary age files: the real tool opens ours, and we open what it wrote.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../lib/db/database';
import { openBackup } from '../../../lib/transfer/backup/open';
import { bytesOf, fileOf, openWorkshop, passphrase, snapshotOf } from './workshop';

const isThere = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
/** The tool asks for passphrases at a terminal only; `script` gives it one. */
const isHere = isThere('age', '--version') && isThere('script', '--version');
if (!isHere)
  process.stderr.write(
    'The tests with the real age are skipped: it, or `script`, is not installed (apt-get install age).\n',
  );

let db: Database;
let folder: string;
beforeEach(async () => {
  db = await openWorkshop();
  folder = mkdtempSync(join(tmpdir(), 'regulars-age-'));
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

/** Runs age with a passphrase typed as often as it asks. */
function age(options: string, typed: string): number | null {
  const script = `age ${options}`;
  const input = `${typed}\n${typed}\n`;
  return spawnSync('script', ['-qec', script, '/dev/null'], { input, cwd: folder, timeout: 60_000 }).status;
}

describe.skipIf(!isHere)('the age tool', () => {
  it('opens what was locked here, and finds a work factor of 18', async () => {
    const { json, sums } = await snapshotOf(db);
    writeFileSync(at('backup.age'), await bytesOf(await fileOf(db, passphrase)));
    expect(readFileSync(at('backup.age'), 'latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/,
    );
    expect(age('--decrypt --output backup.json.gz backup.age', passphrase)).toBe(0);
    const text = gunzipSync(readFileSync(at('backup.json.gz'))).toString('utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'regulars', sums });
    expect(text.replace(/"exportedAt":\d+/, '')).toBe((await json.text()).replace(/"exportedAt":\d+/, ''));
  }, 60_000);

  it('does not open it with another passphrase', async () => {
    writeFileSync(at('backup.age'), await bytesOf(await fileOf(db, passphrase)));
    expect(age('--decrypt --output backup.json.gz backup.age', `${passphrase}!`)).not.toBe(0);
  }, 60_000);

  it('writes what is opened here', async () => {
    writeFileSync(at('backup.json'), await bytesOf((await snapshotOf(db)).json));
    expect(age('--passphrase --output backup.age backup.json', passphrase)).toBe(0);
    const opened = await openBackup(new Blob([readFileSync(at('backup.age'))]), passphrase);
    expect(opened.sums).toEqual((await snapshotOf(db)).sums);
  }, 60_000);
});

it('locking takes long enough that guessing is dear', async () => {
  const start = performance.now();
  await fileOf(db, passphrase);
  expect(performance.now() - start).toBeGreaterThan(300);
}, 60_000);
