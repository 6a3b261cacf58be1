// Procedures about contacts: find, create, change, link, unlink, trash.
import { z } from 'zod';
import type { Changes } from '../db/changes';
import {
  countContacts,
  findIdentities,
  listContacts,
  listIdentities,
  listTrash,
  summaries,
  summarise,
} from '../db/contacts';
import { forgottenAt } from '../db/erase';
import { findPeople } from '../db/search';
import { readSettings } from '../db/settings';
import { identityKeys, isAccountOf } from '../identity/accounts';
import { type Contact, contactPatchSchema } from '../model/contact';
import { identityKeySchema, type SeenIdentity, seenIdentitySchema } from '../model/identity';
import { isTrashed, type JournalEntry } from '../model/journal';
import { rejectionId } from '../model/rejection';
import { idSchema, type Source, sourceKinds } from '../model/source';
import { mustBeAllowed } from './allowed';
import { applyPatch } from './contact-patch';
import { accountRows, giveIdentity, rowsBehind, rowsOf } from './identities';
import { pageOf } from './in-sight';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { readCard } from './on-screen';
import { apps, CallError, type Context, procedure, safeApps, tabOfCall } from './procedure';
import { keepOnScreen } from './remembering';

/** After somebody became known: the conversation is kept, and the page beside draws its marks anew. */
async function showKnown(context: Context, tabId: number | undefined): Promise<void> {
  await keepOnScreen(context, tabId);
  if (tabId === undefined) return;
  await context.platform.sendToPage(await pageOf(context, tabId), { regulars: 'page', order: 'marks' });
}

/** Gives every seen identity to a contact; throws where one is somebody else's. */
async function giveAll(
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

const newContactSchema = z.strictObject({
  patch: contactPatchSchema,
  identities: z.array(seenIdentitySchema).max(20),
  from: z.enum(sourceKinds),
  url: z.string().max(2048).optional(),
  /** The tab whose conversation is kept with the person, where history is automatic. */
  tabId: z.number().int().optional(),
});

const create = procedure({
  roles: apps,
  input: newContactSchema,
  run: async ({ patch, identities, from, url, tabId }, context) => {
    await mustBeAllowed(context, identities);
    const done = await journaled(context, 'contacts.create', async changes => {
      if (!patch.name) throw new CallError('invalid', 'A person needs a name.');
      const source: Source = { from, at: context.now, url };
      const id = context.caller.callId;
      const blank: Contact = {
        id,
        name: { value: patch.name, source },
        tags: [],
        preferences: [],
        fields: [],
        doNotContact: false,
        createdAt: context.now,
        updatedAt: context.now,
        version: 0,
      };
      await changes.put('contacts', applyPatch(blank, patch, source));
      await giveAll(context, changes, identities, { contactId: id, source });
      return { id };
    });
    await showKnown(context, tabOfCall(context.caller, tabId));
    return done;
  },
});

const save = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, patch: contactPatchSchema }),
  run: ({ id, patch }, context) =>
    journaled(context, 'contacts.save', async changes => {
      const contact = await knownContact(context, id);
      await changes.put('contacts', applyPatch(contact, patch, { from: 'user', at: context.now }));
      return { id };
    }),
});

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
        throw new CallError('not-found', 'This is no longer theirs.');
      for (const row of await rowsBehind(context.db, stored)) await changes.remove('identities', row);
      return { id };
    }),
});

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

const remove = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    journaled(context, 'contacts.delete', async changes => {
      const contact = await knownContact(context, id);
      for (const identity of await listIdentities(context.db, contact.id))
        await changes.remove('identities', identity.key);
      await changes.put('contacts', { ...contact, deletedAt: context.now, version: contact.version + 1 });
      return { id };
    }),
});

const get = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => readCard(context.db, await knownContact(context, id)),
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

const list = procedure({
  roles: apps,
  input: z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
  run: async ({ offset, limit }, { db }) => ({
    contacts: await listContacts(db, offset, limit),
    total: await countContacts(db),
  }),
});

const search = procedure({
  roles: apps,
  input: z.strictObject({ query: z.string().max(200), limit: z.number().int().min(1).max(100) }),
  run: ({ query, limit }, { db }) => findPeople(db, query, limit),
});

/** Whether this is the deletion of the person, or its repetition by undoing an undo. */
const putInTrash = (entry: JournalEntry, id: string): boolean =>
  entry.changes.some(
    ({ table, key, before, after }) =>
      table === 'contacts' && key === id && !isTrashed(before) && isTrashed(after),
  );

const trash = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: async (_input, { db }) => {
    const contacts = (await listTrash(db)).filter(({ deletedAt }) => deletedAt !== forgottenAt);
    const deletions = await db.journal
      .where('contactIds')
      .anyOf(contacts.map(contact => contact.id))
      .toArray();
    return contacts.map(contact => ({
      contact: summarise(contact),
      deletedAt: contact.deletedAt ?? 0,
      /** Undoing this command brings the person back. */
      commandId: deletions.find(entry => !entry.undoneBy && putInTrash(entry, contact.id))?.id,
    }));
  },
});

export const contactProcedures = {
  'contacts.create': create,
  'contacts.save': save,
  'contacts.link': link,
  'contacts.unlink': unlink,
  'contacts.notThisPerson': notThisPerson,
  'contacts.delete': remove,
  'contacts.get': get,
  'contacts.find': find,
  'contacts.list': list,
  'contacts.search': search,
  'contacts.trash': trash,
};
