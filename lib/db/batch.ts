// Bulk changes: the same change to many people, in portions of one transaction each, one journal entry for each person.
import { type Contact, isPresent } from '../model/contact';
import type { Identity } from '../model/identity';
import type { Change, JournalEntry } from '../model/journal';
import { isTrashed } from '../model/journal';
import type { Database } from './database';
import { domainRows, dropDomains, searchRow } from './derived';
import { distrustDerived, isDerived } from './rebuild';

export type BatchInfo = {
  /** The same for all portions; what they are taken back by. */
  batch: string;
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The place of the portion, from 0. */
  portion: number;
};

/** People of one transaction: few enough that commands which wait for it are not noticed to. */
export const batchPortion = 200;

/** What becomes of a contact; undefined where nothing changes. */
export type ContactChange = (contact: Contact) => Contact | undefined;

/**
 * Changes the people of `ids` as one portion and gives the ids of those who were changed. Who is gone or in the trash is
 * left out; with who goes to the trash go the identities. A portion that was carried out before changes nothing.
 */
export async function changePeople(
  db: Database,
  info: BatchInfo,
  ids: string[],
  change: ContactChange,
): Promise<string[]> {
  return db.transaction('rw', db.tables, async () => {
    const found = await db.contacts.bulkGet(ids);
    const alive = found.filter(contact => contact !== undefined && isPresent(contact));
    const pairs = alive.flatMap(before => {
      const after = before && change(before);
      return before && after ? [{ before, after }] : [];
    });
    if (pairs.length === 0) return [];
    const changed = pairs.map(({ before }) => before.id);
    const identities = await db.identities.where('contactId').anyOf(changed).toArray();
    const byContact = Map.groupBy(identities, identity => identity.contactId);
    const entries = pairs.map((pair, place) => entryOf(info, place, pair, byContact.get(pair.before.id)));
    await db.journal.bulkAdd(entries);
    await db.contacts.bulkPut(pairs.map(({ after }) => after));
    const [trashed = [], kept = []] = [true, false].map(isGone =>
      pairs.map(({ after }) => after).filter(after => isTrashed(after) === isGone),
    );
    const goneKeys = trashed.flatMap(({ id }) => (byContact.get(id) ?? []).map(({ key }) => key));
    await db.identities.bulkDelete(goneKeys);
    await db.search.bulkDelete(trashed.map(({ id }) => id));
    await db.search.bulkPut(kept.map(contact => searchRow(contact, byContact.get(contact.id) ?? [])));
    await db.domains.bulkPut(domainRows(kept.flatMap(({ id }) => byContact.get(id) ?? [])));
    return changed;
  });
}

function entryOf(
  { batch, name, at, portion }: BatchInfo,
  place: number,
  { before, after }: { before: Contact; after: Contact },
  identities: Identity[] = [],
): JournalEntry {
  const removed: Change[] = isTrashed(after)
    ? identities.map(identity => ({ table: 'identities', key: identity.key, before: identity }))
    : [];
  // As a single deletion writes them: the identities first.
  const changes: Change[] = [...removed, { table: 'contacts', key: before.id, before, after }];
  const padded = (value: number) => String(value).padStart(4, '0');
  const id = `${batch}-${padded(portion)}-${padded(place)}`;
  return { id, at, name, contactIds: [before.id], changes, batch };
}

/**
 * Carries out `run`, which removes identities in portions, and then forgets the domains that nobody has any longer. Looking
 * for them costs one pass over all identities. Where it is stopped, the next start of the background does it.
 */
export async function droppingDomains(db: Database, run: () => Promise<void>): Promise<void> {
  const wasDerived = await isDerived(db);
  await distrustDerived(db);
  const before = new Set(await db.domains.toCollection().primaryKeys());
  await run();
  await db.transaction('rw', [db.identities, db.domains, db.settings], async () => {
    await dropDomains(
      db,
      [...before].map(domain => `email:@${domain}`),
    );
    if (wasDerived) await db.settings.delete('underived');
  });
}
