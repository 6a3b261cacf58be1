// Procedures about whose an identity is: found, linked, verified, taken off, and parted for good.
import { z } from 'zod';
import type { Changes } from '../db/changes';
import { findIdentities, summaries } from '../db/contacts';
import { readSettings } from '../db/settings';
import { identityKeys, isAccountOf } from '../identity/accounts';
import { type Identity, identityKeySchema, type SeenIdentity, seenIdentitySchema } from '../model/identity';
import { rejectionId } from '../model/rejection';
import { idSchema, type Source } from '../model/source';
import { mustBeAllowed } from './allowed';
import { accountRows, giveIdentity, rowsBehind, rowsOf } from './identities';
import { pageOf } from './in-sight';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { apps, CallError, type Context, procedure, tabOfCall } from './procedure';
import { keepOnScreen } from './remembering';

const notTheirs = 'This is no longer theirs.';

/** After somebody became known: the conversation is kept, and the page beside draws its marks anew. */
export async function showKnown(context: Context, tabId: number | undefined): Promise<void> {
  await keepOnScreen(context, tabId);
  if (tabId === undefined) return;
  await context.platform.sendToPage(await pageOf(context, tabId), { regulars: 'page', order: 'marks' });
}

/** Gives every seen identity to a contact; throws where one is somebody else's. */
export async function giveAll(
  { db }: Context,
  changes: Changes,
  identities: SeenIdentity[],
  owner: { contactId: string; source: Source },
): Promise<void> {
  const { country } = (await readSettings(db)).me;
  for (const seen of identities) {
    for (const row of rowsOf(seen, { ...owner, country })) await giveIdentity(db, changes, row);
  }
}

/** Links somebody seen to a contact, by everything they appear as: "this is also …". */
const link = procedure({
  roles: apps,
  input: z.strictObject({
    id: idSchema,
    identities: z.array(seenIdentitySchema).min(1).max(8),
    url: z.string().max(2048).optional(),
    tabId: z.number().int().optional(),
  }),
  run: async ({ id, identities, url, tabId }, context) => {
    await mustBeAllowed(context, identities);
    const done = await journaled(context, 'contacts.link', async changes => {
      const { id: contactId } = await knownContact(context, id);
      const { country } = (await readSettings(context.db)).me;
      const keys = identities.flatMap(seen => identityKeys(seen, country));
      const stored = await findIdentities(context.db, keys);
      if (keys.length > 0 && stored.every(row => row?.contactId === contactId))
        throw new CallError('conflict', `${identities[0]?.value} is theirs already.`);
      await giveAll(context, changes, identities, {
        contactId,
        source: { from: 'user', at: context.now, url },
      });
      return { id };
    });
    await showKnown(context, tabOfCall(context.caller, tabId));
    return done;
  },
});

/** Takes an identity off a contact. It may match again later: what was said to be wrong is `notThisPerson`. */
const unlink = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, key: identityKeySchema }),
  run: ({ id, key }, context) =>
    journaled(context, 'contacts.unlink', async changes => {
      const stored = await context.db.identities.get(key);
      if (!stored || stored.contactId !== (await knownContact(context, id)).id)
        throw new CallError('not-found', notTheirs);
      for (const row of await rowsBehind(context.db, stored)) await changes.remove('identities', row);
      return { id };
    }),
});

/** The user vouches for an identity, or no longer: one account is verified by every handle and id that it has. */
const verify = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, key: identityKeySchema, isTheirs: z.boolean() }),
  run: ({ id, key, isTheirs }, context) =>
    journaled(context, 'contacts.verify', async changes => {
      const stored = await context.db.identities.get(key);
      if (!stored || stored.contactId !== (await knownContact(context, id)).id)
        throw new CallError('not-found', notTheirs);
      const rows = await findIdentities(context.db, await accountRows(context.db, stored));
      for (const row of rows) if (row) await changes.put('identities', vouched(row, isTheirs, context.now));
      return { id };
    }),
});

/** The identity as the user vouches for it; since when stays when it is said again. */
function vouched({ verifiedAt, ...identity }: Identity, isTheirs: boolean, now: number): Identity {
  return isTheirs ? { ...identity, verifiedAt: verifiedAt ?? now } : identity;
}

/** Parts somebody seen from a contact: everything they appear as, with the whole of an account. Remembered. */
const notThisPerson = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, identities: z.array(seenIdentitySchema).min(1).max(8) }),
  run: ({ id, identities }, context) =>
    journaled(context, 'contacts.notThisPerson', async changes => {
      const { id: contactId } = await knownContact(context, id);
      const { country } = (await readSettings(context.db)).me;
      const keys = identities.flatMap(seen => identityKeys(seen, country));
      if (keys.length === 0) throw new CallError('invalid', 'There is no identity to part from this person.');
      const stored = await findIdentities(context.db, keys);
      const own = stored.filter(row => row?.contactId === contactId && isAccountOf(row, identities));
      const accounts = await Promise.all(own.map(row => row && accountRows(context.db, row)));
      const parted = new Set(accounts.flatMap(rows => rows ?? []));
      for (const key of parted) await changes.remove('identities', key);
      for (const key of new Set([...keys, ...parted]))
        await changes.put('rejections', { id: rejectionId(key, contactId), key, contactId, at: context.now });
      return { id };
    }),
});

/** Whose an identity is, if it is anybody's. */
const find = procedure({
  roles: apps,
  input: z.strictObject({ identity: seenIdentitySchema }),
  run: async ({ identity }, { db }) => {
    const { country } = (await readSettings(db)).me;
    const found = await findIdentities(db, identityKeys(identity, country));
    const owned = found.find(row => row !== undefined && isAccountOf(row, [identity]));
    const [contact] = owned ? await summaries(db, [owned.contactId]) : [];
    return contact ?? null;
  },
});

export const linkingProcedures = {
  'contacts.link': link,
  'contacts.unlink': unlink,
  'contacts.verify': verify,
  'contacts.notThisPerson': notThisPerson,
  'contacts.find': find,
};
