// People who were merged where a file was made: kept so only where all of them come with it.
import type { Database } from '../db/database';
import type { Contact } from '../model/contact';
import type { Remark, Rows } from './export-format';

/**
 * Takes apart who is merged into somebody that is not in the file, that is here already, or that is merged into them in a
 * circle: nobody is hidden behind a person whom the file does not bring. Sorts the contacts so that each comes after
 * whom they stand behind, as an import may be stopped at any row.
 */
export async function soundMerges(
  db: Database,
  { contacts }: Pick<Rows, 'contacts'>,
  remarks: Remark[],
): Promise<void> {
  const byId = new Map(contacts.map(({ data }) => [data.id, data]));
  const targets = [...new Set(contacts.flatMap(({ data }) => data.merged?.into ?? []))];
  const known = await db.contacts.bulkGet(targets);
  const here = new Set(targets.filter((_id, at) => known[at] !== undefined));
  const depths = new Map<string, number>();
  for (const { row, data } of contacts) {
    if (!data.merged) continue;
    const { into } = data.merged;
    if (byId.has(into) && !here.has(into) && !isCircle(data, byId)) continue;
    delete data.merged;
    remarks.push({
      list: 'contacts',
      row,
      reason: 'Taken apart: whom they were merged into is not in this file alone.',
    });
  }
  for (const { data } of contacts) depths.set(data.id, depthOf(data, byId));
  contacts.sort((a, b) => (depths.get(a.data.id) ?? 0) - (depths.get(b.data.id) ?? 0));
}

/** Whether the way up from a contact comes back to it. */
function isCircle(contact: Contact, byId: Map<string, Contact>): boolean {
  const met = new Set<string>();
  let at: Contact | undefined = contact;
  while (at?.merged && !met.has(at.id)) {
    met.add(at.id);
    at = byId.get(at.merged.into);
    if (at === contact) return true;
  }
  return false;
}

/** How many a contact stands behind. */
function depthOf(contact: Contact, byId: Map<string, Contact>): number {
  const met = new Set<string>();
  for (let at: Contact | undefined = contact; at?.merged && !met.has(at.id); at = byId.get(at.merged.into))
    met.add(at.id);
  return met.size;
}
