// Reading everybody for the list: in portions at first, and then only who was changed since.
import { Dexie } from 'dexie';
import { type Contact, isPresent } from '../model/contact';
import type { TimelineEvent } from '../model/event';
import type { Identity } from '../model/identity';
import type { Database } from './database';

/** A contact that is not in the trash, with what belongs to it. */
export type ListRow = {
  contact: Contact;
  identities: Identity[];
  /** Missing while derived rows are written anew. */
  words?: string[];
  openIssues: number;
  nextFollowUp?: number;
};

/** What waits for people: open issues counted, and the earliest follow-up. */
export type Waiting = { issues: Map<string, number>; followUps: Map<string, number> };

/** Everything that waits, for all people. */
export async function readWaiting(db: Database): Promise<Waiting> {
  const open = await db.events.orderBy('openFor').toArray();
  const due = await db.followUps
    .where('[done+dueAt]')
    .between([0, Dexie.minKey], [0, Dexie.maxKey])
    .toArray();
  return waitingIn(
    open,
    due.map(({ contactId, dueAt }) => ({ contactId, dueAt })),
  );
}

function waitingIn(open: TimelineEvent[], due: { contactId: string; dueAt: number }[]): Waiting {
  const [issues, followUps] = [new Map<string, number>(), new Map<string, number>()];
  for (const { kind, contactId } of open)
    if (kind === 'issue') issues.set(contactId, (issues.get(contactId) ?? 0) + 1);
  for (const { contactId, dueAt } of due)
    followUps.set(contactId, Math.min(dueAt, followUps.get(contactId) ?? dueAt));
  return { issues, followUps };
}

/** All contacts in portions, in the order of their ids. The browser reads the next while one is looked at. */
export async function* readListRows(
  db: Database,
  limit: number,
  waiting: Waiting,
): AsyncGenerator<ListRow[]> {
  const contactsAfter = async (id: string) => db.contacts.where('id').above(id).limit(limit).toArray();
  let contacts = await contactsAfter('');
  for (;;) {
    const [first, last] = [contacts[0]?.id, contacts.at(-1)?.id];
    if (first === undefined || last === undefined) return;
    const [identities, search, next] = await Promise.all([
      db.identities.where('contactId').between(first, last, true, true).toArray(),
      db.search.where('contactId').between(first, last, true, true).toArray(),
      contactsAfter(last),
    ]);
    yield rowsOf(contacts, identities, search, waiting);
    contacts = next;
  }
}

/** The first people by name, and how many there are. */
export type FirstRows = { rows: ListRow[]; people: number };

/**
 * The first people by name, for a screen that can't wait for everybody. Nearly in the order of the list: the index has
 * "Ángel" after "Azra". Undefined while names are written anew.
 */
export async function readFirstRows(db: Database, limit: number): Promise<FirstRows | undefined> {
  if (await db.settings.get('underived')) return undefined;
  const ids = await db.search.orderBy('sort').limit(limit).primaryKeys();
  return { rows: await listRowsOf(db, ids), people: await db.search.count() };
}

/** The rows of these contacts; of people who are gone or in the trash there is none. */
export async function listRowsOf(db: Database, ids: string[]): Promise<ListRow[]> {
  const found = await db.contacts.bulkGet(ids);
  const contacts = found.filter(contact => contact !== undefined);
  // One by one and all at once: `anyOf` waits for each before it asks for the next.
  const identities = await Promise.all(ids.map(id => db.identities.where('contactId').equals(id).toArray()));
  const search = await db.search.bulkGet(ids);
  const open = await db.events.where('openFor').anyOf(ids).toArray();
  const followUps = await db.followUps.where('contactId').anyOf(ids).toArray();
  const waiting = waitingIn(
    open,
    followUps.filter(({ done }) => done === 0),
  );
  const words = search.filter(row => row !== undefined);
  return rowsOf(contacts, identities.flat(), words, waiting);
}

function rowsOf(
  contacts: Contact[],
  identities: Identity[],
  search: { contactId: string; words: string[] }[],
  { issues, followUps }: Waiting,
): ListRow[] {
  const byContact = Map.groupBy(identities, identity => identity.contactId);
  const words = new Map(search.map(row => [row.contactId, row.words]));
  return contacts.filter(isPresent).map(contact => {
    const { id } = contact;
    const nextFollowUp = followUps.get(id);
    const own = words.get(id);
    return {
      contact,
      identities: byContact.get(id) ?? [],
      ...(own && { words: own }),
      openIssues: issues.get(id) ?? 0,
      ...(nextFollowUp !== undefined && { nextFollowUp }),
    };
  });
}

/** The next events of anybody, in the order of their ids. */
export function readEvents(db: Database, after: string, limit: number): Promise<TimelineEvent[]> {
  return db.events.where('id').above(after).limit(limit).toArray();
}

/** All events of one person. */
export function eventsOf(db: Database, contactId: string): Promise<TimelineEvent[]> {
  return db.events
    .where('[contactId+at]')
    .between([contactId, Dexie.minKey], [contactId, Dexie.maxKey])
    .toArray();
}

/** Ids of the journal's entries from `at` (ms) on. */
export function journalSince(db: Database, at: number): Promise<string[]> {
  return db.journal.where('at').aboveOrEqual(at).primaryKeys();
}

/** Whom entries of the journal changed, and whether their events were changed. */
export async function changedBy(db: Database, ids: string[]): Promise<Map<string, { events: boolean }>> {
  const changed = new Map<string, { events: boolean }>();
  for (const entry of await db.journal.bulkGet(ids)) {
    const events = entry?.changes.some(({ table }) => table === 'events') ?? false;
    for (const id of entry?.contactIds ?? [])
      changed.set(id, { events: events || changed.get(id)?.events === true });
  }
  return changed;
}
