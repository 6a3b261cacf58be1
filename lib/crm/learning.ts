// What pages say of accounts of contacts beyond what is stored: the id behind a handle, the new handle of an account.
import { runCommand } from '../db/command';
import type { Database } from '../db/database';
import { withMerged } from '../db/merged';
import { accountKey, identityKeys, isAccountOf } from '../identity/accounts';
import type { Identity, SeenIdentity } from '../model/identity';
import { rejectionId } from '../model/rejection';
import { rowsOf } from './identities';
import type { Candidate, Match } from './matching';
import type { Context } from './procedure';
import { isHomeOf } from './sites';

/** An account that a page shows of a contact. */
type Shown = { seen: SeenIdentity; contactId: string };

/**
 * Keeps the ids and handles of accounts that contacts have already, as pages show them: an account that was only seen
 * beside another identity is not theirs by that. Never what is somebody else's or was said to be wrong, and never from
 * another site than that of the account. Writes nothing
 * where there is nothing new.
 */
export async function learnAccounts(
  context: Context,
  people: readonly Candidate[],
  matches: readonly (Match | undefined)[],
): Promise<void> {
  const { db, now, caller } = context;
  const shown = people.flatMap(({ seen: { identities } }, place) => {
    const contactId = matches[place]?.contact.id;
    if (contactId === undefined) return [];
    return identities
      .filter(seen => accountKey(seen) && isHomeOf(seen.kind, caller.origin))
      .map(seen => ({ seen, contactId }));
  });
  if ((await newRows(db, shown, now)).length === 0) return;
  const info = { id: `${caller.callId}-accounts`, name: 'contacts.automatic', at: now };
  const { tables } = await runCommand(db, info, async changes => {
    // Looked up once more: what was nobody's a moment ago may be somebody's now.
    for (const row of await newRows(db, shown, now)) await changes.put('identities', row);
  });
  if (tables.length > 0) context.changed(tables);
}

async function newRows(db: Database, shown: Shown[], now: number): Promise<Identity[]> {
  const rows: Identity[] = [];
  for (const one of shown) rows.push(...(await newRowsOf(db, one, now)));
  return rows;
}

/** Whether the user said that an identity is not a contact, or not one of those who were merged into it. */
async function isRejected(db: Database, key: string, contactId: string): Promise<boolean> {
  const people = await withMerged(db, [contactId]);
  const rows = await db.rejections.bulkGet(people.map(id => rejectionId(key, id)));
  return rows.some(row => row !== undefined);
}

async function newRowsOf(db: Database, { seen, contactId }: Shown, now: number): Promise<Identity[]> {
  const keys = identityKeys(seen);
  const stored = await db.identities.bulkGet(keys);
  if (!stored.some(row => row?.contactId === contactId && isAccountOf(row, [seen]))) return [];
  const rejected = await Promise.all(keys.map(key => isRejected(db, key, contactId)));
  const [id] = stored;
  if ((id && id.contactId !== contactId) || rejected[0]) return [];
  const isNewHandle = keys.length > 1 && !stored[1] && !rejected[1];
  return rowsOf(seen, { contactId, source: { from: 'page', at: now } }).flatMap((row, place) => {
    const known = stored[place];
    if (!known) return rejected[place] ? [] : [row];
    if (known.contactId !== contactId) return [];
    // The id is named by the handle that came last.
    if (place === 0) return isNewHandle ? [{ ...known, value: row.value }] : [];
    return known.accountId === row.accountId ? [] : [{ ...known, accountId: row.accountId }];
  });
}
