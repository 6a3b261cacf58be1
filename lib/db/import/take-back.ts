// Taking an import back, portion by portion from its end: whoever was worked with since stays, and is named.
import { type Contact, isPresent } from '../../model/contact';
import type { Change, JournalEntry } from '../../model/journal';
import { Changes, primaryKeys, sameData } from '../changes';
import type { Database } from '../database';
import { searchRow } from '../derived';
import { peopleAbove } from '../merged';
import { fileImport } from '../transfer';
import { revert } from '../undo';

type Owned = { contactId: string };

/** `kept`: names of people who stay. `addresses`: keys of identities that are gone. */
export type TakenBack = { kept: string[]; addresses: string[] };

/** Ids of the entries of a batch that are not taken back yet, the last first. */
export async function entriesOfBatch(db: Database, batch: string): Promise<string[]> {
  return (await db.journal.where('batch').equals(batch).primaryKeys()).reverse();
}

/** Ids of people whom a portion made and who were worked with since. */
export async function peopleWhoStay(db: Database, id: string): Promise<string[]> {
  const entry = await db.journal.get(id);
  return entry && !entry.undoneBy ? [...(await workedWith(db, entry)).keys()] : [];
}

/**
 * Takes one portion back in one transaction. People whom the import made and nobody touched are gone with all their rows;
 * values that it changed are as before, except those that were edited since. Whoever is in `staying` keeps everything.
 */
export async function takeBackPortion(
  db: Database,
  id: string,
  undoneBy: string,
  staying: ReadonlySet<string> = new Set(),
): Promise<TakenBack> {
  return db.transaction('rw', db.tables, async () => {
    const entry = await db.journal.get(id);
    if (!entry || entry.undoneBy) return { kept: [], addresses: [] };
    const kept = await workedWith(db, entry);
    const stays = (owner = '') => kept.has(owner) || staying.has(owner);
    const changes = entry.changes.filter(change => !stays(ownerOf(change)) && !stays(frontOf(change)));
    await putBack(db, changes);
    await deriveAnew(db, changes);
    await db.journal.update(id, { undoneBy });
    const addresses = changes.flatMap(({ table, key }) => (table === 'identities' ? [key] : []));
    return { kept: [...kept.values()], addresses };
  });
}

/** Whose row a change is about. */
function ownerOf({ table, key, before, after }: Change): string | undefined {
  if (table === 'contacts') return key;
  const image = (after ?? before) as Partial<Owned> | undefined;
  return image?.contactId;
}

/** Beside whose values the change kept others: where those people stay, these do. */
const frontOf = ({ before, after }: Change): string | undefined =>
  before === undefined ? (after as Partial<Contact> | undefined)?.merged?.into : undefined;

/** People whom the entry made and who were worked with since: id and name. */
const workedWith = (db: Database, entry: JournalEntry): Promise<Map<string, string>> =>
  entry.name === fileImport ? touchedSince(db, entry) : touchedPeople(db, entry);

/**
 * Of a file of Regulars, which brings a person’s rows in other portions and with times of their own: the people of whom
 * the journal knows something that is neither of this file nor earlier.
 */
async function touchedSince(
  db: Database,
  { changes, at, batch }: JournalEntry,
): Promise<Map<string, string>> {
  const made = changes.filter(({ table, before }) => table === 'contacts' && before === undefined);
  const ids = made.map(({ key }) => key);
  const entries = await db.journal.where('contactIds').anyOf(ids).distinct().primaryKeys();
  const others = await db.journal.bulkGet(entries.filter(id => !id.startsWith(`${batch}-`)));
  const later = others.filter(entry => entry !== undefined && entry.at >= at);
  const touched = new Set(later.flatMap(entry => entry?.contactIds ?? []));
  const here = await db.contacts.bulkGet(ids.filter(id => touched.has(id)));
  return new Map(here.flatMap(contact => (contact ? [[contact.id, contact.name.value]] : [])));
}

const owning = ['identities', 'events', 'followUps', 'rejections'] as const;

/** The same of any other import: who was edited since, or has more than it gave them. */
async function touchedPeople(db: Database, { changes, at }: JournalEntry): Promise<Map<string, string>> {
  const made = changes.filter(({ table, before }) => table === 'contacts' && before === undefined);
  const ids = made.map(({ key }) => key);
  const own = new Set(changes.map(({ table, key }) => `${table}/${key}`));
  const now = await db.contacts.bulkGet(ids);
  const here = now.filter(contact => contact !== undefined);
  const touched = new Map(await inUse(db, here));
  for (const [place, { after }] of made.entries()) {
    const contact = now[place];
    if (contact && !sameData(contact, after)) touched.set(contact.id, contact.name.value);
  }
  const names = new Map(here.map(({ id, name }) => [id, name.value]));
  // Whoever others were merged into since stays for them; what the import itself put behind somebody has its time.
  for (const { merged } of await db.contacts.where('merged.into').anyOf(ids).toArray())
    if (merged && merged.at !== at) touched.set(merged.into, names.get(merged.into) ?? '');
  for (const table of owning) {
    const rows: (Owned & Record<string, unknown>)[] = await db
      .table(table)
      .where('contactId')
      .anyOf(ids)
      .toArray();
    for (const row of rows) {
      // What the same import brought in another portion has its time too.
      const isOwn = row.createdAt === at || own.has(`${table}/${row[primaryKeys[table]]}`);
      if (!isOwn) touched.set(row.contactId, names.get(row.contactId) ?? '');
    }
  }
  return touched;
}

/** Of people who stand behind others those of whom a value is in use: id, and the name of who uses it. */
async function inUse(db: Database, behind: readonly Contact[]): Promise<[string, string][]> {
  const above = await peopleAbove(db, behind);
  const uses = new Map(above.flatMap(({ name, taken = [] }) => taken.map(({ of }) => [of, name.value])));
  return behind.flatMap(({ id }): [string, string][] => {
    const name = uses.get(id);
    return name === undefined ? [] : [[id, name]];
  });
}

/** Gives the rows their images from before: untouched ones at once, edited ones value by value. */
async function putBack(db: Database, changes: readonly Change[]): Promise<void> {
  for (const [table, own] of Map.groupBy(changes, change => change.table)) {
    const now: unknown[] = await db.table(table).bulkGet(own.map(({ key }) => key));
    const [same = [], edited = []] = [true, false].map(isSame =>
      own.filter(({ after }, at) => sameData(now[at], after) === isSame),
    );
    const made = same.filter(({ before }) => before === undefined);
    await db.table(table).bulkDelete(made.map(({ key }) => key));
    await db.table(table).bulkPut(same.flatMap(({ before }) => (before === undefined ? [] : [before])));
    const reverting = new Changes(db);
    for (const change of edited) await revert(db, reverting, change);
  }
}

/** Search rows of whoever is as before; those of people who are gone go too. */
async function deriveAnew(db: Database, changes: readonly Change[]): Promise<void> {
  const ids = [...new Set(changes.flatMap(change => ownerOf(change) ?? []))];
  const contacts = await db.contacts.bulkGet(ids);
  const gone = ids.filter((_id, at) => contacts[at] === undefined);
  await db.search.bulkDelete(gone);
  const here = contacts.filter(contact => contact !== undefined && isPresent(contact));
  const identities = await db.identities.where('contactId').anyOf(ids).toArray();
  const byContact = Map.groupBy(identities, ({ contactId }) => contactId);
  await db.search.bulkPut(
    here.flatMap(contact => (contact ? [searchRow(contact, byContact.get(contact.id) ?? [])] : [])),
  );
}
