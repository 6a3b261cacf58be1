// How fast a mail archive of 1 GB is read and how much memory that takes, beside the parser library alone. Without a browser.
import PostalMime from 'postal-mime';
import type { MailFile } from '../../lib/transfer/mail/mail-file';
import { ownKeys } from '../../lib/transfer/mail/own-addresses';
import { PeopleTally } from '../../lib/transfer/mail/people-tally';
import { readHeaders, readMail } from '../../lib/transfer/mail/read-mail';

const MB = 1024 * 1024;
const blockMails = 400;
const own = { addresses: ['clara@norte.example'], sharedMailboxes: [] };
const separator = 'From ana@sur.example Mon Nov  2 09:00:00 2026\n';
const words = 'Thank you for the order, it arrived in good shape this morning. '.repeat(12);

/** An invented mail: plain or with HTML, in both directions; every tenth with an attachment of half a megabyte. */
function mailAt(place: number): string {
  const person = `Person ${place} <person${place}@company${place % 50}.example>`;
  const user = 'Clara <clara@norte.example>';
  const [from, to] = place % 3 === 0 ? [user, person] : [person, user];
  const head = [
    `Received: from mx.example by mail.example; Mon, 2 Nov 2026 10:00:00 +0100`,
    `From: ${from}`,
    `To: ${to}`,
    `Date: Mon, 2 Nov 2026 10:${String(place % 60).padStart(2, '0')}:00 +0100`,
    `Subject: =?UTF-8?Q?Pedido_${place}?=`,
    `Message-ID: <${place}@mail.example>`,
    'MIME-Version: 1.0',
  ];
  const html = `<html><body>${`<p style="color:#222">${words}</p>\n`.repeat(8)}</body></html>`;
  const parts = [
    `Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\n${words}\n` +
      `--in\nContent-Type: text/html\n\n${html}\n--in--`,
  ];
  if (place % 10 === 0)
    parts.push(
      `Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${`${'QUJD'.repeat(19)}\n`.repeat(6800)}`,
    );
  const body = parts.map(part => `--out\n${part}\n`).join('');
  return `${head.join('\n')}\nContent-Type: multipart/mixed; boundary=out\n\n${body}--out--\n`;
}

const mails = Array.from({ length: blockMails }, (_, place) => mailAt(place));
const block = new TextEncoder().encode(mails.map(mail => `${separator}${mail}\n`).join(''));

/** An archive of about so many bytes, which is in no memory as a whole. */
function archive(size: number): MailFile {
  const pieceSize = 64 * 1024;
  const rounds = Math.ceil(size / block.length);
  const stream = () => {
    let [round, at] = [0, 0];
    return new ReadableStream<Uint8Array>({
      pull: controller => {
        if (round === rounds) return controller.close();
        controller.enqueue(block.slice(at, at + pieceSize));
        at += pieceSize;
        if (at >= block.length) [round, at] = [round + 1, 0];
      },
    });
  };
  return { name: 'All.mbox', size: rounds * block.length, stream };
}

type Reading = (file: MailFile, tell: () => void) => Promise<void>;

/** Megabytes per second of processor time, which other programs do not change. */
async function speedOf(run: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const bytes = await run();
  const { user, system } = process.cpuUsage(before);
  return bytes / MB / ((user + system) / 1e6);
}

const people: Reading = async (file, tell) => {
  const tally = new PeopleTally(ownKeys(own).all);
  for await (const read of readHeaders(file, { own, tell })) if ('mail' in read) tally.add(read.mail);
  if (tally.size !== blockMails) throw new Error(`There are ${tally.size} people.`);
};

const history: Reading = async (file, tell) => {
  for await (const read of readMail(file, { own, tell }))
    if (!('mail' in read && read.mail.excerpt)) throw new Error('A mail has no text.');
};

/** The library reads whole mails one by one, which somebody else has cut. */
async function libraryAlone(size: number): Promise<number> {
  let bytes = 0;
  while (bytes < size)
    for (const mail of mails) {
      await PostalMime.parse(mail);
      bytes += mail.length;
    }
  return bytes;
}

/**
 * The two readings of an import, each of the whole archive, and the library alone on a tenth of it: megabytes per second of
 * processor time. `peak`: megabytes that the process took more than before.
 */
export async function mailCost(size = 1024 * MB) {
  const before = process.memoryUsage().rss;
  let peak = 0;
  const tell = () => {
    peak = Math.max(peak, (process.memoryUsage().rss - before) / MB);
  };
  const speed = (read: Reading) =>
    speedOf(async () => {
      const file = archive(size);
      await read(file, tell);
      return file.size;
    });
  return {
    people: await speed(people),
    history: await speed(history),
    library: await speedOf(() => libraryAlone(size / 10)),
    peak,
  };
}
