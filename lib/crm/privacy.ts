// Procedures about what is known of people: the file of one person, forgetting, and how much is stored.
import { z } from 'zod';
import { readAmounts } from '../db/amounts';
import { backupsHolding } from '../db/backups-holding';
import { erasePeople, forgottenAt, keysOf, markForgotten } from '../db/erase';
import { allowAgain, allowEverybody, contactKey } from '../db/forgotten';
import { standsFor, withMerged } from '../db/merged';
import { countPerson, readPerson } from '../db/person';
import { readSettings } from '../db/settings';
import { identityKeys } from '../identity/accounts';
import type { Contact } from '../model/contact';
import { seenIdentitySchema } from '../model/identity';
import { idSchema } from '../model/source';
import { type PersonFile, personJson } from '../privacy/person-file';
import { personPage } from '../privacy/person-page';
import { CallError, type Context, procedure, safeApps } from './procedure';

/** Characters; browsers pass on messages of 64 MB at most. */
const longestFile = 30_000_000;

/** Somebody who is here or in the trash; throws `not-found` for whom nothing is stored of. */
async function storedContact({ db }: Context, id: string): Promise<Contact> {
  const contact = await standsFor(db, id);
  if (!contact || contact.deletedAt === forgottenAt)
    throw new CallError('not-found', 'Nothing is stored about this person.');
  return contact;
}

/** Everything about one person as one file: for programs, or for reading. */
const file = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema, as: z.enum(['json', 'html']) }),
  run: async ({ id, as }, context) => {
    const { db, platform, now } = context;
    const { fields, ...person } = await readPerson(db, await storedContact(context, id));
    const draft = await platform.readDraft(person.contact.id);
    const content: PersonFile = {
      format: 'regulars-person',
      version: 1,
      madeAt: now,
      ...person,
      fields: fields.filter(field => field !== undefined),
      ...(draft !== undefined && { draft }),
    };
    const text = as === 'json' ? personJson(content) : personPage(content);
    if (text.length > longestFile)
      throw new CallError('limit', 'There is too much for one file. Export everything under Data instead.');
    return { name: person.contact.name.value, text };
  },
});

/** What forgetting somebody would take away, and which backups would still hold them. Changes nothing. */
const forgetting = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema }),
  run: async ({ id }, context) => {
    const contact = await storedContact(context, id);
    const people = await withMerged(context.db, [contact.id]);
    const keys = [...(await keysOf(context.db, people)).values()].flat();
    return {
      name: contact.name.value,
      doNotContact: contact.doNotContact,
      counts: await countPerson(context.db, contact.id),
      /** There is an address or account by which a file would be recognised. */
      isRecognisable: keys.some(key => !people.some(person => key === contactKey(person))),
      backups: backupsHolding(await context.db.backups.toArray(), contact.createdAt, context.now),
    };
  },
});

/**
 * Forgets a person for good: nothing of them is left here, and there is no way back. Gives the backups that still hold
 * them. Repeated, it finishes what a stop interrupted; somebody who is gone already is forgotten.
 */
const forget = procedure({
  roles: safeApps,
  input: z.strictObject({ id: idSchema, keepsPrint: z.boolean() }),
  run: async ({ id, keepsPrint }, context) => {
    const { db, now } = context;
    const contact = await standsFor(db, id);
    if (!contact) return { backups: [] };
    const backups = backupsHolding(await db.backups.toArray(), contact.createdAt, now);
    await hidePeople(context, [contact.id], keepsPrint);
    await erasePeople(db, [contact.id], forgottenAt);
    context.changed(['*']);
    await context.platform.reschedule();
    return { backups };
  },
});

/**
 * Takes people out of sight for good: what is shown and found, the sightings of this session, and notes that were never
 * saved. Erasing what is left of them follows, at the next start at the latest.
 */
export async function hidePeople(context: Context, chosen: string[], keepsPrints: boolean): Promise<void> {
  const { db, session, platform, now } = context;
  if (await platform.isBulkRunning())
    throw new CallError('busy', 'An import is running. Nothing was changed; try again when it is done.');
  const ids = await withMerged(db, chosen);
  const keys = await keysOf(db, ids);
  await markForgotten(db, ids, { keepsPrints, now });
  const { country } = (await readSettings(db)).me;
  const known = new Set([...keys.values()].flat());
  await session.forgetPeople(({ identities }) =>
    identities.some(identity => identityKeys(identity, country).some(key => known.has(key))),
  );
  await platform.forgetDrafts([...ids, ...known]);
}

/** How much of everything there is. */
const amounts = procedure({
  roles: safeApps,
  input: z.strictObject({}),
  run: (_input, { db }) => readAmounts(db),
});

/** Lifts the fingerprints of whoever has an identity, or of everybody: they may be added again. Gives how many people. */
const allow = procedure({
  roles: safeApps,
  input: z.strictObject({ identity: seenIdentitySchema.optional() }),
  run: async ({ identity }, context) => {
    const { db, changed } = context;
    const { country } = (await readSettings(db)).me;
    const keys = identity && identityKeys(identity, country);
    if (keys?.length === 0) throw new CallError('invalid', `“${identity?.value}” is not complete.`);
    const people = keys ? await allowAgain(db, keys) : await allowEverybody(db);
    changed(['*']);
    return { people };
  },
});

export const privacyProcedures = {
  'contacts.file': file,
  'contacts.forgetting': forgetting,
  'contacts.forget': forget,
  'privacy.amounts': amounts,
  'privacy.allow': allow,
};
