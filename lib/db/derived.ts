// Rows that follow from contacts and identities: search words and known mail domains.
import { parseAddress } from '../identity/email';
import { nameKey } from '../identity/known-name';
import { nearKeys } from '../identity/look-alike';
import { searchWords } from '../identity/search-words';
import { skeleton } from '../identity/skeleton';
import { type Contact, isPresent } from '../model/contact';
import type { Identity } from '../model/identity';
import type { Changes } from './changes';
import type { Database, DomainRow, SearchRow } from './database';

/** The search row of a contact that is present. */
export function searchRow(contact: Contact, identities: Identity[]): SearchRow {
  const key = nameKey(contact.name.value);
  return {
    contactId: contact.id,
    words: searchWords(contact, identities),
    sort: contact.name.value.normalize('NFKD').toLocaleLowerCase('en').slice(0, 80),
    ...(key !== undefined && { nameKey: key }),
  };
}

/** The domain rows of e-mail identities. */
export function domainRows(identities: Identity[]): DomainRow[] {
  const domains = new Set<string>();
  for (const identity of identities) {
    const domain = identity.kind === 'email' ? parseAddress(identity.value)?.domain : undefined;
    if (domain) domains.add(domain);
  }
  return [...domains].map(domain => ({ domain, skeleton: skeleton(domain), near: nearKeys(domain) }));
}

/** Brings the derived rows up to date with what a command changed; part of that command. */
export async function refreshDerived(db: Database, changes: Changes): Promise<void> {
  for (const id of changes.contactIds()) {
    const contact = await db.contacts.get(id);
    if (!contact || !isPresent(contact)) {
      await db.search.delete(id);
      continue;
    }
    const identities = await db.identities.where('contactId').equals(id).toArray();
    await db.search.put(searchRow(contact, identities));
    await db.domains.bulkPut(domainRows(identities));
  }
  const removed = changes.list.filter(({ table, after }) => table === 'identities' && after === undefined);
  await dropDomains(
    db,
    removed.map(({ key }) => key),
  );
}

const domainOfKey = (key: string) => key.slice(key.lastIndexOf('@') + 1);

/** The domains of all e-mail identities. */
export async function knownDomains(db: Database): Promise<Set<string>> {
  const keys = await db.identities.where('key').startsWith('email:').primaryKeys();
  return new Set(keys.map(domainOfKey));
}

/** Forgets the domains of removed identities (by key) that nobody else has. */
export async function dropDomains(db: Database, removed: string[]): Promise<void> {
  const addresses = removed.filter(key => key.startsWith('email:'));
  if (addresses.length === 0) return;
  const known = await knownDomains(db);
  await db.domains.bulkDelete(addresses.map(domainOfKey).filter(domain => !known.has(domain)));
}
