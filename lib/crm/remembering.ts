// Keeping conversations: which events a sighting means, each with a key that is the same whenever it is seen again.
import { excerpt } from '../capture/excerpt';
import { runCommand } from '../db/command';
import type { Database } from '../db/database';
import { ownerOf } from '../db/merged';
import { readSettings } from '../db/settings';
import { storedEvents } from '../db/timeline';
import { isOwn } from '../identity/me';
import { conversationKeyOf, messageEventId } from '../identity/message-key';
import type { TimelineEvent } from '../model/event';
import type { Identity } from '../model/identity';
import type { Settings } from '../model/settings';
import type { SeenMessage, SeenPerson, Sighting } from '../model/sighting';
import { candidates, matchAll } from './matching';
import { messageTimes } from './message-times';
import type { Context } from './procedure';

/** What groups a contact's messages: the site's thread, else the subject that its messages share. */
export function conversationKey({ site, conversation }: Sighting): string {
  return conversationKeyOf(site, conversation?.id, conversation?.title);
}

const addressOf = (person: SeenPerson | undefined) =>
  person?.identities.find(identity => identity.kind === 'email')?.value ?? person?.identities[0]?.value ?? '';

/** What is written below a post is read by everybody; a message goes to somebody. */
const isPost = ({ role }: SeenPerson) => role === 'author' || role === 'commenter';

/** Whom a message is an event for: its sender, or those the user sent it to. */
function correspondents(sighting: Sighting, message: SeenMessage, settings: Settings) {
  const from = sighting.people[message.from];
  if (!from) return undefined;
  const outgoing = from.self || isOwn(addressOf(from), settings.me) !== undefined;
  const others = outgoing ? message.to.map(index => sighting.people[index]) : [from];
  return { from, outgoing, others: others.filter(person => person !== undefined) };
}

/** A message stands with whom its identity stands, and goes with it when people are taken apart. */
const standing = ({ contactId, origin }: Identity) => ({
  contactId,
  ...(origin !== undefined && { origin }),
});

/**
 * The events that a sighting's messages are for the contacts in it: incoming for its sender, outgoing for those a
 * message of the user went to. Where the page gives no unambiguous time, the neighbours or `now` stand in.
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
  const matchOf = new Map(people.map((person, index) => [person.seen, matches[index]]));
  const events: TimelineEvent[] = [];
  const times = messageTimes(conversation.messages, now);
  for (const [place, message] of conversation.messages.entries()) {
    const found = correspondents(sighting, message, settings);
    for (const person of found?.others ?? []) {
      const match = matchOf.get(person);
      if (!found || !match) continue;
      const { from } = found;
      // Only what the page states goes into the key: `at` is not made up here.
      const { id, at, text } = message;
      const { site, account } = sighting;
      const known = { site, account, id, address: addressOf(from), at, subject: conversation.title, text };
      events.push({
        id: await messageEventId(known, ownerOf(match.identity)),
        ...standing(match.identity),
        kind: isPost(from) ? 'comment' : 'message',
        at: times[place] ?? now,
        title: conversation.title,
        text: message.text ? excerpt(message.text) : undefined,
        direction: found.outgoing ? 'out' : 'in',
        site: sighting.site,
        conversation: conversationKey(sighting),
        url: sighting.url,
        createdAt: now,
      });
    }
  }
  return events;
}

/** Keeps a conversation on the timelines of its contacts, where the user agreed to that; each message once. */
export async function keepConversation(
  context: Context,
  sighting: Sighting,
  settings: Settings,
): Promise<void> {
  if (settings.history !== 'automatic') return;
  const events = await messageEvents(context.db, sighting, settings, context.now);
  const kept = await storedEvents(
    context.db,
    events.map(event => event.id),
  );
  const fresh = events.filter(event => !kept.has(event.id));
  if (fresh.length === 0) return;
  const info = { id: `${context.caller.callId}-kept`, name: 'timeline.automatic', at: context.now };
  const { tables } = await runCommand(context.db, info, async changes => {
    for (const event of fresh) await changes.put('events', event);
  });
  if (tables.length > 0) context.changed(tables);
}

/** Keeps what the caller's tab shows at this moment, as after a person was added or linked. */
export async function keepOnScreen(context: Context, tabId: number | undefined): Promise<void> {
  const stored = tabId === undefined ? undefined : await context.session.sighting(tabId);
  if (stored?.sighting) await keepConversation(context, stored.sighting, await readSettings(context.db));
}
