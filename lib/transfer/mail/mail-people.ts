// From mails to people and to what happened with them: whom to propose as contacts, and the events on their timelines.
import { emailKey } from '../../identity/email';
import { conversationKeyOf, messageEventId } from '../../identity/message-key';
import type { TimelineEvent } from '../../model/event';
import type { PersonDraft } from '../../model/person-draft';
import type { MailPerson } from './people-tally';
import type { MailRecord } from './record';

export type PeopleChoice = {
  /** Whoever wrote this often is proposed although the user never answered. */
  fromMails?: number;
  /** Also those who only sent newsletters and the like. */
  withBulk?: boolean;
};

/** Whether the user and this person wrote to each other, as opposed to somebody sending something to everybody. */
export function isCorrespondent(
  { received, written, bulk }: MailPerson,
  { fromMails = 3, withBulk = false }: PeopleChoice,
): boolean {
  return received > 0 || written >= fromMails || (withBulk && bulk > 0);
}

/** Those whom the user knows by mail, the ones with most mails first, as drafts; `place` is their first mail. */
export function draftsOf(people: readonly MailPerson[], choice: PeopleChoice = {}): PersonDraft[] {
  const mails = ({ received, written }: MailPerson) => received + written;
  return people
    .filter(person => isCorrespondent(person, choice))
    .sort((a, b) => mails(b) - mails(a) || a.place - b.place)
    .map(({ place, address, name }) => ({
      place,
      ...(name && { name }),
      identities: [{ kind: 'email' as const, value: address }],
      tags: [],
      notes: [],
      fields: [],
    }));
}

export type EventContext = {
  /** The contact of an address's key; undefined for people who are none. */
  contactOf: (key: string) => string | undefined;
  /** The adapter of the webmail in which this mailbox is read; mails from Google's archive are Gmail's without it. */
  site: string;
  /** The number that Gmail's address has for the account, as in `/u/1/`. */
  gmailAccount?: string;
  /** Milliseconds since 1970. */
  now: number;
};

/** Whom a mail is an event for: its sender, or those whom the user sent it to. Each contact once. */
export function contactsOf(mail: MailRecord, contactOf: EventContext['contactOf']): string[] {
  const others = mail.isOutgoing ? [...mail.to, ...mail.cc, ...mail.bcc] : [mail.from];
  const ids = others.flatMap(({ address }) => {
    const key = emailKey(address);
    return (key && contactOf(key)) ?? [];
  });
  return [...new Set(ids)];
}

/**
 * The events that a mail is for contacts. Their ids are those that the same mail gets when it is seen in Gmail (where the
 * archive says its id) or in Roundcube (sender, minute and subject). A mail without a date has none: nobody could say
 * where on a timeline it stands.
 */
export async function eventsOf(mail: MailRecord, context: EventContext): Promise<TimelineEvent[]> {
  const { at, from, subject, excerpt, gmailId, gmailThread } = mail;
  if (at === undefined) return [];
  const site = gmailThread ? 'gmail' : context.site;
  const account = gmailThread ? (context.gmailAccount ?? '0') : undefined;
  const known = { site, account, id: gmailId, address: from.address, at, subject };
  const event: Omit<TimelineEvent, 'id' | 'contactId'> = {
    kind: 'message',
    at: Math.min(at, context.now),
    ...(subject && { title: subject }),
    ...(excerpt && { text: excerpt }),
    direction: mail.isOutgoing ? 'out' : 'in',
    site,
    conversation: conversationKeyOf(site, gmailThread, subject),
    createdAt: context.now,
  };
  const events: TimelineEvent[] = [];
  for (const contactId of contactsOf(mail, context.contactOf))
    events.push({ id: await messageEventId(known, contactId), contactId, ...event });
  return events;
}
