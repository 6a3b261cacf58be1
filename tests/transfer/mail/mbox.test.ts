// Archives as files: where one mail ends and the next begins, whatever the mails say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawMail } from '../../../lib/transfer/mail/kept-mail';
import { looksLikeMail } from '../../../lib/transfer/mail/mail-file';
import { Splitter } from '../../../lib/transfer/mail/splitter';
import { bytesOf, fileOf, mailsIn, mailText, readAll } from './archive';

const separator = 'From ana@sur.example Mon Nov  2 09:00:00 2026';
const three = ['one', 'two', 'three'].map(subject => mailText([`Subject: ${subject}`]));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const subjects = async (content: string, size?: number) =>
  (await mailsIn(fileOf('Inbox.mbox', content, size))).map(({ subject }) => subject);

/** The mails of an mbox as they were put in, in pieces of `size` bytes. */
function split(content: string, size: number): { header: string; body: string }[] {
  const splitter = new Splitter(true);
  const found: RawMail[] = [];
  const bytes = bytesOf(content);
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(bytes.subarray(at, at + size)));
  found.push(...splitter.end());
  return found.map(({ header, body }) => ({ header: text(header), body: text(body) }));
}

/** Writes mails as mboxrd: a line `From `, however deeply quoted, is quoted once more; a blank line after each mail. */
const writeMboxrd = (mails: { header: string; body: string }[]) =>
  mails
    .map(({ header, body }) => `${separator}\n${`${header}\n${body}`.replace(/^(>*From )/gm, '>$1')}\n`)
    .join('');

describe('an mbox', () => {
  it('is read mail by mail, in pieces of any size', async () => {
    const content = three.map(mail => `${separator}\n${mail}\n`).join('');
    for (const size of [1, 7, 100, 65_536])
      expect(await subjects(content, size)).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['a Gmail archive', 'From 1773664405479613283@xxx Tue Aug 08 12:36:29 +0000 2023'],
    ['Thunderbird', 'From - Mon Nov 02 09:00:00 2026'],
    ['a bounce', 'From MAILER-DAEMON Mon Nov  2 09:00:00 2026'],
    ['a zone before the year', 'From ana@sur.example Mon Nov  2 09:00:00 EST 2026'],
    ['a zone after it', 'From ana@sur.example  Mon Nov 2 09:00:00 2026 +0100'],
    ['no seconds', 'From ana@sur.example Mon Nov  2 09:00 2026'],
    ['the date of a mail', 'From ana@sur.example Mon, 2 Nov 2026 09:00:00 +0100'],
    ['a quoted local part', 'From "ana prado"@sur.example Mon Nov  2 09:00:00 2026'],
  ])('has separators as of %s', async (_of, line) => {
    expect(await subjects(three.map(mail => `${line}\n${mail}\n`).join(''))).toHaveLength(3);
  });

  it.each([
    'From what I hear, Mon was a bad day.',
    'From the desk of Ana',
    'From Monday Nov 2 on we are closed until 2027.',
    'From ana@sur.example',
    'From ana@sur.example yesterday at 09:00',
    'From ana@sur.example Mon Nov 32 09:00:00 2026',
    'From ana@sur.example Mon Nov  2 09:00:00 2026',
    'From  Mon Nov  2 09:00:00 2026',
  ])('is not cut at a line of a mail: %s', async line => {
    const body = `Hello,\n\n${line}\nand so on.\n`;
    const content = `${separator}\n${mailText([], body)}\n${separator}\n${mailText([])}`;
    const { counts } = await readAll(fileOf('Inbox.mbox', content));
    expect(counts).toMatchObject({ mails: 2, refused: 0, falseSeparators: 1 });
  });

  it('may end its lines with CR LF, with CR, and lack the last line end and the blank lines between', async () => {
    const tight = three.map(mail => `${separator}\n${mail}`).join('');
    for (const end of ['\n', '\r\n', '\r'])
      expect(await subjects(tight.trimEnd().replaceAll('\n', end))).toEqual(['one', 'two', 'three']);
  });

  it('may begin with a byte order mark or blank lines', async () => {
    expect(await subjects(`\uFEFF${separator}\n${three[0]}`)).toEqual(['one']);
    expect(await subjects(`\n\n${separator}\n${three[0]}`)).toEqual(['one']);
  });

  it('that was cut off in a header gives what is there', async () => {
    const half = `${separator}\n${three[0]}\n${separator}\nFrom: Eva <eva@sur.example>\nSubject: Half a su`;
    expect(await subjects(half)).toEqual(['one', 'Half a su']);
    const { read } = await readAll(fileOf('Inbox.mbox', `${separator}\n${three[0]}\n${separator}\n`));
    expect(read[1]).toEqual({ place: 2, refused: 'This is no mail: it has no header.' });
  });

  it('gives back what was written into it', () => {
    const word = fc.constantFrom(
      'From ',
      '>From ',
      '>>From ',
      '>',
      'Hello',
      ' ',
      '\n',
      '\n\n',
      `${separator}\n`,
      'ä',
    );
    const body = fc.array(word, { maxLength: 30 }).map(words => `${words.join('')}\n`);
    const header = fc
      .array(fc.constantFrom('Subject: From here', 'To: a@b.example', 'X-Odd: >From'), {
        minLength: 1,
        maxLength: 4,
      })
      .map(lines => `${lines.join('\n')}\n`);
    const mails = fc.array(fc.record({ header, body }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(mails, fc.integer({ min: 1, max: 3000 }), (written, size) => {
        expect(split(writeMboxrd(written), size)).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });
});

describe('other files', () => {
  it('are one mail each, with lines like separators in them', async () => {
    const forward = mailText([], `Look:\n\n${separator}\n${three[1]}`);
    const files = [
      fileOf('a.eml', forward),
      fileOf('b.eml', three[2]!),
      fileOf('1700.M1P1.host:2,S', three[0]!),
    ];
    expect((await mailsIn(files)).map(({ place, subject }) => [place, subject])).toEqual([
      [1, 'Grinder'],
      [2, 'three'],
      [3, 'one'],
    ]);
  });

  it('may have kept the line of the mbox they came from', async () => {
    expect(await mailsIn(fileOf('a.eml', `From ana@sur.example\n${three[0]}`))).toHaveLength(1);
  });

  it('of Apple Mail have a number before the mail and a list behind it', async () => {
    const content = `${bytesOf(three[0]!).length}\n${three[0]}<?xml version="1.0"?>\n<plist></plist>\n`;
    expect(await mailsIn(fileOf('12.emlx', content))).toMatchObject([{ subject: 'one' }]);
  });

  it.each([
    ['takeout.zip', [0x50, 0x4b, 3, 4], 'ZIP'],
    ['takeout.tgz', [0x1f, 0x8b, 8], 'compressed'],
    ['mail.pst', [0x21, 0x42, 0x44, 0x4e], 'PST'],
    ['mail.msg', [0xd0, 0xcf, 0x11, 0xe0], 'MSG'],
    ['mail.eml', [0xff, 0xfe, 0x46, 0], 'UTF-16'],
    ['mail.eml', [], 'empty'],
  ])('%s is refused where it is none, and the next is read', async (name, start, reason) => {
    const { read, counts } = await readAll([fileOf(name, new Uint8Array(start)), fileOf('b.eml', three[0]!)]);
    expect(read[0]).toEqual({ place: 1, refused: expect.stringContaining(reason) });
    expect(counts).toMatchObject({ mails: 1, refused: 1 });
  });
});

describe('a file that may be mail', () => {
  const looks = (name: string, content: string) => looksLikeMail(name, bytesOf(content).slice(0, 4096));

  it.each([
    ['All mail Including Spam and Trash.mbox', `${separator}\n${three[0]}`],
    ['Inbox', `${separator}\n${three[0]}`],
    ['a.eml', three[0]!],
    ['1700.M1P1.host:2,S', 'Return-Path: <a@b.example>\r\nReceived: from x\r\n\tby y; Mon\r\n'],
    ['message.txt', `\uFEFF${three[0]}`],
  ])('is mail: %s', (name, content) => expect(looks(name, content)).toBe(true));

  it.each([
    ['people.csv', 'Name,Email\nAna,ana@sur.example\n'],
    ['people.csv', 'From,To,Subject\nana@sur.example,clara@norte.example,Hello\n'],
    ['people.csv', 'Name;Date: of birth\nAna;1990\n'],
    ['people.vcf', 'BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nEND:VCARD\n'],
    ['notes.txt', 'From what I hear, Mon was a bad day.\nTo: do\n'],
    ['tags.json', '{"From: x": 1}'],
  ])('is none: %s', (name, content) => expect(looks(name, content)).toBe(false));
});

describe('the folder of a mail', () => {
  const folder = async (name: string, path?: string, content = three[0]!) =>
    (await mailsIn(fileOf(name, content, 65_536, path)))[0]?.folders;
  const one = `${separator}\n${three[0]}`;

  it('is the mbox, the Maildir, or the folder of the file', async () => {
    expect(await folder('Sent.mbox', undefined, one)).toEqual(['Sent']);
    expect(await folder('Archive', 'Mail/Local Folders/Archive', one)).toEqual(['Archive']);
    expect(await folder('mbox', 'Export/Customers.mbox/mbox', one)).toEqual(['Customers']);
    expect(await folder('1700.M1:2,S', 'Maildir/.Sent/cur/1700.M1:2,S')).toEqual(['Sent']);
    expect(await folder('a.eml', 'Saved/Ana/a.eml')).toEqual(['Ana']);
    expect(await folder('a.eml')).toEqual([]);
  });

  it('is each label in an archive of Google, also encoded ones and those with commas', async () => {
    const labels = (line: string) =>
      folder('All.mbox', undefined, `${separator}\n${mailText([`X-Gmail-Labels: ${line}`])}`);
    expect(await labels('Inbox,Opened,"Travel, 2026",Category Updates')).toEqual([
      'Inbox',
      'Opened',
      'Travel, 2026',
      'Category Updates',
    ]);
    expect(await labels('=?UTF-8?Q?Enviados,Caf=C3=A9s?=\n =?UTF-8?Q?,Importante?=')).toEqual([
      'Enviados',
      'Cafés',
      'Importante',
    ]);
  });
});

describe('which mails are read', () => {
  const archive = () =>
    fileOf(
      'All.mbox',
      [
        mailText(['Subject: old', 'Date: Mon, 2 Nov 2020 10:00:00 +0100', 'X-Gmail-Labels: Inbox']),
        mailText(['Subject: spam', 'X-Gmail-Labels: Spam']),
        mailText(['Subject: new', 'X-Gmail-Labels: Inbox,Work']),
      ]
        .map(mail => `${separator}\n${mail}\n`)
        .join(''),
    );

  it('is chosen by folder and by time; places stay those of the file', async () => {
    const chosen = { folders: new Set(['Inbox']), since: Date.UTC(2026, 0, 1) };
    const { read, counts } = await readAll(archive(), chosen);
    expect(read).toMatchObject([{ mail: { place: 3, subject: 'new' } }]);
    expect(counts).toMatchObject({ mails: 1, leftOut: 2 });
  });

  it('can be decided mail by mail', async () => {
    const mails = await mailsIn(archive(), { isWanted: ({ subject }) => subject === 'spam' });
    expect(mails.map(({ place }) => place)).toEqual([2]);
  });

  it('ends when it is stopped, with the file closed', async () => {
    const stop = new AbortController();
    let isClosed = false;
    const endless = {
      ...archive(),
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: controller => controller.enqueue(bytesOf(`${separator}\n${three[0]}\n`)),
          cancel: () => {
            isClosed = true;
          },
        }),
    };
    let count = 0;
    const reading = readAll(endless, {
      signal: stop.signal,
      isWanted: () => {
        if (++count === 1000) stop.abort(new Error('stopped'));
        return false;
      },
    });
    await expect(reading).rejects.toThrow('stopped');
    expect([count, isClosed]).toEqual([1000, true]);
  });
});
