// @vitest-environment node
// Sums over rows: whatever is changed changes them, and those of earlier backups still hold.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBackup } from '../../../lib/transfer/backup/open';
import { startSumming } from '../../../lib/transfer/backup/sums';
import { failure } from './workshop';

describe('a backup of before checksums were made by pieces', () => {
  /** Written by the code of that time. */
  const text = readFileSync(join(import.meta.dirname, 'samples/sum-of-the-whole.json'), 'utf8');

  it('opens with everything in it', async () => {
    const { sums, portions } = await openBackup(new Blob([text]));
    expect(sums.counts).toMatchObject({ contacts: 3, identities: 1, events: 1, replies: 1 });
    expect(portions.reduce((sum, { count }) => sum + count, 0)).toBe(9);
  });

  it.each<[string, (file: { followUps: { text: string }[]; sums: { checksum: string } }) => void]>([
    ['a changed row', file => Object.assign(file.followUps[0] ?? {}, { text: 'Ask nobody' })],
    ['a row less', file => file.followUps.pop()],
    ['another checksum', file => Object.assign(file.sums, { checksum: 'f'.repeat(64) })],
  ])('is not opened with %s', async (_what, change) => {
    const file = JSON.parse(text);
    change(file);
    const opening = openBackup(new Blob([JSON.stringify(file)]));
    expect(await failure(opening)).toMatch(/not as it was written/);
  });
});

describe('a checksum', () => {
  /** Rows of which each is more than half of a piece. */
  const rows = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, text: id.repeat(600_000) }));
  const checksumOf = async (given: object[]) => {
    const summing = startSumming();
    for (const row of given) summing.add('events', row);
    return (await summing.sums()).checksum;
  };

  it('is the SHA-256 of those of pieces, each of which ends with the row that makes it a mebi', async () => {
    const sha = (data: string | Buffer) => createHash('sha256').update(data).digest();
    const lines = rows.map(row => `events ${JSON.stringify(row)}\n`);
    const pieces = [lines.slice(0, 2), lines.slice(2, 4), lines.slice(4)].map(piece => sha(piece.join('')));
    expect(await checksumOf(rows)).toBe(`pieces:${sha(Buffer.concat(pieces)).toString('hex')}`);
  });

  it('is another for every row that is changed, missing, or elsewhere', async () => {
    const others = rows.flatMap((row, at) => [
      rows.with(at, { ...row, text: `${row.text.slice(0, -1)}x` }),
      rows.toSpliced(at, 1),
      rows.toSpliced(at, 1).toSpliced((at + 2) % rows.length, 0, row),
    ]);
    const all = await Promise.all([rows, ...others].map(checksumOf));
    expect(new Set(all).size).toBe(1 + others.length);
  });

  it('of nothing is one', async () => {
    expect(await checksumOf([])).toMatch(/^pieces:[0-9a-f]{64}$/);
  });
});
