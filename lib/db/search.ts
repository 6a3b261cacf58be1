// Finding people by words: search as you type, and by the whole name that somebody shows.
import { shownNameKeys, showsName } from '../identity/known-name';
import { queryReadings, queryWords } from '../identity/search-words';
import type { ContactSummary } from '../model/on-screen';
import { summaries } from './contacts';
import type { Database } from './database';
import { isDerived } from './rebuild';

/** Whom a typed query finds: by the beginnings of their words, or of a phone number however it is grouped. */
export async function findPeople(db: Database, query: string, limit: number): Promise<ContactSummary[]> {
  for (const words of queryReadings(query)) {
    const found = await searchContacts(db, words, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Contacts that have, for each of `words`, a word beginning with it; at most `limit`. `words` come from
 * `queryReadings`.
 */
export async function searchContacts(
  db: Database,
  words: string[],
  limit: number,
): Promise<ContactSummary[]> {
  return summaries(db, await searchIds(db, words, limit));
}

/** How many people of one word are read by index, how many rows are compared at most, and how many at a time. */
const [mostOfWord, mostCompared, portion] = [3000, 2000, 100];

/** People with a word that begins so; `isWhole` when these are all. */
type Beginning = { word: string; ids: Set<string>; isWhole: boolean };

async function beginning(db: Database, word: string, most = mostOfWord): Promise<Beginning> {
  // A person may have several words with one beginning.
  const keys = await db.search.where('words').startsWith(word).limit(most).primaryKeys();
  return { word, ids: new Set(keys), isWhole: keys.length < most };
}

/** Words with digits are likely the rarest, then long ones. */
const byPromise = (a: string, b: string) =>
  Number(/\d/.test(b)) - Number(/\d/.test(a)) || b.length - a.length;

/**
 * One rare word is looked up by index and the others are compared on the rows found: that is all, where enough of the
 * first rows fit. Else the other words are looked up too, and whoever is not among all their people left out.
 */
async function searchIds(db: Database, words: string[], limit: number): Promise<string[]> {
  const [first, ...others] = words.toSorted(byPromise);
  if (!first) return [];
  if (others.length === 0) return [...(await beginning(db, first, limit * 4)).ids].slice(0, limit);
  let start = await beginning(db, first);
  const left = [...others];
  while (!start.isWhole && left[0] && left[0].length > 1) {
    const next = await beginning(db, left.shift() ?? '');
    if (next.isWhole) start = next;
  }
  const rest = words.filter(word => word !== start.word);
  const ids = [...start.ids];
  const early = await withWords(db, ids.slice(0, portion), rest, limit);
  if (early.length >= limit || ids.length <= portion) return early;
  const lists = await Promise.all(left.filter(word => word.length > 1).map(word => beginning(db, word)));
  const whole = lists.filter(list => list.isWhole);
  const narrow = ids.filter(id => whole.every(list => list.ids.has(id)));
  return withWords(db, narrow.slice(0, mostCompared), rest, limit);
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
