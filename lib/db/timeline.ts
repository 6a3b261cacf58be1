// Queries over the events of a contact.
import { Dexie } from 'dexie';
import type { TimelineEvent } from '../model/event';
import type { Database } from './database';

const ofContact = (db: Database, contactId: string, before: unknown = Dexie.maxKey) =>
  db.events.where('[contactId+at]').between([contactId, Dexie.minKey], [contactId, before], true, false);

/** Events of a contact, the newest first, older than `before` (ms) where given. */
export function listEvents(
  db: Database,
  contactId: string,
  limit: number,
  before?: number,
): Promise<TimelineEvent[]> {
  return ofContact(db, contactId, before).reverse().limit(limit).toArray();
}

/** Which entries are looked for: all of the words, in title or text, without regard to case and accents; no kinds: any. */
export type EventSearch = { text: string; kinds: TimelineEvent['kind'][]; before?: number; limit: number };

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What is found among the events of a contact, the newest first. */
export function searchEvents(
  db: Database,
  contactId: string,
  { text, kinds, before, limit }: EventSearch,
): Promise<TimelineEvent[]> {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  const isWanted = (event: TimelineEvent) => {
    if (kinds.length > 0 && !kinds.includes(event.kind)) return false;
    const found = wanted.length === 0 ? '' : folded(`${event.title ?? ''} ${event.text ?? ''}`);
    return wanted.every(word => found.includes(word));
  };
  return ofContact(db, contactId, before).reverse().filter(isWanted).limit(limit).toArray();
}

/** The notes about a contact, the earliest first. */
export function listNotes(db: Database, contactId: string): Promise<TimelineEvent[]> {
  return ofContact(db, contactId)
    .filter(({ kind }) => kind === 'note')
    .toArray();
}

export function countEvents(db: Database, contactId: string): Promise<number> {
  return ofContact(db, contactId).count();
}

/** Issues and promises that are still open, the newest first. */
export async function listOpen(db: Database, contactId: string): Promise<TimelineEvent[]> {
  const open = await db.events.where('openFor').equals(contactId).toArray();
  return open.sort((a, b) => b.at - a.at);
}

/** All open issues, the longest open first. What is closed is not read: it is not in the index. */
export async function listOpenIssues(db: Database): Promise<TimelineEvent[]> {
  const open = await db.events.orderBy('openFor').toArray();
  return open.filter(({ kind }) => kind === 'issue').sort((a, b) => a.at - b.at);
}

/** Which of these event ids are stored. */
export async function storedEvents(db: Database, ids: string[]): Promise<Set<string>> {
  const events = await db.events.bulkGet(ids);
  return new Set(events.filter(event => event !== undefined).map(event => event.id));
}

/** The newest events of several people together. */
export async function newestOf(db: Database, contactIds: string[], limit: number): Promise<TimelineEvent[]> {
  const lists = await db.transaction('r', db.events, () =>
    Promise.all(contactIds.map(id => listEvents(db, id, limit))),
  );
  return lists
    .flat()
    .sort((a, b) => b.at - a.at)
    .slice(0, limit);
}
