// Identities of contacts: how a seen one is stored, whose it may become, and what goes with one that is taken off.

import type { Changes } from '../db/changes';
import { findContact } from '../db/contacts';
import type { Database } from '../db/database';
import { withMerged } from '../db/merged';
import { accountKey } from '../identity/accounts';
import { identityRows, type Owner } from '../identity/rows';
import type { Identity, SeenIdentity } from '../model/identity';
import { rejectionId } from '../model/rejection';
import { CallError } from './procedure';

/** The rows of a seen identity: its handle or address, and the account's lasting id. Throws when it is neither. */
export function rowsOf(seen: SeenIdentity, owner: Owner): Identity[] {
  const rows = identityRows(seen, owner);
  if (rows.length === 0)
    throw new CallError(
      'invalid',
      `“${seen.value}” is not a complete ${seen.kind === 'email' ? 'address' : 'identity'}.`,
    );
  return rows;
}

/**
 * Gives an identity to a contact. One that is somebody else's is refused with their name, except a handle that belongs
 * to another account now: the account's id stays with whom it was.
 */
export async function giveIdentity(db: Database, changes: Changes, identity: Identity): Promise<void> {
  const { key, contactId, accountId } = identity;
  const owner = await db.identities.get(key);
  if (owner?.contactId === contactId) {
    if (accountId) await changes.put('identities', { ...ofAccount(owner, identity), accountId });
    return;
  }
  if (owner && !isReassigned(owner, identity)) {
    const other = await findContact(db, owner.contactId);
    if (other) throw new CallError('conflict', `${identity.value} already belongs to ${other.name.value}.`);
  }
  await changes.put('identities', identity);
  for (const id of await withMerged(db, [contactId]))
    await changes.remove('rejections', rejectionId(key, id));
}

/** The stored handle for the account that has it now: what was vouched for of another account is not vouched for of this. */
function ofAccount(stored: Identity, seen: Identity): Identity {
  const { verifiedAt: _vouched, ...rest } = stored;
  return isReassigned(stored, seen) ? rest : stored;
}

/** Whether a handle now has another account behind it than the stored one. */
const isReassigned = (stored: Identity, seen: Identity): boolean =>
  stored.accountId !== undefined && seen.accountId !== undefined && stored.accountId !== seen.accountId;

/** The keys of all rows that stand for the same account of the same contact: its id, and the handles it had. */
export async function accountRows(
  db: Database,
  { kind, accountId, contactId, key }: Identity,
): Promise<string[]> {
  if (accountId === undefined) return [key];
  const rows = await db.identities.where('contactId').equals(contactId).toArray();
  return rows.filter(row => row.kind === kind && row.accountId === accountId).map(row => row.key);
}

/** The keys that go when an identity is taken off: of an account with other handles this one only, else the id too. */
export async function rowsBehind(db: Database, identity: Identity): Promise<string[]> {
  const id = accountKey({ kind: identity.kind, id: identity.accountId });
  const all = await accountRows(db, identity);
  const hasOthers = all.some(key => key !== id && key !== identity.key);
  return identity.key !== id && hasOthers ? [identity.key] : all;
}
