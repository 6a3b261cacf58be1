// Keeping conversations: which events a sighting means, each with a key that is the same whenever it is seen again.
import { excerpt } from '../capture/excerpt';
import type { Database } from '../db/database';
import { isOwn } from '../identity/me';
import type { TimelineEvent } from '../model/event';
import type { Settings } from '../model/settings';
import type { SeenMessage, SeenPerson, Sighting } from '../model/sighting';
import { candidates, matchAll } from './matching';

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

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes).slice(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The key of a message: from the site's id where it has a lasting one, else from sender, minute, subject and the
 * beginning of the text, so that a moved or re-read message is recorded once.
 */
function messageIdentity(sighting: Sighting, message: SeenMessage, address: string): string {
  const { site, account = '', conversation } = sighting;
  if (message.id) return [site, account, message.id].join('\n');
  const minute = message.at === undefined ? '' : Math.floor(message.at / 60_000);
  const text = message.at === undefined ? (message.text ?? '').replace(/\s+/g, ' ').slice(0, 500) : '';
  return [site, address, minute, normaliseSubject(conversation?.title ?? ''), text].join('\n');
}

const addressOf = (person: SeenPerson | undefined) =>
  person?.identities.find(identity => identity.kind === 'email')?.value ?? person?.identities[0]?.value ?? '';

/**
 * The events that a sighting's messages are for the contacts in it: incoming for its sender, outgoing for those a
 * message of the user went to. `now` stands in where the page gives no unambiguous time.
 */
export async function messageEvents(
  db: Database,
  sighting: Sighting,
  settings: Settings,
  now: number,
): Promise<TimelineEvent[]> {
  const { conversation } = sighting;
  if (!conversation || sighting.kind !== 'conversation') return [];
  const people = candidates(sighting.people, settings.me);
  const matches = await matchAll(db, people);
  const contactOf = new Map(people.map((person, index) => [person.seen, matches[index]?.contact.id]));
  const events: TimelineEvent[] = [];
  for (const message of conversation.messages) {
    const from = sighting.people[message.from];
    if (!from) continue;
    const outgoing = from.self || isOwn(addressOf(from), settings.me) !== undefined;
    const others = outgoing ? message.to.map(index => sighting.people[index]) : [from];
    for (const person of others) {
      const contactId = person && contactOf.get(person);
      if (!contactId) continue;
      const identity = messageIdentity(sighting, message, addressOf(from));
      events.push({
        id: `m-${await digest(`${identity}\n${contactId}`)}`,
        contactId,
        kind: 'message',
        at: message.at ?? now,
        title: conversation.title,
        text: message.text ? excerpt(message.text) : undefined,
        direction: outgoing ? 'out' : 'in',
        site: sighting.site,
        conversation: `${sighting.site}:${conversation.id}`.slice(0, 300),
        url: sighting.url,
        createdAt: now,
      });
    }
  }
  return events;
}
