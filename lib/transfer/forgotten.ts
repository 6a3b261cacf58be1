// Keeping people out of an import who were forgotten and are not to come back.
import type { Database } from '../db/database';
import { contactKey, forgottenAmong } from '../db/forgotten';
import { ownerOf } from '../db/merged';
import { untaken } from '../db/taken';
import type { Contact } from '../model/contact';
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
    ...rows.contacts.flatMap(namedBy).map(contactKey),
    ...rows.identities.map(({ data }) => data.key),
  ];
  const forgotten = await forgottenAmong(db, keys);
  if (forgotten.size === 0) return;
  const people = await forgottenPeople(db, rows, forgotten);
  for (const list of listNames) drop(list, rows[list], rejected, row => isTheirs(row, people, forgotten));
  partFrom(people, rows.contacts);
}

/**
 * The same for rows of one list, which are read alone: whoever was forgotten is known by their id, which a backup has as it
 * was; what belongs to them has nobody then.
 */
export async function dropForgottenRows(
  db: Database,
  list: ListName,
  rows: { row: number; data: object }[],
  rejected: Remark[],
): Promise<void> {
  const people = list === 'contacts' ? rows.filter(isContact) : [];
  const keys =
    list === 'identities' ? rows.flatMap(({ data }) => ('key' in data ? String(data.key) : [])) : [];
  const forgotten = await forgottenAmong(db, [...keys, ...people.flatMap(namedBy).map(contactKey)]);
  if (forgotten.size === 0) return;
  const gone = await notHere(db, [...new Set(people.flatMap(namedBy))].filter(isForgotten));
  drop(list, rows, rejected, row => isTheirs(row, gone, forgotten));
  partFrom(gone, people);

  function isForgotten(id: string): boolean {
    return forgotten.has(contactKey(id));
  }
}

type Row<Data extends object = object> = { row: number; data: Data };

/** True for every row of a contact, since the schema was asked. */
const isContact = (row: Row): row is Row<Contact> => 'doNotContact' in row.data;

/** Whom a contact's row is about, or names: behind whom they stand, and whose facts they took. */
const namedBy = ({ data: { id, merged, taken = [] } }: Row<Contact>): string[] => [
  id,
  ...(merged ? [merged.into] : []),
  ...taken.map(({ of }) => of),
];

/** Whoever stood behind people that are gone stands for themselves, and who had facts of them has their own again. */
function partFrom(gone: ReadonlySet<string>, rows: Row<Contact>[]): void {
  for (const item of rows) {
    const { merged, ...alone } = untaken(item.data, of => gone.has(of));
    item.data = { ...alone, ...(merged && !gone.has(merged.into) && { merged }) };
  }
}

/** Those of the ids that are nobody's here. */
async function notHere(db: Database, ids: string[]): Promise<Set<string>> {
  const here = await db.contacts.bulkGet(ids);
  return new Set(ids.filter((_id, at) => here[at] === undefined));
}

/** Ids of those in the file who are known to have been forgotten, and are not here. */
async function forgottenPeople(db: Database, rows: Rows, forgotten: Set<string>): Promise<Set<string>> {
  const ids = new Set([
    ...rows.contacts.flatMap(namedBy).filter(id => forgotten.has(contactKey(id))),
    ...rows.identities.flatMap(({ data }) => (forgotten.has(data.key) ? ownerOf(data) : [])),
  ]);
  return notHere(db, [...ids]);
}

/** Rows name their person in one of these; pairs in two of them. One that says whose it is may stand with another. */
const owners = ['id', 'first', 'second'];

function isTheirs(row: object, people: ReadonlySet<string>, forgotten: ReadonlySet<string>): boolean {
  const values = new Map<string, unknown>(Object.entries(row));
  const isPerson = (field: string) => {
    const value = values.get(field);
    return typeof value === 'string' && people.has(value);
  };
  const key = values.get('key');
  const owner = values.has('origin') ? 'origin' : 'contactId';
  return owners.some(isPerson) || isPerson(owner) || (typeof key === 'string' && forgotten.has(key));
}

function drop(
  list: ListName,
  rows: { row: number; data: object }[],
  rejected: Remark[],
  isOut: (row: object) => boolean,
): void {
  let kept = 0;
  for (const item of rows) {
    if (isOut(item.data)) rejected.push({ list, row: item.row, reason });
    else rows[kept++] = item;
  }
  rows.length = kept;
}
