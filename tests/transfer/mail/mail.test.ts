// What is taken of one mail: time, words, first text, what it answers, and whether anybody wrote it.
import { describe, expect, it } from 'vitest';
import { readMailDate } from '../../../lib/transfer/mail/mail-date';
import { bytesOf, clara, fileOf, mailOf, mailText, readAll } from './archive';

const latin = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0));

describe('the date of a mail', () => {
  const nov = Date.UTC(2026, 10, 2, 9, 0, 0);
  it.each([
    ['Mon, 2 Nov 2026 10:00:00 +0100', nov],
    ['2 Nov 2026 04:00 -0500', nov],
    ['Mon, 02 Nov 26 09:00:00 GMT', nov],
    ['Mon,\t2 Nov 2026 04:00:00 EST (Eastern (US))', nov],
    ['Monday, 2 November 2026 09:00:00 UT', nov],
    ['Mon Nov  2 09:00:00 2026', nov],
    ['21 Nov 97 09:55:06 GMT', Date.UTC(1997, 10, 21, 9, 55, 6)],
    ['Tue, 04 Dec 2001 17:11:25 -0459', Date.UTC(2001, 11, 4, 22, 10, 25)],
  ])('%s', (text, at) => expect(readMailDate(text)).toBe(at));

  it.each([
    '',
    'yesterday',
    'Mon, 2 Nov 2026',
    'Mon, 31 Nov 2026 10:00:00 +0100',
    'Mon, 2 Nov 2026 25:00:00 +0100',
    'Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)',
    '02.11.2026 10:00',
  ])('is not read from “%s”', text => expect(readMailDate(text)).toBeUndefined());

  it('is that of its line in the mbox where the mail says none, and that is remarked', async () => {
    const file = fileOf(
      'a.mbox',
      'From a@b.example Mon Nov  2 09:00:00 2026\nFrom: Ana <ana@sur.example>\n\nHello\n',
    );
    const { read } = await readAll(file);
    expect(read).toMatchObject([
      { mail: { at: nov }, remarks: ['Its date is the one of the line before it.'] },
    ]);
    const without = await readAll(fileOf('a.eml', 'From: Ana <ana@sur.example>\n\nHello\n'));
    expect(without.read).toMatchObject([{ remarks: [expect.stringContaining('no date')] }]);
  });
});

describe('the subject', () => {
  const subject = async (line: string | Uint8Array) =>
    (await mailOf(typeof line === 'string' ? mailText([`Subject: ${line}`]) : line)).subject;

  it.each([
    ['Grinder,\n still\n\tbroken', 'Grinder, still broken'],
    ['=?UTF-8?B?TW9saW5pbGxv?= =?UTF-8?Q?_roto?= ya', 'Molinillo roto ya'],
    // One letter cut through by two words.
    ['=?UTF-8?B?w6Q=?= =?UTF-8?Q?=C3?= =?UTF-8?Q?=A9?=', 'äé'],
    ['=?windows-1251?Q?=EA=EE=F4=E5?=', 'кофе'],
    ['=?Shift_JIS?B?g1KBW4NxgVs=?=', 'コーヒー'],
    ['=?gb18030?B?v6e3yA==?=', '咖啡'],
    ['=?KOI8-R?Q?=CB=CF=C6=C5?=', 'кофе'],
    ['=?x-unheard-of?Q?Caf?= 5', 'Caf 5'],
    ['Café señor', 'Café señor'],
    ['a\0b\u0007c', 'a b c'],
    ['=?UTF-8?Q?two=0D=0ABcc:_eve=40evil.example?=', 'two Bcc: eve@evil.example'],
  ])('%s', async (line, plain) => expect(await subject(line)).toEqual(plain));

  it('in no charset at all is read as Windows-1252, and other lines are still UTF-8', async () => {
    const mail = await mailOf(
      Uint8Array.from([
        ...bytesOf('To: José <jose@sur.example>\nFrom: ana@sur.example\n'),
        ...latin('Subject: Caf\xe9\n\n'),
      ]),
    );
    expect([mail.subject, mail.to[0]?.name]).toEqual(['Café', 'José']);
  });
});

describe('the excerpt', () => {
  const excerpt = async (fields: string[], body: string | Uint8Array) => {
    const head = bytesOf(mailText(fields, ''));
    return (await mailOf(Uint8Array.from([...head, ...(typeof body === 'string' ? bytesOf(body) : body)])))
      .excerpt;
  };
  const parts = (type: string, ...list: string[]) => ({
    fields: [`Content-Type: multipart/${type}; boundary=b`],
    body: `${list.map(part => `--b\n${part}\n`).join('')}--b--\n`,
  });

  it('is the beginning of what was written, without what is quoted', async () => {
    expect(await excerpt([], '> When?\n\nOn Friday.\n\nAna\n')).toBe('On Friday. Ana');
    expect((await excerpt([], 'word '.repeat(20_000)))?.length).toBeLessThanOrEqual(200);
    expect(await excerpt([], '')).toBeUndefined();
  });

  it('is read from quoted-printable, base64 and charsets', async () => {
    expect(
      await excerpt(
        ['Content-Transfer-Encoding: quoted-printable', 'Content-Type: text/plain; charset=utf-8'],
        'Caf=C3=A9 = =\nsolo',
      ),
    ).toBe('Café = solo');
    expect(
      await excerpt(
        ['Content-Transfer-Encoding: base64', 'Content-Type: text/plain; charset="windows-1251"'],
        '6u7\n05Q==',
      ),
    ).toBe('кофе');
    expect(await excerpt(['Content-Type: text/plain; charset=iso-8859-1'], latin('Caf\xe9'))).toBe('Café');
    expect(await excerpt(['Content-Type: text/plain; charset=utf-8'], latin('Caf\xe9'))).toBe('Caf\uFFFD');
  });

  it('is the text beside HTML, or the HTML’s words', async () => {
    const both = parts(
      'alternative',
      'Content-Type: text/plain\n\nPlain',
      'Content-Type: text/html\n\n<p>HTML</p>',
    );
    expect(await excerpt(both.fields, both.body)).toBe('Plain');
    const html =
      '<html><head><title>T</title><style>p{color:red}</style></head><body><p>Buenos d&iacute;as,</p><script>x()</script><p>Clara &lt;3</p></body></html>';
    expect(await excerpt(['Content-Type: text/html'], html)).toBe('Buenos días, Clara <3');
  });

  it('is found behind long styles', async () => {
    const html = `<html><head><style>${'p{color:red}\n'.repeat(2000)}</style></head><body>Hola</body></html>`;
    expect(await excerpt(['Content-Type: text/html'], html)).toBe('Hola');
    const endless = `<style>${'p{color:red}\n'.repeat(20_000)}`;
    expect(await excerpt(['Content-Type: text/html'], endless)).toBeUndefined();
  });

  it('has nothing of a tag that goes on beyond what is read', async () => {
    const picture = `<p>Hola</p><img alt="x" src="data:image/png;base64,${'QUJD'.repeat(100_000)}"><p>Ana</p>`;
    expect(await excerpt(['Content-Type: text/html'], picture)).toBe('Hola');
  });

  it('never comes from attachments and forwarded mails', async () => {
    const mixed = parts(
      'mixed',
      'Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nSecret',
      'Content-Type: message/rfc822\n\nSubject: other\n\nForwarded',
      'Content-Type: text/plain\n\nSee above.',
    );
    expect(await excerpt(mixed.fields, mixed.body)).toBe('See above.');
    expect(await excerpt(['Content-Type: application/pdf'], 'JVBERi0x')).toBeUndefined();
  });
});

describe('a thread', () => {
  it('is that of Gmail, else the first mail that is referred to, else the mail itself', async () => {
    const ids = [
      'Message-ID: <c@x.example>',
      'In-Reply-To: <b@x.example>',
      'References: <a@x.example> <b@x.example>',
    ];
    expect(await mailOf(mailText(['X-GM-THRID: 1773664405479613283', ...ids]))).toMatchObject({
      thread: '189d5261275de363',
      gmailThread: '189d5261275de363',
      id: 'c@x.example',
    });
    expect((await mailOf(mailText(ids))).thread).toBe('a@x.example');
    expect((await mailOf(mailText(ids.slice(0, 2)))).thread).toBe('b@x.example');
    expect((await mailOf(mailText(ids.slice(0, 1)))).thread).toBe('c@x.example');
  });
});

describe('bulk mail', () => {
  const bulk = async (fields: string[]) => (await mailOf(mailText(fields), { own: clara })).bulk;
  it.each([
    ['newsletter', ['List-Unsubscribe: <https://news.example/u>']],
    ['newsletter', ['Precedence: bulk']],
    ['newsletter', ['List-Id: News <news.sur.example>', 'List-Unsubscribe: <https://news.example/u>']],
    ['list', ['List-Id: Roasters <roasters.example>', 'List-Post: <mailto:roasters@sur.example>']],
    ['list', ['Precedence: list']],
    ['robot', ['Auto-Submitted: auto-replied (vacation)']],
    ['robot', ['Return-Path: <>']],
    ['robot', ['From: Shop <no-reply@shop.example>']],
    ['robot', ['Content-Type: multipart/report; boundary=x']],
    [undefined, ['Auto-Submitted: no']],
    [undefined, ['From: Norbert <noreplystad@sur.example>']],
    [
      undefined,
      ['List-Id: Support <support.norte.example>', 'Precedence: list', 'To: support@norte.example'],
    ],
    [undefined, ['From: clara@norte.example', 'Precedence: bulk']],
    [undefined, []],
  ])('%s: %j', async (kind, fields) => expect(await bulk(fields)).toBe(kind));
});
