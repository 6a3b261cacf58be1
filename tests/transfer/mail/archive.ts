// Files with mails, made for tests.
import type { MailFile } from '../../../lib/transfer/mail/mail-file';
import type { Own } from '../../../lib/transfer/mail/own-addresses';
import { type MailCounts, type MailOptions, readMail } from '../../../lib/transfer/mail/read-mail';
import type { MailRecord, ReadMail } from '../../../lib/transfer/mail/record';

export const nobody: Own = { addresses: [], sharedMailboxes: [] };
/** The user of these tests. */
export const clara: Own = { addresses: ['clara@norte.example'], sharedMailboxes: ['support@norte.example'] };

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A file of the given content, in pieces of `size` bytes. */
export function fileOf(name: string, content: string | Uint8Array, size = 65_536, path?: string): MailFile {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return {
    name,
    size: bytes.length,
    ...(path && { webkitRelativePath: path }),
    stream: () => {
      let at = 0;
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.slice(at, at + size));
          at += size;
        },
      });
    },
  };
}

/** Everything that is read of files, and the counts. */
export async function readAll(
  files: MailFile | MailFile[],
  options: Partial<MailOptions> = {},
): Promise<{ read: ReadMail[]; counts: MailCounts }> {
  const read: ReadMail[] = [];
  const mails = readMail(files, { own: nobody, ...options });
  for (;;) {
    const next = await mails.next();
    if (next.done) return { read, counts: next.value };
    read.push(next.value);
  }
}

/** The mails of files; fails where one is refused. */
export async function mailsIn(
  files: MailFile | MailFile[],
  options: Partial<MailOptions> = {},
): Promise<MailRecord[]> {
  const { read } = await readAll(files, options);
  return read.map(item => {
    if ('refused' in item) throw new Error(`Mail ${item.place}: ${item.refused}`);
    return item.mail;
  });
}

/** One mail from its text. */
export async function mailOf(
  text: string | Uint8Array,
  options: Partial<MailOptions> = {},
): Promise<MailRecord> {
  const [mail] = await mailsIn(fileOf('one.eml', text), options);
  if (!mail) throw new Error('There is no mail.');
  return mail;
}

/** A mail with these fields before the usual ones. */
export const mailText = (fields: string[], body = 'Hello.\n'): string =>
  `${[...fields, 'From: Ana Prado <ana@sur.example>', 'To: clara@norte.example', 'Date: Mon, 2 Nov 2026 10:00:00 +0100', 'Subject: Grinder'].join('\n')}\n\n${body}`;
