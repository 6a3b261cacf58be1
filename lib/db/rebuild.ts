// Writing derived rows anew: after an import, and after an update that derives more than before.
import { isPresent } from '../model/contact';
import { sameData } from './changes';
import type { Database } from './database';
import { domainRows, knownDomains, searchRow } from './derived';

/** Contacts of one transaction: few where commands wait for it, many where bulk work holds the database anyway. */
const [fewAtOnce, manyAtOnce] = [250, 5000];

/** Says that derived rows can't be trusted until `rebuildDerived` went through. */
export async function distrustDerived(db: Database): Promise<void> {
  await db.settings.put({ key: 'underived', value: true });
}

/** False while derived rows are missing or out of date. */
export async function isDerived(db: Database): Promise<boolean> {
  return (await db.settings.get('underived')) === undefined;
}

/**
 * Brings the derived rows of all contacts up to date, in portions. Rows that are right are not written, so that it can
 * be stopped at any moment and begun again. `underived` stands in the settings until it is done.
 */
export async function rebuildDerived(db: Database, { isBulk = false } = {}): Promise<void> {
  await distrustDerived(db);
  let last: string | undefined = '';
  while (last !== undefined) last = await deriveAfter(db, last, isBulk ? manyAtOnce : fewAtOnce);
  await dropStale(db);
}

/** Derives the next portion of contacts in the order of their ids; gives the last id, undefined at the end. */
function deriveAfter(db: Database, after: string, limit: number): Promise<string | undefined> {
  return db.transaction('rw', [db.contacts, db.identities, db.search, db.domains], async () => {
    const contacts = await db.contacts.where('id').above(after).limit(limit).toArray();
    const [first, last] = [contacts[0]?.id, contacts.at(-1)?.id];
    if (first === undefined || last === undefined) return undefined;
    const identities = await db.identities.where('contactId').between(first, last, true, true).toArray();
    const byContact = Map.groupBy(identities, identity => identity.contactId);
    const [present = [], absent = []] = [true, false].map(isHere =>
      contacts.filter(contact => isPresent(contact) === isHere),
    );
    const rows = present.map(contact => searchRow(contact, byContact.get(contact.id) ?? []));
    const old = await db.search.bulkGet(rows.map(row => row.contactId));
    await db.search.bulkPut(rows.filter((row, at) => !sameData(row, old[at])));
    await db.search.bulkDelete(absent.map(contact => contact.id));
    const domains = domainRows(identities);
    const known = await db.domains.bulkGet(domains.map(row => row.domain));
    await db.domains.bulkPut(domains.filter((row, at) => !sameData(row, known[at])));
    return last;
  });
}

/** Removes rows of people and domains that are gone; then everything is derived. */
async function dropStale(db: Database): Promise<void> {
  await db.transaction('rw', [db.contacts, db.identities, db.search, db.domains, db.settings], async () => {
    const contacts = new Set(await db.contacts.toCollection().primaryKeys());
    const found = await db.search.toCollection().primaryKeys();
    await db.search.bulkDelete(found.filter(id => !contacts.has(id)));
    const known = await knownDomains(db);
    const domains = await db.domains.toCollection().primaryKeys();
    await db.domains.bulkDelete(domains.filter(domain => !known.has(domain)));
    await db.settings.delete('underived');
  });
}
