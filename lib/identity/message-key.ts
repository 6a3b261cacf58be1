// The key of a message: what makes the same message known again, on a page or in a file.

/** What is known of a message, wherever it was met. */
export type KnownMessage = {
  /** Id of the adapter: `gmail`, `roundcube`. */
  site: string;
  /** As the site tells accounts apart. */
  account?: string | undefined;
  /** The site's own lasting id of the message. */
  id?: string | undefined;
  /** The sender's address as it is written. */
  address: string;
  /** Milliseconds since 1970. */
  at?: number | undefined;
  subject?: string | undefined;
  text?: string | undefined;
};

/** "Re: AW: Fwd: Order 12" and "order 12" are one subject (RFC 5322 reply prefixes in common languages). */
export function normaliseSubject(subject: string): string {
  return subject
    .normalize('NFKC')
    .replace(
      /^(\s*(re|aw|fw|fwd|wg|sv|vs|antw|tr|rv|res|enc|rif|odp|ynt|回复|转发|答复|返信|転送)\s*(\[\d+\])?[:：])+/iu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What groups a contact's messages: the site's thread, else the subject that its messages share. */
export function conversationKeyOf(
  site: string,
  thread: string | undefined,
  title: string | undefined,
): string {
  return `${site}:${thread ?? `subject:${normaliseSubject(title ?? '')}`}`.slice(0, 300);
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes).slice(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What tells a message from every other: the site's id where it has a lasting one, else sender, minute, subject and the
 * beginning of the text, so that a moved or re-read message is recorded once.
 */
function messageIdentity({
  site,
  account = '',
  id,
  address,
  at,
  subject = '',
  text = '',
}: KnownMessage): string {
  if (id) return [site, account, id].join('\n');
  const minute = at === undefined ? '' : Math.floor(at / 60_000);
  const beginning = at === undefined ? text.replace(/\s+/g, ' ').slice(0, 500) : '';
  return [site, address, minute, normaliseSubject(subject), beginning].join('\n');
}

/** The id of the event that a message is for a contact. */
export async function messageEventId(message: KnownMessage, contactId: string): Promise<string> {
  return `m-${await digest(`${messageIdentity(message)}\n${contactId}`)}`;
}
