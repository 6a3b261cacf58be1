// Rows that follow from contacts and identities: search words and known mail domains.
import { parseAddress } from '../identity/email';
import { skeleton } from '../identity/look-alike';
import { searchWords } from '../identity/names';
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import type { Database, DomainRow, SearchRow } from './database';

/** The search row of a contact that is not in the trash. */
export function searchRow(contact: Contact, identities: Identity[]): SearchRow {
  return {
    contactId: contact.id,
    words: searchWords(contact, identities),
    sort: contact.name.value.normalize('NFKD').toLocaleLowerCase('en').slice(0, 80),
  };
}

/** The domain rows of e-mail identities. */
export function domainRows(identities: Identity[]): DomainRow[] {
  const domains = new Set<string>();
  for (const identity of identities) {
    const domain = identity.kind === 'email' ? parseAddress(identity.value)?.domain : undefined;
    if (domain) domains.add(domain);
  }
  return [...domains].map(domain => ({ domain, skeleton: skeleton(domain) }));
}

/** Brings the derived rows of these contacts up to date; part of the command that changed them. */
export async function refreshDerived(db: Database, contactIds: string[]): Promise<void> {
  for (const id of contactIds) {
    const contact = await db.contacts.get(id);
    if (!contact || contact.deletedAt !== undefined) {
      await db.search.delete(id);
      continue;
    }
    const identities = await db.identities.where('contactId').equals(id).toArray();
    await db.search.put(searchRow(contact, identities));
    await db.domains.bulkPut(domainRows(identities));
  }
}
