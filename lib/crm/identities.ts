// Identities of contacts: how a seen one is stored, whose it may become, and what is learned of an account later.

import type { Changes } from '../db/changes';
import { runCommand } from '../db/command';
import { findContact } from '../db/contacts';
import type { Database } from '../db/database';
import { accountKey, identityKeys } from '../identity/accounts';
import { identityKey, identityValue } from '../identity/keys';
import { skeleton } from '../identity/skeleton';
import type { Identity, SeenIdentity } from '../model/identity';
import { rejectionId } from '../model/rejection';
import type { Source } from '../model/source';
import type { Candidate, Match } from './matching';
import { CallError, type Context } from './procedure';

type Owner = { contactId: string; source: Source; country?: string | undefined };

/** The rows of a seen identity: its handle or address, and the account's lasting id. Throws when it is neither. */
export function rowsOf(seen: SeenIdentity, { contactId, source, country }: Owner): Identity[] {
  const [first] = identityKeys(seen, country);
  if (!first)
    throw new CallError(
      'invalid',
      `“${seen.value}” is not a complete ${seen.kind === 'email' ? 'address' : 'identity'}.`,
    );
  const value = identityValue(seen, country);
  const common = { kind: seen.kind, value, contactId, source, ...(seen.id && { accountId: seen.id }) };
  return identityKeys(seen, country).map(key => ({
    key,
    ...common,
    ...(seen.kind === 'email' && { skeleton: skeleton(value) }),
  }));
}

/**
 * Gives an identity to a contact. One that is somebody else's is refused with their name, except a handle that belongs
 * to another account now: the account's id stays with whom it was.
 */
export async function giveIdentity(db: Database, changes: Changes, identity: Identity): Promise<void> {
  const owner = await db.identities.get(identity.key);
  if (owner?.contactId === identity.contactId && (owner.accountId || !identity.accountId)) return;
  if (owner && owner.contactId !== identity.contactId && !isReassigned(owner, identity)) {
    const other = await findContact(db, owner.contactId);
    if (other) throw new CallError('conflict', `${identity.value} already belongs to ${other.name.value}.`);
  }
  await changes.put('identities', identity);
  await changes.remove('rejections', rejectionId(identity.key, identity.contactId));
}

/** Whether a handle now has another account behind it than the stored one. */
export const isReassigned = (stored: Identity, seen: Pick<Identity, 'accountId'>): boolean =>
  stored.accountId !== undefined && seen.accountId !== undefined && stored.accountId !== seen.accountId;

/** The keys of the rows that stand for the same account of the same contact. */
export async function accountRows(
  db: Database,
  { kind, accountId, contactId, key }: Identity,
): Promise<string[]> {
  if (accountId === undefined) return [key];
  const rows = await db.identities.where('contactId').equals(contactId).toArray();
  return rows.filter(row => row.kind === kind && row.accountId === accountId).map(row => row.key);
}

/**
 * Keeps what a page says about accounts of contacts beyond what is stored: the id behind a handle, the new handle of an
 * account. By itself, and never what is somebody else's.
 */
export async function completeAccounts(
  context: Context,
  people: readonly Candidate[],
  matches: readonly (Match | undefined)[],
): Promise<void> {
  const fresh: Identity[] = [];
  for (const [place, { seen }] of people.entries()) {
    const match = matches[place];
    for (const identity of match ? seen.identities : []) {
      if (identity.id && match && identity.kind === match.identity.kind)
        fresh.push(...(await missingRows(context, identity, match)));
    }
  }
  if (fresh.length === 0) return;
  const info = { id: `${context.caller.callId}-accounts`, name: 'contacts.automatic', at: context.now };
  const { tables } = await runCommand(context.db, info, async changes => {
    for (const identity of fresh) await changes.put('identities', identity);
  });
  if (tables.length > 0) context.changed(tables);
}

async function missingRows(
  { db, now }: Context,
  seen: SeenIdentity,
  { contact, identity: known }: Match,
): Promise<Identity[]> {
  const isTheirs = [accountKey(seen), identityKey(seen)].includes(known.key);
  if (!isTheirs) return [];
  const rows = rowsOf(seen, { contactId: contact.id, source: { from: 'page', at: now } });
  const stored = await db.identities.bulkGet(rows.map(row => row.key));
  return rows.flatMap((row, place) => {
    const other = stored[place];
    if (!other) return [row];
    const isOurs = other.contactId === contact.id && other.accountId === undefined;
    return isOurs ? [{ ...other, accountId: row.accountId }] : [];
  });
}
