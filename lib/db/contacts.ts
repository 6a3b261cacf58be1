// Queries over contacts, their identities and search words.
import { shownNameKeys, showsName } from '../identity/known-name';
import { queryReadings, queryWords } from '../identity/search-words';
import type { Contact } from '../model/contact';
import type { Identity } from '../model/identity';
import type { ContactSummary } from '../model/on-screen';
import type { Database } from './database';
import { isDerived } from './rebuild';

/** The contact, unless it is in the trash or unknown. */
export async function findContact(db: Database, id: string): Promise<Contact | undefined> {
  const contact = await db.contacts.get(id);
  return contact && contact.deletedAt === undefined ? contact : undefined;
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
  const address = (identities.find(identity => identity.kind === 'email') ?? identities[0])?.value;
  return {
    id: contact.id,
    name: contact.name.value,
    callName: contact.callName?.value,
    company: contact.company?.value,
    title: contact.title?.value,
    tags: contact.tags,
    address,
    doNotContact: contact.doNotContact,
  };
}

/** Summaries in the order of `ids`; people in the trash are left out. */
export async function summaries(db: Database, ids: string[]): Promise<ContactSummary[]> {
  const contacts = await db.contacts.bulkGet(ids);
  const identities = await db.identities.where('contactId').anyOf(ids).toArray();
  const byContact = Map.groupBy(identities, identity => identity.contactId);
  return contacts
    .filter(contact => contact !== undefined)
    .filter(contact => contact.deletedAt === undefined)
    .map(contact => summarise(contact, byContact.get(contact.id)));
}

/** Contacts sorted by name, `limit` from `offset`. */
export async function listContacts(db: Database, offset: number, limit: number): Promise<ContactSummary[]> {
  return summaries(db, await db.search.orderBy('sort').offset(offset).limit(limit).primaryKeys());
}

export function countContacts(db: Database): Promise<number> {
  return db.search.count();
}

/**
 * Contacts that have, for each of `words`, a word beginning with it; at most `limit`. `words` come from
 * `queryWords`. What words of several letters begin is looked up by index; who is in every whole list is then compared
 * on the rows with the words whose list was too long to be read.
 */
export async function searchContacts(
  db: Database,
  words: string[],
  limit: number,
): Promise<ContactSummary[]> {
  return summaries(db, await searchIds(db, words, limit));
}

/** Whom a typed query finds: by the beginnings of their words, or of a phone number however it is grouped. */
export async function findPeople(db: Database, query: string, limit: number): Promise<ContactSummary[]> {
  for (const words of queryReadings(query)) {
    const found = await searchContacts(db, words, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** How many people of one word are read by index, how many rows are compared at most, and how many at a time. */
const [mostOfWord, mostCompared, portion] = [3000, 2000, 100];

async function searchIds(db: Database, words: string[], limit: number): Promise<string[]> {
  const [longest, ...others] = words.toSorted((a, b) => b.length - a.length);
  if (!longest) return [];
  const beginning = async (word: string, most: number) => [
    ...new Set(await db.search.where('words').startsWith(word).limit(most).primaryKeys()),
  ];
  // A person may have several words with one beginning.
  if (others.length === 0) return (await beginning(longest, limit * 4)).slice(0, limit);
  const selective = [longest, ...others.filter(word => word.length > 2 || /\d/.test(word))];
  const lists = await Promise.all(
    selective.map(async word => ({ word, ids: new Set(await beginning(word, mostOfWord)) })),
  );
  const whole = lists.filter(({ ids }) => ids.size < mostOfWord);
  // Where every word begins too much, the longest is the start.
  const base = (whole.length > 0 ? whole : lists.slice(0, 1)).sort((a, b) => a.ids.size - b.ids.size);
  const [first, ...rest] = base.map(list => list.ids);
  const ids = [...(first ?? [])].filter(id => rest.every(list => list.has(id)));
  const open = words.filter(word => !base.some(list => list.word === word));
  return open.length === 0 ? ids.slice(0, limit) : withWords(db, ids.slice(0, mostCompared), open, limit);
}

/** Those of `ids` that have a word beginning with each of `words`, in portions until there are enough. */
async function withWords(db: Database, ids: string[], words: string[], limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < ids.length && found.length < limit; at += portion) {
    const rows = await db.search.bulkGet(ids.slice(at, at + portion));
    for (const row of rows) {
      if (row && words.every(word => row.words.some(other => other.startsWith(word))))
        found.push(row.contactId);
    }
  }
  return found.slice(0, limit);
}

/** How many people of like names are compared at most. */
const mostOfName = 200;

/** Contacts whose whole name can be read in a shown one, by index; at most `limit`. */
export async function contactsNamed(db: Database, shown: string, limit: number): Promise<ContactSummary[]> {
  const ids = (await isDerived(db))
    ? await db.search.where('nameKey').anyOf(shownNameKeys(shown)).limit(mostOfName).primaryKeys()
    : await searchIds(db, queryWords(shown), mostOfName);
  const contacts = await db.contacts.bulkGet(ids);
  const named = contacts.filter(contact => contact && showsName(shown, contact.name.value));
  return summaries(db, named.flatMap(contact => contact?.id ?? []).slice(0, limit));
}

/** Contacts in the trash, the latest deleted first. */
export async function listTrash(db: Database): Promise<Contact[]> {
  return db.contacts.orderBy('deletedAt').reverse().toArray();
}
