// Who stands for whom: people merged into others, and rows that stand with one person and are another's.
import type { Contact } from '../model/contact';
import type { JournaledTable } from '../model/journal';
import type { Database } from './database';

/** Tables whose rows go along when a person is merged into another. */
export const movedTables = ['identities', 'events', 'followUps'] as const;
export type MovedTable = (typeof movedTables)[number];
export const isMoved = (table: JournaledTable): table is MovedTable =>
  movedTables.some(moved => moved === table);

/** The contact that stands for `id`: itself, or the one it was merged into, and so on. Undefined for nobody. */
export async function standsFor(db: Database, id: string): Promise<Contact | undefined> {
  let contact = await db.contacts.get(id);
  const met = new Set<string>();
  while (contact?.merged && !met.has(contact.id)) {
    met.add(contact.id);
    const next = await db.contacts.get(contact.merged.into);
    if (!next) break;
    contact = next;
  }
  return contact;
}

/**
 * All who were merged into each of these contacts, directly or through others: nearer ones first, then in the order of
 * merging. Contacts that nobody was merged into are not in the map.
 */
export async function mergedBehind(db: Database, ids: readonly string[]): Promise<Map<string, Contact[]>> {
  const fronts = new Map(ids.map(id => [id, id]));
  const behind = new Map<string, Contact[]>();
  let last = [...ids];
  while (last.length > 0) {
    const next = await db.contacts.where('merged.into').anyOf(last).toArray();
    const fresh = next.filter(({ id }) => !fronts.has(id));
    fresh.sort((a, b) => (a.merged?.at ?? 0) - (b.merged?.at ?? 0));
    for (const contact of fresh) {
      const front = fronts.get(contact.merged?.into ?? '') ?? '';
      fronts.set(contact.id, front);
      behind.set(front, [...(behind.get(front) ?? []), contact]);
    }
    last = fresh.map(({ id }) => id);
  }
  return behind;
}

/** All who were merged into one contact, as `mergedBehind` gives them. */
export const mergedInto = async (db: Database, id: string): Promise<Contact[]> =>
  (await mergedBehind(db, [id])).get(id) ?? [];

/** Everybody whom one of these contacts stands behind, directly or through others. */
export async function peopleAbove(db: Database, contacts: readonly Contact[]): Promise<Contact[]> {
  const above = new Map<string, Contact>();
  let last = contacts;
  while (last.length > 0) {
    const wanted = new Set(
      last.flatMap(({ merged }) => (merged && !above.has(merged.into) ? merged.into : [])),
    );
    last = (await db.contacts.bulkGet([...wanted])).filter(contact => contact !== undefined);
    for (const contact of last) above.set(contact.id, contact);
  }
  return [...above.values()];
}

/** `ids` with all who were merged into them. */
export async function withMerged(db: Database, ids: string[]): Promise<string[]> {
  const merged = await Promise.all(ids.map(id => mergedInto(db, id)));
  return [...new Set([...ids, ...merged.flat().map(contact => contact.id)])];
}

/**
 * Everybody whom a row's image says something of: whose it is, of whom it is a pair, whom it stands behind, and those
 * whose facts it took.
 */
export function peopleIn(image: unknown): string[] {
  const row = (image ?? {}) as { [name: string]: unknown } & Partial<Pick<Contact, 'merged' | 'taken'>>;
  const named = [row.contactId, row.origin, row.first, row.second].filter(id => typeof id === 'string');
  return [...named, ...(row.merged ? [row.merged.into] : []), ...(row.taken ?? []).map(({ of }) => of)];
}

/** What of a row says whom it stands with and whose it is. */
type Owned = { contactId: string; origin?: string | undefined; openFor?: string | undefined };

/** Whose a row is, were everybody taken apart. */
export const ownerOf = ({ contactId, origin }: Owned): string => origin ?? contactId;

/** The row as it stands with `id`, being the row of `owner`. */
function standing<Row extends Owned>(row: Row, owner: string, id: string): Row {
  const { origin: _before, ...rest } = row;
  const next: Owned = { ...rest, contactId: id };
  if (owner !== id) next.origin = owner;
  if (row.openFor !== undefined) next.openFor = id;
  return next as Row;
}

/**
 * A way to put rows where they belong: with the contact that stands for their owner. It remembers whom it looked up, so
 * it holds only as long as nobody is merged or taken apart.
 */
export function placer(db: Database): <Row extends Owned>(row: Row) => Promise<Row> {
  const known = new Map<string, string | undefined>();
  const standIn = async (id: string) => {
    if (!known.has(id)) known.set(id, (await standsFor(db, id))?.id);
    return known.get(id);
  };
  return async row => {
    for (const owner of new Set([ownerOf(row), row.contactId])) {
      const id = await standIn(owner);
      if (id !== undefined) return standing(row, owner, id);
    }
    return row;
  };
}
