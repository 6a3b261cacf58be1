// Writing a portion of imported people: one transaction with its own journal entry, part of the import's batch.
import type { Change } from '../../model/journal';
import { contactIdsOf, sameData } from '../changes';
import type { Database } from '../database';
import { domainRows, searchRow } from '../derived';
import type { Prepared } from './prepare';
import { type Rules, type Weighed, weighPortion } from './weigh';

export const importName = 'people.import';

/** `id` names the portion: written again, as after a stop, it changes nothing. */
export type PortionInfo = { id: string; batch: string; at: number };

/** Compares and writes a portion; gives what became of each draft, or undefined where it was written before. */
export async function writePortion(
  db: Database,
  info: PortionInfo,
  portion: readonly Prepared[],
  rules: Rules,
): Promise<Weighed[] | undefined> {
  return db.transaction('rw', db.tables, async () => {
    if (await db.journal.get(info.id)) return undefined;
    const weighed = await weighPortion(db, portion, rules);
    const changes = await changesOf(db, weighed);
    await writeRows(db, changes);
    await derive(db, weighed);
    await db.journal.add({ ...info, name: importName, contactIds: contactIdsOf(changes), changes });
    return weighed;
  });
}

/** Every row that becomes another, once, with its image before. */
async function changesOf(db: Database, weighed: readonly Weighed[]): Promise<Change[]> {
  const contacts = new Map(
    weighed
      .flatMap(({ contact, kept }) => [contact, kept])
      .flatMap(contact => (contact ? [[contact.id, contact]] : [])),
  );
  const before = await db.contacts.bulkGet([...contacts.keys()]);
  const changed = [...contacts.values()].flatMap((after, at): Change[] => {
    const old = before[at];
    if (old && sameData(old, after)) return [];
    return [{ table: 'contacts', key: after.id, ...(old && { before: old }), after }];
  });
  const identities = weighed.flatMap(one => one.identities);
  const events = weighed.flatMap(one => one.events);
  return [
    ...changed,
    ...identities.map(after => ({ table: 'identities' as const, key: after.key, after })),
    ...events.map(after => ({ table: 'events' as const, key: after.id, after })),
  ];
}

async function writeRows(db: Database, changes: readonly Change[]): Promise<void> {
  for (const [table, own] of Map.groupBy(changes, change => change.table))
    await db.table(table).bulkPut(own.map(({ after }) => after));
}

/** Rows that follow from the written ones, so that everybody is found at once. */
async function derive(db: Database, weighed: readonly Weighed[]): Promise<void> {
  const contacts = new Map(weighed.flatMap(({ contact }) => (contact ? [[contact.id, contact]] : [])));
  const known = weighed.filter(({ fate }) => fate !== 'new' && fate !== 'refused');
  const stored = await db.identities
    .where('contactId')
    .anyOf(known.flatMap(({ contact }) => contact?.id ?? []))
    .toArray();
  const fresh = weighed.flatMap(({ identities }) => identities);
  const all = new Map([...stored, ...fresh].map(identity => [identity.key, identity]));
  const inOrder = [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const byContact = Map.groupBy(inOrder, ({ contactId }) => contactId);
  await db.search.bulkPut([...contacts.values()].map(one => searchRow(one, byContact.get(one.id) ?? [])));
  const domains = domainRows(fresh);
  const there = await db.domains.bulkGet(domains.map(({ domain }) => domain));
  await db.domains.bulkPut(domains.filter((_row, at) => there[at] === undefined));
}
