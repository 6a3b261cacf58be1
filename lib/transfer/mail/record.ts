// What is taken of one mail: who wrote it to whom, when, about what; no attachments and no copy of its text.
import { emailKey } from '../../identity/email';
import { type BulkKind, bulkKind } from './bulk';
import { foldersOf } from './folders';
import { all, type Fields, first, readFields, wordsOf } from './header';
import type { RawMail } from './kept-mail';
import { RECIPIENT_LIMIT } from './limits';
import { readMailDate } from './mail-date';
import { type Mailbox, readMailboxes } from './mailboxes';
import type { OwnKeys } from './own-addresses';
import { gmailTime, hexId } from './separator';

export type MailRecord = {
  /** Counted from 1 through all files. */
  place: number;
  /** `Message-ID` without brackets. */
  id?: string;
  /** Gmail's own ids of the mail and its thread as its pages spell them; in archives of Google. */
  gmailId?: string;
  gmailThread?: string;
  /** Milliseconds since 1970. */
  at?: number;
  from: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  bcc: Mailbox[];
  /** Whose mailbox it came into, where that is said. */
  deliveredTo?: string;
  subject: string;
  /** The first words, without what is quoted; undefined where they were not read or there are none. */
  excerpt?: string;
  /** Folder of the file, or labels. */
  folders: string[];
  isBulk: boolean;
  /** Why it is bulk. */
  bulk?: BulkKind;
  isOutgoing: boolean;
  /** The same for mails that answer each other: Gmail's thread, else the first mail they refer to. */
  thread?: string;
};

/** A mail with remarks on what of it was left out, or why it is refused. */
export type ReadMail = { mail: MailRecord; remarks: string[] } | { place: number; refused: string };

/** What is known of a mail beside its bytes. */
export type Surroundings = { place: number; folder?: string | undefined; own: OwnKeys };

/** A mail's header, and its fields for whoever reads its text. */
export type ReadHeader = { read: ReadMail; fields: Fields };

/** Reads a mail's header; its text is read by `readText`. */
export function readHeader(raw: RawMail, { place, folder, own }: Surroundings): ReadHeader {
  const fields = readFields(raw.header);
  if (raw.isHeaderCut)
    return { fields, read: { place, refused: 'Its header is longer than 256 KB or has no end.' } };
  const sender = senderOf(fields);
  if (typeof sender === 'string') return { fields, read: { place, refused: sender } };
  const remarks: string[] = [];
  const recipients = {
    to: recipientsOf(fields, 'to', remarks),
    cc: recipientsOf(fields, 'cc', remarks),
    bcc: recipientsOf(fields, 'bcc', remarks),
  };
  const isOwn = (keys: ReadonlySet<string>) => (mailbox: Mailbox) =>
    keys.has(emailKey(mailbox.address) ?? '');
  const isOutgoing = isOwn(own.all)(sender);
  const isToShared = own.shared.size > 0 && Object.values(recipients).flat().some(isOwn(own.shared));
  const bulk = isOutgoing ? undefined : bulkKind(fields, sender.address, isToShared);
  const mail: MailRecord = {
    place,
    ...identityOf(fields, raw),
    ...timeOf(fields, raw, remarks),
    from: sender,
    ...recipients,
    ...deliveryOf(fields),
    subject: wordsOf(first(fields, 'subject'), 300),
    folders: foldersOf(fields, folder),
    isBulk: bulk !== undefined,
    ...(bulk && { bulk }),
    isOutgoing,
  };
  return { fields, read: { mail, remarks } };
}

/** The first sender, or a sentence that says why there is none. */
function senderOf(fields: Fields): Mailbox | string {
  const written = first(fields, 'from');
  if (written === undefined && fields.size === 0) return 'This is no mail: it has no header.';
  if (!written) return 'It does not say who sent it.';
  const { mailboxes, refused } = readMailboxes(written, RECIPIENT_LIMIT);
  const [sender] = mailboxes;
  // Where the first sender can't be read, the second is somebody else.
  if (sender && refused.length === 0) return sender;
  const shown = wordsOf(refused[0], 100);
  return shown ? `Its sender is no address: ${shown}` : 'Its sender has no address.';
}

function recipientsOf(fields: Fields, key: 'to' | 'cc' | 'bcc', remarks: string[]): Mailbox[] {
  const written = all(fields, key);
  if (!written) return [];
  const { mailboxes, refused } = readMailboxes(written, RECIPIENT_LIMIT);
  const [shown] = refused;
  if (shown) remarks.push(`Recipients without an address: ${refused.length}, such as ${wordsOf(shown, 100)}`);
  if (mailboxes.length + refused.length >= RECIPIENT_LIMIT)
    remarks.push(`It has ${RECIPIENT_LIMIT} recipients or more; those after them were left out.`);
  return mailboxes;
}

function deliveryOf(fields: Fields): { deliveredTo?: string } {
  const written = first(fields, 'delivered-to') ?? first(fields, 'x-original-to') ?? '';
  const [mailbox] = readMailboxes(written.slice(0, 1000), 1).mailboxes;
  return mailbox ? { deliveredTo: mailbox.address } : {};
}

function identityOf(fields: Fields, { separator }: RawMail) {
  const id = idsIn(first(fields, 'message-id'), 1)[0];
  const gmailThread = hexId(first(fields, 'x-gm-thrid') ?? '');
  const [root] = [...idsIn(first(fields, 'references'), 1), ...idsIn(first(fields, 'in-reply-to'), 1)];
  const thread = gmailThread ?? root ?? id;
  return {
    ...(id && { id }),
    // Chats and other programs' exports have ids too; Gmail's come with a thread.
    ...(gmailThread && separator?.gmailId && { gmailId: separator.gmailId }),
    ...(gmailThread && { gmailThread }),
    ...(thread && { thread }),
  };
}

/** The first `count` message ids of a field, with or without brackets. */
function idsIn(value: string | undefined, count: number): string[] {
  return (value ?? '')
    .slice(0, 4000)
    .split(/[\s<>,]+/)
    .filter(id => id.length > 0 && id.length <= 250)
    .slice(0, count);
}

/** Gmail's time is its id; else what the mail says, else when it came into its mbox. */
function timeOf(fields: Fields, { separator }: RawMail, remarks: string[]): { at?: number } {
  if (separator?.gmailId && fields.has('x-gm-thrid')) return { at: gmailTime(separator.gmailId) };
  const written = first(fields, 'date');
  const stated = written === undefined ? undefined : readMailDate(written);
  const at = stated ?? separator?.at;
  if (stated === undefined)
    remarks.push(
      at === undefined
        ? 'It has no date that can be read, so that it stands on no timeline.'
        : 'Its date is the one of the line before it.',
    );
  return at === undefined ? {} : { at };
}
