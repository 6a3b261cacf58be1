// Mails made to do harm: what is held of them is bounded, what is refused says why, and the mails around them are read.
import { describe, expect, it } from 'vitest';
import type { MailFile } from '../../../lib/transfer/mail/mail-file';
import { bytesOf, fileOf, mailsIn, mailText, readAll } from './archive';

const MB = 1024 * 1024;
const separator = 'From ana@sur.example Mon Nov  2 09:00:00 2026\n';
const before = bytesOf(separator + mailText(['Subject: before']));
const after = bytesOf(`\n\n${separator}${mailText(['Subject: after'])}`);

/** An mbox of a usual mail, `start`, `megabytes` of `fill`, and a usual mail; none of it is held by the file itself. */
function large(start: string, fill: number, megabytes: number, end = ''): MailFile {
  const piece = new Uint8Array(MB).fill(fill);
  const pieces = [before, bytesOf(`\n${separator}${start}`)];
  let at = 0;
  return {
    name: 'All.mbox',
    size: megabytes * MB,
    stream: () =>
      new ReadableStream<Uint8Array>(
        {
          pull: controller => {
            const place = at++;
            const next = place < 2 ? pieces[place] : place < 2 + megabytes ? piece : undefined;
            if (next) return controller.enqueue(next);
            controller.enqueue(Uint8Array.from([...bytesOf(end), ...after]));
            controller.close();
          },
        },
        { highWaterMark: 0 },
      ),
  };
}

/** The most memory in buffers and on the heap while `run` runs, beside what there was before. */
async function memoryOf(run: (look: () => void) => Promise<void>): Promise<number> {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const start = used();
  let most = 0;
  await run(() => {
    most = Math.max(most, used() - start);
  });
  return most;
}

describe('a mail with one line of 500 MB', { timeout: 60_000 }, () => {
  it.each([
    ['in its text', `${mailText(['Subject: long'], '')}`, 120],
    ['of NULs in its text', `${mailText(['Subject: long'], '')}`, 0],
    ['that begins like a separator', `${mailText(['Subject: long'], '')}From `, 120],
    ['that is quoted', `${mailText(['Subject: long'], '')}>`, 62],
  ])('%s is read in bounded memory', async (_where, start, fill) => {
    const subjects: string[] = [];
    const most = await memoryOf(async look => {
      const { read } = await readAll(large(start, fill, 500), { tell: look });
      for (const item of read) subjects.push('mail' in item ? item.mail.subject : item.refused);
    });
    expect(subjects).toEqual(['before', 'long', 'after']);
    expect(most).toBeLessThan(200 * MB);
  });

  it('in its header is refused, and the mail after it is read', async () => {
    const { read } = await readAll(large('Subject: ', 120, 500));
    expect(read).toMatchObject([
      { mail: { subject: 'before' } },
      { place: 2, refused: 'Its header is longer than 256 KB or has no end.' },
      { mail: { place: 3, subject: 'after' } },
    ]);
  });
});

/** Parts within parts. */
function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, at) => {
    const type = `Content-Type: multipart/mixed; boundary=b${at + 1}\n\n`;
    return `--b${at}\n${type}`;
  }).join('');
  return `${open}--b${depth}\nContent-Type: text/plain\n\nDeep\n`;
}

describe('a mail', () => {
  const parts = 'Content-Type: multipart/mixed; boundary=b0';

  it('with parts within parts is read to a depth, and says where its text was left out', async () => {
    const { read } = await readAll(fileOf('a.eml', mailText([parts], nested(10))));
    expect(read).toMatchObject([{ mail: { excerpt: 'Deep' }, remarks: [] }]);
    const deep = await readAll(fileOf('a.eml', mailText([parts], nested(2000))));
    expect(deep.read).toMatchObject([
      { mail: { subject: 'Grinder' }, remarks: [expect.stringContaining('more than 20 deep')] },
    ]);
  });

  it('with mails within mails is one mail', async () => {
    const inner = (depth: number): string =>
      depth === 0 ? 'Inmost' : `Content-Type: message/rfc822\n\nSubject: inner\n${inner(depth - 1)}`;
    const read = await mailsIn(fileOf('a.eml', mailText([parts], `--b0\n${inner(3000)}\n--b0--\n`)));
    expect(read).toMatchObject([{ subject: 'Grinder' }]);
    expect(read[0]?.excerpt).toBeUndefined();
  });

  it.each([
    ['a hundred thousand recipients', [`Cc: ${'x@y.example,'.repeat(15_000)}`]],
    ['brackets that never close', [`Cc: ${'('.repeat(200_000)}`]],
    ['quotes that never close', [`Cc: ${'"\\'.repeat(100_000)}`]],
    ['encoded words in a row', [`Subject: ${'=?utf-8?B?QUJD?= '.repeat(14_000)}`]],
    ['encoded words that never close', [`Subject: ${'=?utf-8?Q?'.repeat(25_000)}`]],
    ['ids that never end', [`References: ${'<a@b> '.repeat(40_000)}`]],
    ['labels that never end', [`X-Gmail-Labels: ${'"a,'.repeat(80_000)}`]],
    ['lines that fold without end', [`Cc: a@b.example${'\n '.repeat(100_000)}`]],
    ['fields without end', Array.from({ length: 30_000 }, (_, at) => `X${at}: y`)],
  ])('with %s takes no time', async (_what, fields) => {
    const before = process.cpuUsage();
    const { read } = await readAll(fileOf('a.eml', mailText(fields)));
    expect(read).toHaveLength(1);
    // Of the processor, which other programs may have busy.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });

  it('with NULs in its fields shows none of them', async () => {
    const [mail] = await mailsIn(
      fileOf('a.eml', 'From: A\0na <ana@sur.example>\nTo: b@\0c.example\nSubject: a\0b\n\nx\0y\n'),
    );
    expect(mail).toMatchObject({ from: { address: 'ana@sur.example' }, to: [], subject: 'a b' });
    expect(JSON.stringify(mail)).not.toContain('\\u0000');
  });

  it('of random bytes is refused or read, and never ends the import', async () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256);
    const { read } = await readAll([fileOf('a.mbox', noise), fileOf('b.eml', mailText([]))]);
    expect(read.at(-1)).toMatchObject({ mail: { subject: 'Grinder' } });
    expect(read[0]).toEqual({ place: 1, refused: expect.any(String) });
  });
});
