// Queries over contacts, their identities and search words.
import { firstIdentity, shownIdentities } from '../identity/accounts';
import { type Contact, isPresent } from '../model/contact';
import type { Identity } from '../model/identity';
import type { ContactSummary } from '../model/on-screen';
import type { Database } from './database';
import { standsFor } from './merged';

/** The contact, or the one it was merged into, unless that is in the trash or unknown. */
export async function findContact(db: Database, id: string): Promise<Contact | undefined> {
  const contact = await standsFor(db, id);
  return contact?.deletedAt === undefined ? contact : undefined;
}

/** All identities of a contact, in the order of their keys. */
export function listIdentities(db: Database, contactId: string): Promise<Identity[]> {
  return db.identities.where('contactId').equals(contactId).toArray();
}

/** Identities by key; the answer has the places of `keys`, `undefined` for those nobody has. */
export function findIdentities(db: Database, keys: string[]): Promise<(Identity | undefined)[]> {
  return db.identities.bulkGet(keys);
}

/** The name, company and first address of a contact, for lists. */
export function summarise(contact: Contact, identities: Identity[] = []): ContactSummary {
  return {
    id: contact.id,
    name: contact.name.value,
    callName: contact.callName?.value,
    company: contact.company?.value,
    title: contact.title?.value,
    tags: contact.tags,
    address: firstIdentity(shownIdentities(identities))?.value,
    doNotContact: contact.doNotContact,
  };
}

/** Summaries in the order of `ids`; people in the trash and those merged into others are left out. */
export async function summaries(db: Database, ids: string[]): Promise<ContactSummary[]> {
  const contacts = await db.contacts.bulkGet(ids);
  const identities = await db.identities.where('contactId').anyOf(ids).toArray();
  const byContact = Map.groupBy(identities, identity => identity.contactId);
  return contacts
    .filter(contact => contact !== undefined)
    .filter(isPresent)
    .map(contact => summarise(contact, byContact.get(contact.id)));
}

/** Contacts sorted by name, `limit` from `offset`. */
export async function listContacts(db: Database, offset: number, limit: number): Promise<ContactSummary[]> {
  return summaries(db, await db.search.orderBy('sort').offset(offset).limit(limit).primaryKeys());
}

export function countContacts(db: Database): Promise<number> {
  return db.search.count();
}

/** Contacts in the trash, the latest deleted first. */
export async function listTrash(db: Database): Promise<Contact[]> {
  return db.contacts.orderBy('deletedAt').reverse().toArray();
}
