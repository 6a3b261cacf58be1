// Writing a portion of imported people: one transaction with its own journal entry, part of the import's batch.
import type { Change } from '../../model/journal';
import { contactIdsOf, sameData } from '../changes';
import type { Database, DomainRow } from '../database';
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
    await Promise.all([
      ...writeRows(db, changes),
      derive(db, weighed),
      db.journal.add({ ...info, name: importName, contactIds: contactIdsOf(changes), changes }),
    ]);
    return weighed;
  });
}

/** Every row that becomes another, once, with its image before. */
async function changesOf(db: Database, weighed: readonly Weighed[]): Promise<Change[]> {
  const contacts = new Map(weighed.map(({ contact, before }) => [contact?.id, { before, after: contact }]));
  for (const pair of await keptPairs(db, weighed)) contacts.set(pair.after.id, pair);
  const changed = [...contacts.values()].flatMap(({ before, after }): Change[] => {
    if (!after || (before && sameData(before, after))) return [];
    return [{ table: 'contacts', key: after.id, ...(before && { before }), after }];
  });
  const identities = weighed.flatMap(one => one.identities);
  const events = weighed.flatMap(one => one.events);
  return [
    ...changed,
    ...identities.map(after => ({ table: 'identities' as const, key: after.key, after })),
    ...events.map(after => ({ table: 'events' as const, key: after.id, after })),
  ];
}

/** What is kept behind contacts, with what stands there already; few portions have any. */
async function keptPairs(db: Database, weighed: readonly Weighed[]) {
  const kept = weighed.flatMap(one => one.kept ?? []);
  if (kept.length === 0) return [];
  const before = await db.contacts.bulkGet(kept.map(({ id }) => id));
  return kept.map((after, at) => ({ before: before[at], after }));
}

function writeRows(db: Database, changes: readonly Change[]): PromiseLike<unknown>[] {
  const tables = Map.groupBy(changes, change => change.table);
  return [...tables].map(([table, own]) => db.table(table).bulkPut(own.map(({ after }) => after)));
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
  const search = [...contacts.values()].map(one => searchRow(one, byContact.get(one.id) ?? []));
  await Promise.all([db.search.bulkPut(search), addDomains(db, domainRows(fresh))]);
}

async function addDomains(db: Database, rows: DomainRow[]): Promise<void> {
  const there = await db.domains.bulkGet(rows.map(({ domain }) => domain));
  await db.domains.bulkPut(rows.filter((_row, at) => there[at] === undefined));
}
