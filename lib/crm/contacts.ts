// Procedures about contacts: find, create, change, trash.
import { z } from 'zod';
import { countContacts, listContacts, listIdentities, listTrash, summarise } from '../db/contacts';
import { forgottenAt } from '../db/erase';
import { findPeople } from '../db/search';
import { contactPatchSchema } from '../model/contact';
import { seenIdentitySchema } from '../model/identity';
import { isTrashed, type JournalEntry } from '../model/journal';
import { idSchema, type Source, sourceKinds } from '../model/source';
import { mustBeAllowed } from './allowed';
import { applyPatch } from './contact-patch';
import { journaled } from './journaled';
import { knownContact } from './known-contact';
import { giveAll, showKnown } from './linking';
import { newContact } from './new-contact';
import { readCard } from './on-screen';
import { apps, procedure, safeApps, tabOfCall } from './procedure';

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
      const source: Source = { from, at: context.now, url };
      const id = context.caller.callId;
      const blank = newContact(id, patch.name, source);
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
  'contacts.delete': remove,
  'contacts.get': get,
  'contacts.list': list,
  'contacts.search': search,
  'contacts.trash': trash,
};
