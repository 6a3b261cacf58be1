// Erasing people from the journal: every image of what is theirs or was, whether an entry names them or not.
import type { Contact } from '../model/contact';
import type { Change, JournalEntry } from '../model/journal';
import { sameData } from './changes';
import type { Database } from './database';
import { isMoved, movedTables, peopleIn } from './merged';

/** Entries of one transaction; an entry of an import holds a thousand rows. */
const entriesAtOnce = 20;

/** A time (ms) in which one of these contacts stood for somebody: what was written of it may be the other's. */
type Shared = { contacts: ReadonlySet<string>; from: number; to: number };

/** What an entry can say of people. `rows`: theirs now or once, by table and key. */
type Traces = { people: ReadonlySet<string>; rows: ReadonlySet<string>; shared: readonly Shared[] };

/** Takes the images of people out of every entry, in portions; can be repeated. */
export async function eraseFromJournal(db: Database, people: Set<string>): Promise<void> {
  const traces = await tracesOf(db, people);
  await eachPortion(db, await db.journal.toCollection().primaryKeys(), async entries => {
    for (const entry of entries) {
      const rest = withoutPeople(entry, traces);
      if (sameData(entry, rest)) continue;
      if (rest) await db.journal.put(rest);
      else await db.journal.delete(entry.id);
    }
  });
}

async function eachPortion(
  db: Database,
  keys: string[],
  work: (entries: JournalEntry[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < keys.length; at += entriesAtOnce) {
    await db.transaction('rw', db.tables, async () => {
      const entries = await db.journal.bulkGet(keys.slice(at, at + entriesAtOnce));
      await work(entries.filter(entry => entry !== undefined));
    });
  }
}

/**
 * The rows that are these people's, or were before they were removed: whatever an entry says of those is about them, also
 * from when they stood with another. And the times in which they stood behind another.
 */
async function tracesOf(db: Database, people: ReadonlySet<string>): Promise<Traces> {
  const rows = new Set<string>();
  const shared: Shared[] = [];
  const keys = await db.journal
    .where('contactIds')
    .anyOf([...people])
    .distinct()
    .primaryKeys();
  await eachPortion(db, keys, async entries => {
    for (const entry of entries) {
      for (const change of entry.changes)
        if (isMoved(change.table) && speaksOf(change, people)) rows.add(`${change.table}/${change.key}`);
      shared.push(...sharedUntil(entry, people));
    }
  });
  for (const window of shared) await addRemoved(db, rows, window);
  await leaveOthers(db, rows, people);
  return { people, rows, shared };
}

/** Adds rows that were removed, and stood with one of the contacts in that time: nobody can say any longer whose they were. */
async function addRemoved(db: Database, rows: Set<string>, { contacts, from, to }: Shared): Promise<void> {
  const entries = db.journal.where('contactIds').anyOf([...contacts]);
  const keys = await entries
    .filter(({ at }) => at >= from && at <= to)
    .distinct()
    .primaryKeys();
  await eachPortion(db, keys, async all => {
    for (const { table, key } of all.flatMap(({ changes }) => changes))
      if (isMoved(table) && (await db.table(table).get(key)) === undefined) rows.add(`${table}/${key}`);
  });
}

/** Of rows that were theirs once only those stay that are nobody else's now; those that are theirs now are added. */
async function leaveOthers(db: Database, rows: Set<string>, people: ReadonlySet<string>): Promise<void> {
  for (const table of movedTables) {
    const keys = [...rows].filter(row => row.startsWith(`${table}/`)).map(row => row.slice(table.length + 1));
    const now: unknown[] = await db.table(table).bulkGet(keys);
    for (const [place, key] of keys.entries())
      if (now[place] !== undefined && !belongsTo(now[place], people)) rows.delete(`${table}/${key}`);
    const own: unknown[] = await db
      .table(table)
      .where('contactId')
      .anyOf([...people])
      .primaryKeys();
    for (const key of own) rows.add(`${table}/${key}`);
  }
}

/** Behind whom people stood until an entry took them apart: what was written meanwhile may be of either. */
function sharedUntil({ changes, at }: JournalEntry, people: ReadonlySet<string>): Shared[] {
  const contacts = new Set(changes.flatMap(({ before, after }) => [...peopleIn(before), ...peopleIn(after)]));
  return changes.flatMap(({ table, key, before, after }): Shared[] => {
    if (table !== 'contacts' || !people.has(key)) return [];
    const [was, is] = [before, after] as (Contact | undefined)[];
    return was?.merged && is && !is.merged ? [{ contacts, from: was.merged.at, to: at }] : [];
  });
}

/** What an entry says of other people; undefined when it spoke of these alone. */
function withoutPeople(entry: JournalEntry, traces: Traces): JournalEntry | undefined {
  const { people } = traces;
  const changes = entry.changes.filter(change => !isTrace(change, entry.at, traces));
  if (changes.length === 0 && entry.changes.length > 0) return undefined;
  const contactIds = entry.contactIds.filter(id => !people.has(id));
  const { result, ...rest } = entry;
  const told = withoutKept(result);
  return {
    ...rest,
    changes,
    contactIds,
    ...(told !== undefined && !names(told, people) && { result: told }),
  };
}

const isTrace = (change: Change, at: number, { people, rows, shared }: Traces): boolean =>
  speaksOf(change, people) ||
  rows.has(`${change.table}/${change.key}`) ||
  (change.table === 'contacts' &&
    shared.some(
      ({ contacts, from, to }) =>
        at >= from && at <= to && [change.key, ...linksOf(change)].some(id => contacts.has(id)),
    ));

/** Behind whom a contact stands: its link remembers what that one said. */
const linksOf = ({ before, after }: Change): string[] =>
  ([before, after] as (Contact | undefined)[]).flatMap(image => image?.merged?.into ?? []);

/** What an undo kept is named by keys, which are addresses. */
const withoutKept = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && 'kept' in result ? { ...result, kept: [] } : result;

/** Whether a command's answer names one of these people. */
const names = (value: unknown, people: ReadonlySet<string>): boolean =>
  typeof value === 'string'
    ? people.has(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(item => names(item, people));

/** Whether a change is of a person's own row, or of a row that is theirs before or after. */
export const speaksOf = ({ table, key, before, after }: Change, people: ReadonlySet<string>): boolean =>
  (table === 'contacts' && people.has(key)) || [before, after].some(image => belongsTo(image, people));

/** Whether an image says something of one of these people. */
export const belongsTo = (image: unknown, people: ReadonlySet<string>): boolean =>
  peopleIn(image).some(id => people.has(id));
