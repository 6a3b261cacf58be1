// Keeping people out of an import who were forgotten and are not to come back.
import type { Database } from '../db/database';
import { contactKey, forgottenAmong } from '../db/forgotten';
import { type ListName, listNames, type Remark, type Rows } from './export-format';

/** What is said of each row that is left out. */
const reason =
  'This person was forgotten and is not to come back. Allow it under Privacy, then import again.';

/**
 * Takes out of `rows` everybody who was forgotten, with everything that belongs to them, and names each row on
 * `rejected`. Of somebody who is here by other addresses only the forgotten address is left out.
 */
export async function dropForgotten(db: Database, rows: Rows, rejected: Remark[]): Promise<void> {
  const keys = [
    ...rows.contacts.map(({ data }) => contactKey(data.id)),
    ...rows.identities.map(({ data }) => data.key),
  ];
  const forgotten = await forgottenAmong(db, keys);
  if (forgotten.size === 0) return;
  const people = await forgottenPeople(db, rows, forgotten);
  for (const list of listNames) drop(list, rows, rejected, row => isTheirs(row, people, forgotten));
}

/** Ids of those in the file who are known to have been forgotten, and are not here. */
async function forgottenPeople(db: Database, rows: Rows, forgotten: Set<string>): Promise<Set<string>> {
  const ids = new Set([
    ...rows.contacts.flatMap(({ data }) => (forgotten.has(contactKey(data.id)) ? data.id : [])),
    ...rows.identities.flatMap(({ data }) => (forgotten.has(data.key) ? data.contactId : [])),
  ]);
  const here = await db.contacts.bulkGet([...ids]);
  for (const contact of here) if (contact) ids.delete(contact.id);
  return ids;
}

/** Rows name their person in one of these; pairs in two of them. */
const owners = ['contactId', 'first', 'second'];

function isTheirs(row: object, people: Set<string>, forgotten: Set<string>): boolean {
  const values = new Map<string, unknown>(Object.entries(row));
  const isPerson = (field: string) => {
    const value = values.get(field);
    return typeof value === 'string' && people.has(value);
  };
  const key = values.get('key');
  return owners.some(isPerson) || isPerson('id') || (typeof key === 'string' && forgotten.has(key));
}

function drop(list: ListName, rows: Rows, rejected: Remark[], isOut: (row: object) => boolean): void {
  const given: { row: number; data: object }[] = rows[list];
  let kept = 0;
  for (const item of given) {
    if (isOut(item.data)) rejected.push({ list, row: item.row, reason });
    else given[kept++] = item;
  }
  given.length = kept;
}
