// Procedures about contacts: find, create, change, link, unlink, trash.
import { z } from 'zod';
import type { Changes } from '../db/changes';
import {
  countContacts,
  findContact,
  findIdentities,
  listContacts,
  listIdentities,
  listTrash,
  summaries,
  summarise,
} from '../db/contacts';
import { findPeople } from '../db/search';
import { readSettings } from '../db/settings';
import { identityKey, identityValue } from '../identity/keys';
import { skeleton } from '../identity/skeleton';
import { type Contact, contactPatchSchema } from '../model/contact';
import { type Identity, identityKeySchema, type SeenIdentity, seenIdentitySchema } from '../model/identity';
import { isTrashed, type JournalEntry } from '../model/journal';
import { rejectionId } from '../model/rejection';
import { idSchema, type Source, sourceKinds } from '../model/source';
import { applyPatch } from './contact-patch';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { readCard } from './on-screen';
import { apps, CallError, type Context, procedure, safeApps, tabOfCall } from './procedure';
import { keepOnScreen } from './remembering';

/** The stored form of a seen identity. Throws when it can't be read as one. */
async function toIdentity(
  context: Context,
  seen: SeenIdentity,
  contactId: string,
  source: Source,
): Promise<Identity> {
  const { country } = (await readSettings(context.db)).me;
  const key = identityKey(seen, country);
  if (!key)
    throw new CallError(
      'invalid',
      `“${seen.value}” is not a complete ${seen.kind === 'email' ? 'address' : 'identity'}.`,
    );
  const value = identityValue(seen, country);
  const identity: Identity = { key, kind: seen.kind, value, contactId, source };
  return seen.kind === 'email' ? { ...identity, skeleton: skeleton(value) } : identity;
}

async function addIdentity(context: Context, changes: Changes, identity: Identity): Promise<void> {
  const owner = await context.db.identities.get(identity.key);
  if (owner?.contactId === identity.contactId) return;
  if (owner) {
    const other = await findContact(context.db, owner.contactId);
    if (other) throw new CallError('conflict', `${identity.value} already belongs to ${other.name.value}.`);
  }
  await changes.put('identities', identity);
  await changes.remove('rejections', rejectionId(identity.key, identity.contactId));
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
      for (const seen of identities)
        await addIdentity(context, changes, await toIdentity(context, seen, id, source));
      return { id };
    });
    await keepOnScreen(context, tabOfCall(context.caller, tabId));
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

const link = procedure({
  roles: apps,
  input: z.strictObject({
    id: idSchema,
    identity: seenIdentitySchema,
    url: z.string().max(2048).optional(),
    tabId: z.number().int().optional(),
  }),
  run: async ({ id, identity, url, tabId }, context) => {
    const done = await journaled(context, 'contacts.link', async changes => {
      await knownContact(context, id);
      const source: Source = { from: 'user', at: context.now, url };
      const added = await toIdentity(context, identity, id, source);
      if ((await context.db.identities.get(added.key))?.contactId === id)
        throw new CallError('conflict', `${added.value} is theirs already.`);
      await addIdentity(context, changes, added);
      return { id };
    });
    await keepOnScreen(context, tabOfCall(context.caller, tabId));
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
      if (stored?.contactId !== id) throw new CallError('not-found', 'This is no longer theirs.');
      await changes.remove('identities', key);
      return { id };
    }),
});

const notThisPerson = procedure({
  roles: apps,
  input: z.strictObject({ id: idSchema, identity: seenIdentitySchema }),
  run: ({ id, identity }, context) =>
    journaled(context, 'contacts.notThisPerson', async changes => {
      await knownContact(context, id);
      const { country } = (await readSettings(context.db)).me;
      const key = identityKey(identity, country);
      if (!key) throw new CallError('invalid', 'There is no identity to part from this person.');
      const stored = await context.db.identities.get(key);
      if (stored?.contactId === id) await changes.remove('identities', key);
      await changes.put('rejections', { id: rejectionId(key, id), key, contactId: id, at: context.now });
      return { id };
    }),
});

const remove = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: ({ id }, context) =>
    journaled(context, 'contacts.delete', async changes => {
      const contact = await knownContact(context, id);
      for (const identity of await listIdentities(context.db, id))
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
    const [owned] = await findIdentities(db, [identityKey(identity, country) ?? '']);
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
    const contacts = await listTrash(db);
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
