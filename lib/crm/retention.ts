// Procedures of retention: whom a rule names, and removing those whom the user chose.
import { z } from 'zod';
import { ageDatabase } from '../db/ageing';
import { backupsHolding } from '../db/backups-holding';
import { runCommand } from '../db/command';
import { listIdentities } from '../db/contacts';
import { idlePeople } from '../db/retention';
import { isPresent } from '../model/contact';
import { retentionRuleSchema } from '../model/retention';
import { idSchema, timeSchema } from '../model/source';
import { hidePeople } from './privacy';
import { CallError, type Context, procedure, safeApps } from './procedure';

/** Whom a rule names among the next people after the id `after`; asked again with `next` until there is none. */
const find = procedure({
  roles: safeApps,
  input: z.strictObject({ rule: retentionRuleSchema, after: idSchema.optional() }),
  run: ({ rule, after }, { db, now }) => idlePeople(db, rule, now, after),
});

/**
 * Removes a portion of people: into the trash, each with an entry of its own in the journal, so that each can be brought
 * back alone; or for good, and then `retention.finish` is called after the last portion. Those who are gone count too.
 */
const remove = procedure({
  roles: safeApps,
  input: z.strictObject({
    ids: z.array(idSchema).min(1).max(200),
    how: z.enum(['trash', 'forget', 'forget-and-recognise']),
  }),
  run: async ({ ids, how }, context) => {
    if (how === 'trash') await moveToTrash(context, ids);
    else await hidePeople(context, ids, how === 'forget-and-recognise');
    context.changed(['contacts', 'identities']);
    return null;
  },
});

async function moveToTrash({ db, caller, platform, now }: Context, ids: string[]): Promise<void> {
  if (await platform.isBulkRunning())
    throw new CallError('busy', 'An import is running. Nothing was changed; try again when it is done.');
  // One transaction around all commands: one flush to disk, and all of the portion or nothing.
  await db.transaction('rw', db.tables, async () => {
    for (const id of ids) {
      await runCommand(
        db,
        { id: `${caller.callId}-${id}`, name: 'retention.remove', at: now },
        async changes => {
          const contact = await db.contacts.get(id);
          if (!contact || !isPresent(contact)) return null;
          for (const { key } of await listIdentities(db, id)) await changes.remove('identities', key);
          await changes.put('contacts', { ...contact, deletedAt: now, version: contact.version + 1 });
          return null;
        },
      );
    }
  });
}

/**
 * Erases what is left of the people whom `retention.remove` took away for good. Gives the backups that still hold whoever
 * of them was added first, at `since` (ms).
 */
const finish = procedure({
  roles: safeApps,
  input: z.strictObject({ since: timeSchema }),
  run: async ({ since }, context) => {
    const { db, now } = context;
    await ageDatabase(db, now);
    context.changed(['*']);
    await context.platform.reschedule();
    return { backups: backupsHolding(await db.backups.toArray(), since, now) };
  },
});

export const retentionProcedures = {
  'retention.find': find,
  'retention.remove': remove,
  'retention.finish': finish,
};
